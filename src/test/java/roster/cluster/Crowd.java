package roster.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Several programs that call at once. */
final class Crowd {

    private final int size;
    private final AtomicInteger done = new AtomicInteger();

    Crowd(int size) {
        this.size = size;
    }

    int done() {
        return done.get();
    }

    /** What came of each call, in the end. */
    <T> CompletableFuture<Map<String, T>> each(List<String> addresses, Function<String, T> call) {
        ExecutorService callers = Executors.newFixedThreadPool(size);
        var outcomes = new ConcurrentHashMap<String, T>();
        var all = addresses.stream()
                .map(address -> CompletableFuture.runAsync(
                        () -> {
                            outcomes.put(address, call.apply(address));
                            done.incrementAndGet();
                        },
                        callers))
                .toArray(CompletableFuture[]::new);
        callers.shutdown();
        return CompletableFuture.allOf(all).thenApply(every -> outcomes);
    }
}
