package roster.member;

/** The status of a row by the clock: an invitation is over when its time is, whether its timer has fired or not. */
@FunctionalInterface
public interface StatusByClock {

    MemberStatus of(Member member);
}
