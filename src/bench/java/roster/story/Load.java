package roster.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Clients who ask at once, each as soon as the answer before is there. They share the processors with what they measure, so they ask with the simplest
 * client there is, which keeps its connection and has no threads of its own.
 */
final class Load {

    record Request(
            String method,
            URL url,
            @Nullable String token,
            @Nullable String body) {}

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
    Rate run(int times, int status, IntFunction<Request> request, Runnable done) {
        return run(times, each -> ask(request.apply(each), status), done);
    }

    /** Without HTTP. */
    Rate run(int times, IntConsumer call, Runnable done) {
        var next = new AtomicInteger();
        double[] milliseconds = new double[times];
        Costs.Spent spent = costs.of(() -> {
            var threads = Executors.newFixedThreadPool(clients);
            var running = java.util.stream.IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> {
                        for (int each = next.getAndIncrement(); each < times; each = next.getAndIncrement()) {
                            long begin = System.nanoTime();
                            call.accept(each);
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

    static String ask(Request request, int status) {
        try {
            var connection = (HttpURLConnection) request.url().openConnection();
            connection.setRequestMethod(request.method());
            connection.setRequestProperty("Content-Type", "application/json");
            if (request.token() != null) {
                connection.setRequestProperty("Authorization", "Bearer " + request.token());
            }
            if (request.body() != null) {
                connection.setDoOutput(true);
                connection.getOutputStream().write(request.body().getBytes(UTF_8));
            }
            int answered = connection.getResponseCode();
            try (InputStream body = answered < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                String text = body == null ? "" : new String(body.readAllBytes(), UTF_8);
                assertThat(answered).as(request.url() + " " + text).isEqualTo(status);
                return text;
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static Request request(String method, String url, @Nullable String token, @Nullable String body) {
        try {
            return new Request(method, new URL(url), token, body);
        } catch (MalformedURLException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
