package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The vocabulary of stories on an edited diagram, which is deployed as business does it. */
abstract class EditedStory extends FaultsStory {

    static final Path VARIANTS = Path.of("src", "test", "resources", "bpmn", "variants");

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    private JavaMailSenderImpl sender;

    private Set<String> before;

    /** Opened on the diagram that is shipped. */
    Workspace wallet;

    String ben;

    @BeforeEach
    void open() {
        before = deployments();
        wallet = workspace("TENANT");
        ben = address();
    }

    @AfterEach
    void takeTheEditBack() {
        deployments().stream().filter(id -> !before.contains(id)).forEach(id -> repository.deleteDeployment(id, true));
    }

    @AfterEach
    void repairTheServer() {
        sender.setPort(SMTP.getSmtp().getPort());
    }

    void stopTheServer() throws IOException {
        try (var free = new ServerSocket(0)) {
            sender.setPort(free.getLocalPort());
        }
    }

    /** @param variant name of a file in {@code variants/} */
    void deploy(String variant) {
        deploy(variant, "Approve", "Approve");
    }

    /** The same with an edit. */
    void deploy(String variant, String before, String after) {
        try {
            deployBpmn(Files.readString(VARIANTS.resolve(variant + ".bpmn")).replace(before, after));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The shipped diagram with an edit that no variant shows. */
    void deploy(Consumer<BpmnModelInstance> edit) {
        BpmnModelInstance diagram =
                Bpmn.readModelFromFile(Path.of("bpmn", "invitation.bpmn").toFile());
        edit.accept(diagram);
        Shapes.complete(diagram);
        deployBpmn(Bpmn.convertToString(diagram));
    }

    void deployBpmn(String bpmn) {
        Answer deployed = send(request(OPERATOR, "/api/diagrams")
                .header("Content-Type", "application/bpmn+xml")
                .POST(HttpRequest.BodyPublishers.ofString(bpmn)));
        assertThat(deployed.status()).as(deployed.text()).isEqualTo(201);
    }

    /** Puts a task in front of an element, on the only way to it. */
    static void insert(BpmnModelInstance diagram, String before, String bean, boolean inBackground) {
        FlowNode next = diagram.getModelElementById(before);
        SequenceFlow flow = next.getIncoming().iterator().next();
        ServiceTask task = diagram.newInstance(ServiceTask.class);
        task.setName(bean);
        task.setCamundaDelegateExpression("${" + bean + "}");
        task.setCamundaAsyncBefore(inBackground);
        next.getParentElement().addChildElement(task);
        next.getIncoming().remove(flow);
        flow.setTarget(task);
        task.getIncoming().add(flow);
        SequenceFlow onwards = diagram.newInstance(SequenceFlow.class);
        next.getParentElement().addChildElement(onwards);
        onwards.setSource(task);
        onwards.setTarget(next);
        task.getOutgoing().add(onwards);
        next.getIncoming().add(onwards);
    }

    /** In vain as long as the process waits for something else. */
    Task taskOf(String invitation) {
        return tasks.createTaskQuery().processInstanceBusinessKey(invitation).singleResult();
    }

    void decide(String invitation, boolean approved) {
        Answer decided = post(
                OPERATOR,
                "/engine-rest/task/" + taskOf(invitation).getId() + "/complete",
                Map.of("variables", Map.of("approved", Map.of("value", approved, "type", "Boolean"))));
        assertThat(decided.status()).as(decided.text()).isEqualTo(204);
    }

    /** Joins on the diagram that is deployed now. */
    Person anotherAdmin() {
        String email = address();
        invite(wallet, email, "WORKSPACE_ADMIN");
        sendMails();
        return join(email);
    }

    List<String> history(String invitation, String field) {
        return get(wallet.admin(), wallet.path() + "/history?invitation=" + invitation)
                .body()
                .path("items")
                .findValues(field)
                .stream()
                .map(value -> value.asText())
                .toList();
    }
}
