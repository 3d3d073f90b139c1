package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Clients who ask at once, each as soon as the answer before is there. */
final class Load {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int clients;
    private final Costs costs;

    Load(int clients, Costs costs) {
        this.clients = clients;
        this.costs = costs;
    }

    /**
     * @param request the request of each number from zero
     * @param done waits until nothing of it is left to do
     */
    Rate run(int times, int status, IntFunction<HttpRequest> request, Runnable done) {
        var next = new AtomicInteger();
        double[] milliseconds = new double[times];
        Costs.Spent spent = costs.of(() -> {
            var threads = Executors.newFixedThreadPool(clients);
            var running = java.util.stream.IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> {
                        for (int each = next.getAndIncrement(); each < times; each = next.getAndIncrement()) {
                            long begin = System.nanoTime();
                            ask(request.apply(each), status);
                            milliseconds[each] = (System.nanoTime() - begin) / 1e6;
                        }
                    }))
                    .toList();
            threads.shutdown();
            for (var client : running) {
                try {
                    client.get();
                } catch (Exception fault) {
                    throw new AssertionError(fault);
                }
            }
            done.run();
        });
        return Rate.of(times, spent, milliseconds);
    }

    static String ask(HttpRequest request, int status) {
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(request.uri() + " " + answer.body())
                    .isEqualTo(status);
            return answer.body();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    static HttpRequest request(String method, String url, @Nullable String token, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return (token == null ? request : request.header("Authorization", "Bearer " + token)).build();
    }
}
