package roster.invitation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import roster.diagram.DrawnProcesses;
import roster.diagram.Standing;
import roster.diagram.Standings;
import roster.problem.Problem;

/** Shows an invitation on its diagram to whoever may see its row on the member list. */
@Component
public class InvitationDiagram {

    /** The process, as the engine knows it. */
    public static final String PROCESS = InvitationProcess.KEY;

    private final MemberList list;
    private final Standings standings;
    private final DrawnProcesses drawn;

    InvitationDiagram(MemberList list, Standings standings, DrawnProcesses drawn) {
        this.list = list;
        this.standings = standings;
        this.drawn = drawn;
    }

    /**
     * Nothing once the engine's history of the invitation has been cleaned.
     *
     * @throws Problem as {@link MemberList#get}
     */
    public Optional<Standing> standing(UUID workspace, UUID id) {
        list.get(workspace, id);
        return standings.find(workspace.toString(), InvitationProcess.KEY, id.toString());
    }

    /**
     * The version of the diagram that the invitation runs on, in BPMN's XML.
     *
     * @throws Problem as {@link MemberList#get}, and NOT_FOUND once the engine's history has been cleaned
     */
    public String bpmn(UUID workspace, UUID id) {
        return standing(workspace, id)
                .map(standing -> drawn.bpmn(standing.definition()))
                .orElseThrow(() -> Problem.notFound("diagram"));
    }
}
