package roster.flow;

/**
 * What happened at one element of a diagram. Each pass of a loop counts.
 *
 * @param waiting how many stand there now
 * @param passed how often one went through it and on; an interruption is no pass
 * @param ended how many processes ended there
 */
record ElementCount(long waiting, long passed, long ended) {

    static final ElementCount NONE = new ElementCount(0, 0, 0);

    ElementCount plus(ElementCount other) {
        return new ElementCount(waiting + other.waiting, passed + other.passed, ended + other.ended);
    }

    ElementCount times(long number) {
        return new ElementCount(waiting * number, passed * number, ended * number);
    }
}
