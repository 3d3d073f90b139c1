package roster.invitation;

import java.util.UUID;

/** What a link's token stands for: one sending of one invitation. */
record Link(UUID invitation, int sending) {}
