package roster.invitation;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import roster.check.BeginsWith;
import roster.check.Catches;
import roster.check.Does;
import roster.check.DoneBefore;
import roster.check.FollowedBy;
import roster.check.InTime;
import roster.check.KnownMessages;
import roster.check.Listens;
import roster.check.MailsLater;
import roster.check.OnlyBehind;
import roster.check.Reads;
import roster.check.Rule;

/** What whoever edits the diagram of an invitation has to leave as it is. */
@Configuration(proxyBeanMethods = false)
class InvitationRules {

    private static final String REGISTER = "registerInvitation";
    private static final String SEND = "sendInvitation";
    private static final String RENEW = "renewInvitation";
    private static final String CREATE_MEMBER = "createMember";
    private static final String EXPIRE = "expireInvitation";
    private static final String WITHDRAW = "withdrawInvitation";

    private static final Set<String> MESSAGES = Set.of(
            InvitationProcess.ACCEPT,
            InvitationProcess.WITHDRAW,
            InvitationProcess.RESEND,
            InvitationProcess.INVITER_NO_LONGER_ADMIN);

    @Bean
    KnownMessages invitationMessages() {
        return new KnownMessages(MESSAGES, Set.of(InvitationProcess.WITHDRAW));
    }

    @Bean
    Rule invitationMessagesAreHeard() {
        return new Catches(InvitationProcess.KEY, MESSAGES);
    }

    @Bean
    Rule invitationIsRegisteredFirst() {
        return new BeginsWith(InvitationProcess.KEY, REGISTER);
    }

    @Bean
    Rule invitationDoesWhatItIsFor() {
        return new Does(
                InvitationProcess.KEY,
                CREATE_MEMBER,
                Set.of(REGISTER, SEND, "sendReminder", EXPIRE, RENEW, WITHDRAW, "notifyInviter"));
    }

    /** What was asked for is not kept in the process, so that nothing about people is. */
    @Bean
    Rule invitationConditionsReadTheAnswer() {
        return new Reads(InvitationProcess.KEY, Set.of("approved"));
    }

    /** Else people would wait for an answer to what nobody got. */
    @Bean
    Rule nobodyAnswersWhatWasNotSent() {
        return new DoneBefore(InvitationProcess.KEY, SEND, InvitationProcess.ACCEPT, Set.of(REGISTER, RENEW));
    }

    @Bean
    Rule invitationMailsGoOutLater() {
        return new MailsLater(Set.of(SEND, "sendReminder", "notifyInviter"));
    }

    @Bean
    Rule nobodyJoinsWhoHasNotAccepted() {
        return new OnlyBehind(CREATE_MEMBER, InvitationProcess.ACCEPT, Set.of(REGISTER, RENEW));
    }

    /** The timer is where an invitation's validity is said. */
    @Bean
    Rule invitationIsAcceptedInTime() {
        return new InTime(InvitationProcess.KEY, InvitationProcess.ACCEPT);
    }

    /** The link in the acceptance is not stored, and so is gone where the process waits. */
    @Bean
    Rule acceptanceMakesAMember() {
        return new FollowedBy(InvitationProcess.KEY, InvitationProcess.ACCEPT, Set.of(CREATE_MEMBER));
    }

    @Bean
    Rule withdrawalWithdraws() {
        return new FollowedBy(InvitationProcess.KEY, InvitationProcess.WITHDRAW, Set.of(WITHDRAW));
    }

    @Bean
    Rule resendingRenews() {
        return new FollowedBy(InvitationProcess.KEY, InvitationProcess.RESEND, Set.of(RENEW));
    }

    @Bean
    Rule losingTheInviterEndsTheValidity() {
        return new FollowedBy(
                InvitationProcess.KEY, InvitationProcess.INVITER_NO_LONGER_ADMIN, Set.of(EXPIRE, WITHDRAW));
    }

    /** Else blocking an admin would be refused, because an invitation of theirs does not listen. */
    @Bean
    Rule openInvitationsListen() {
        return new Listens(
                InvitationProcess.KEY,
                Set.of(REGISTER, RENEW),
                Set.of(EXPIRE, WITHDRAW, CREATE_MEMBER),
                Set.of(InvitationProcess.WITHDRAW, InvitationProcess.INVITER_NO_LONGER_ADMIN));
    }

    @Bean
    Rule expiredInvitationsListen() {
        return new Listens(
                InvitationProcess.KEY, Set.of(EXPIRE), Set.of(RENEW, WITHDRAW), Set.of(InvitationProcess.WITHDRAW));
    }
}
