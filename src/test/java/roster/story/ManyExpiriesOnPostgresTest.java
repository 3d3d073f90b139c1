package roster.story;

import org.springframework.context.annotation.Import;

@Import(InvitationOnPostgresTest.Database.class)
class ManyExpiriesOnPostgresTest extends ManyExpiriesStory {}
