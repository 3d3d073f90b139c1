package roster.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** An SMTP server that takes everything and costs next to nothing, so that a measurement is not one of it. */
final class MailSink implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("/invitations/(\\S+)");

    private final ServerSocket socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> links = new CopyOnWriteArrayList<>();
    private volatile boolean readsLinks;

    MailSink() throws IOException {
        threads.execute(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Whether it looks into mails from now on; those it has found before are forgotten. */
    void readLinks(boolean wanted) {
        readsLinks = wanted;
        links.clear();
    }

    /** The token in each mail that it looked into. */
    List<String> links() {
        return List.copyOf(links);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 sink");
            for (String line = in.readLine(); line != null && !line.startsWith("QUIT"); line = in.readLine()) {
                if (line.startsWith("DATA")) {
                    say(client, "354 go on");
                    read(in);
                }
                say(client, "250 fine");
            }
        } catch (IOException gone) {
            // The client hung up
        }
    }

    private void read(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (readsLinks) {
                text.append(line.endsWith("=") ? line.substring(0, line.length() - 1) : line + "\n");
            }
        }
        var found = LINK.matcher(text);
        if (found.find()) {
            links.add(found.group(1));
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
