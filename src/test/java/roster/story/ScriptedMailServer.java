package roster.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that plays a bad day: it answers one command as told, and every other as it should. */
final class ScriptedMailServer implements AutoCloseable {

    /** Instead of an answer: the client waits for one. */
    static final String SILENCE = "";

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final String command;
    private final String answer;

    /** @param command such as {@code RCPT}; {@code CONNECT} is the greeting, and a dot the end of a mail */
    ScriptedMailServer(String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        var thread = new Thread(this::listen, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The whole mails that it got, whatever it answered. */
    List<String> mails() {
        return mails;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                clients.add(client);
                talk(client);
            } catch (IOException gone) {
                // The client hung up, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "CONNECT", "220 scripted");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.split("[ :]", 2)[0];
            say(client, verb, verb.equals("DATA") ? "354 go on" : verb.equals("QUIT") ? "221 bye" : "250 fine");
            if (verb.equals("DATA") && !command.equals("DATA")) {
                mails.add(body(in));
                say(client, ".", "250 taken");
            }
        }
    }

    private static String body(BufferedReader in) throws IOException {
        var body = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            body.append(line).append('\n');
        }
        return body.toString();
    }

    private void say(Socket client, String verb, String usual) throws IOException {
        String said = verb.equals(command) ? answer : usual;
        if (!said.equals(SILENCE)) {
            client.getOutputStream().write((said + "\r\n").getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().flush();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
