package roster.story;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

/** An SMTP server that sends each line of an answer at once; else the second is held back until the first is acknowledged, 40 ms for each mail. */
final class PromptMail extends GreenMail {

    PromptMail() {
        super(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        return Map.of(ServerSetup.PROTOCOL_SMTP, new SmtpServer(setups[0], managers) {
            @Override
            protected void handleClientSocket(Socket client) throws SocketException {
                client.setTcpNoDelay(true);
                super.handleClientSocket(client);
            }
        });
    }
}
