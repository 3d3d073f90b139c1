package roster.approval;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import roster.check.AnswerDecides;
import roster.check.AnswerGiven;
import roster.check.AsksGroup;
import roster.check.RefusalStops;
import roster.check.Rule;

/** What a diagram with an approval has to keep to. */
@Configuration(proxyBeanMethods = false)
class ApprovalRules {

    @Bean
    Rule adminsAreAsked() {
        return new AsksGroup(ApprovalsInDiagram.ADMINS);
    }

    @Bean
    Rule answersDecide() {
        return new AnswerDecides(ApprovalsInDiagram.ANSWER);
    }

    @Bean
    Rule answersAreGiven() {
        return new AnswerGiven(ApprovalsInDiagram.ANSWER);
    }

    @Bean
    Rule whatIsRefusedIsNotDone() {
        return new RefusalStops(
                ApprovalsInDiagram.ANSWER,
                Set.of(
                        "sendInvitation",
                        "createMember",
                        "blockMember",
                        "unblockMember",
                        "deleteMember",
                        "setMemberRole"));
    }
}
