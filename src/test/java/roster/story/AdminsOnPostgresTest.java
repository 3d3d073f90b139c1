package roster.story;

import org.springframework.context.annotation.Import;

@Import(InvitationOnPostgresTest.Database.class)
class AdminsOnPostgresTest extends AdminsStory {

    @Override
    int rounds() {
        return 50;
    }
}
