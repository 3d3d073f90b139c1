package roster.story;

import java.sql.SQLException;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = InFile.class)
class FlowOnH2Bench extends FlowBench {

    @Override
    void reopen() throws SQLException {
        InFile.reopen(database);
    }
}
