package roster.engine;

import java.util.Set;

/**
 * What workspace admins may do through the engine's own REST API, in their workspaces; contributed by each noun that has processes, and everything
 * else is refused.
 *
 * @param processes keys of the processes that they may start
 * @param messages names of the messages that they may correlate
 */
public record OpenDoor(Set<String> processes, Set<String> messages) {}
