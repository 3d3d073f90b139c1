package roster.diagram;

/**
 * What a process begins with, in the transaction of who starts it: until then nobody has checked the request, and nothing of it is stored.
 *
 * @param process key of the process
 * @param task the bean that its first step calls
 */
public record FirstStep(String process, String task) {}
