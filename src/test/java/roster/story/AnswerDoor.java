package roster.story;

import java.util.Map;

/** The two doors through which programs answer approvals. A rule that is written once must hold at both. */
enum AnswerDoor {
    API {
        @Override
        Story.Answer answer(Story story, Story.Person who, String workspace, String task, boolean approved) {
            String path = "/api/workspaces/" + workspace + "/approvals/" + task;
            return story.post(who, path + (approved ? "/approve" : "/refuse"), null);
        }
    },

    ENGINE {
        @Override
        Story.Answer answer(Story story, Story.Person who, String workspace, String task, boolean approved) {
            return story.post(who, "/engine-rest/task/" + task + "/complete", body(approved));
        }
    };

    abstract Story.Answer answer(Story story, Story.Person who, String workspace, String task, boolean approved);

    /** As the engine's clients write an answer. */
    static Map<String, ?> body(Object approved) {
        return Map.of("variables", Map.of("approved", Map.of("value", approved)));
    }
}
