package roster.story;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

@Import(InvitationOnPostgresTest.Database.class)
class OperationOnPostgresTest extends OperationStory {

    @Autowired
    TransactionOperations transaction;

    /** As it is for many rows: few are read as a whole, whatever indexes there are. */
    @Override
    String plan(String statement) {
        return transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return super.plan(statement);
        });
    }
}
