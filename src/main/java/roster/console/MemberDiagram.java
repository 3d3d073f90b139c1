package roster.console;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import roster.invitation.InvitationDiagram;

/** The diagram that the member's page draws. */
@Controller
class MemberDiagram {

    private final InvitationDiagram diagram;

    MemberDiagram(InvitationDiagram diagram) {
        this.diagram = diagram;
    }

    @GetMapping(path = "/workspaces/{workspace}/members/{id}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String bpmn(@PathVariable UUID workspace, @PathVariable UUID id) {
        return diagram.bpmn(workspace, id);
    }
}
