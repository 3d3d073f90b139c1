package roster.story;

import java.util.List;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.welcome.Welcome;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * For tests that stop a Roster: one that stops takes from the whole process what the engine's web applications run on and Tomcat's way into the log.
 * The Rosters of other stories, which go on in the same process, get both back.
 */
final class OtherRosters implements BeforeAllCallback, AfterAllCallback {

    private List<Runnable> given = List.of();

    @Override
    public void beforeAll(ExtensionContext test) {
        var admin = Admin.getRuntimeDelegate();
        var cockpit = Cockpit.getRuntimeDelegate();
        var tasklist = Tasklist.getRuntimeDelegate();
        var welcome = Welcome.getRuntimeDelegate();
        given = List.of(
                () -> Admin.setAdminRuntimeDelegate(admin),
                () -> Cockpit.setCockpitRuntimeDelegate(cockpit),
                () -> Tasklist.setTasklistRuntimeDelegate(tasklist),
                () -> Welcome.setRuntimeDelegate(welcome));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        given.forEach(Runnable::run);
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.install();
        }
    }
}
