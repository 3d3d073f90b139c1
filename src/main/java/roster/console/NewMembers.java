package roster.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import roster.invitation.InvitationRequest;
import roster.workspace.RoleChoice;

/**
 * What the dialog sends, as typed.
 *
 * @param people several at once, see {@link People}
 * @param language of the mails; that of the page, if not chosen
 * @param next the first of them that is not sent yet
 * @param failed the lines of those who could not be invited so far
 */
record NewMembers(
        @Nullable String name,
        @Nullable String email,
        @Nullable String people,
        @Nullable MultipartFile file,
        @Nullable String role,
        @Nullable List<String> miniPrograms,
        @Nullable String language,
        @Nullable Integer next,
        @Nullable List<String> failed) {

    NewMembers {
        language = language == null ? Languages.here() : language;
    }

    /** At least one; nothing typed at all is one person without an address, whom the domain refuses. */
    List<People.Someone> read() {
        var all = new ArrayList<>(People.read(people == null ? "" : people));
        if (file != null) {
            all.addAll(People.read(text(file)));
        }
        boolean one = (name != null && !name.isBlank()) || (email != null && !email.isBlank());
        if (one || all.isEmpty()) {
            all.add(0, new People.Someone(name == null ? "" : name, email == null ? "" : email));
        }
        return all;
    }

    InvitationRequest request(People.Someone someone) {
        return new InvitationRequest(someone.name(), someone.email(), role, RoleChoice.joined(miniPrograms), language);
    }

    private static String text(MultipartFile file) {
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("An uploaded list broke off", broken);
        }
    }
}
