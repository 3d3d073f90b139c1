package roster.member;

import java.util.UUID;

/** A mini program that a member works on. */
public record Assignment(UUID miniProgram) {}
