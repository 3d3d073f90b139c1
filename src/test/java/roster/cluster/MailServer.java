package roster.cluster;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An SMTP server that can be down for a while and remembers what it took. */
final class MailServer implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("/invitations/(\\S+)");

    private final int port;
    private final List<Received> earlier = new ArrayList<>();
    private GreenMail server;

    record Received(String to, String id, String text) {

        /** The token of the link in it. */
        String token() {
            var link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("no link in: " + text);
            }
            return link.group(1);
        }
    }

    MailServer(int port) {
        this.port = port;
        start();
    }

    void start() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    void stop() {
        // A stopped server has forgotten them
        earlier.addAll(now());
        server.stop();
        server = null;
    }

    List<Received> received() {
        return Stream.concat(earlier.stream(), now().stream()).toList();
    }

    /** The mails to each address. */
    Map<String, List<Received>> byAddress() {
        return received().stream().collect(Collectors.groupingBy(Received::to));
    }

    private List<Received> now() {
        return server == null
                ? List.of()
                : Stream.of(server.getReceivedMessages()).map(MailServer::read).toList();
    }

    private static Received read(MimeMessage mail) {
        try {
            return new Received(
                    ((jakarta.mail.internet.InternetAddress) mail.getAllRecipients()[0]).getAddress(),
                    mail.getMessageID(),
                    plain(mail));
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String plain(Part part) throws IOException, MessagingException {
        return part.getContent() instanceof Multipart several
                ? plain(several.getBodyPart(0))
                : (String) part.getContent();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
    }
}
