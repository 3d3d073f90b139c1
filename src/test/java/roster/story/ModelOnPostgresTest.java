package roster.story;

import org.springframework.context.annotation.Import;

@Import(InvitationOnPostgresTest.Database.class)
class ModelOnPostgresTest extends ModelStory {

    @Override
    int operations() {
        return 10_000;
    }
}
