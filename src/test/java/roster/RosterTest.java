package roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(properties = "spring.datasource.generate-unique-name=true")
class RosterTest {

    @Autowired
    RepositoryService repository;

    @Test
    void startsWithTheInvitationProcessDeployed() {
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("invitation").count()).isEqualTo(1);
    }
}
