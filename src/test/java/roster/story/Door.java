package roster.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The two doors through which programs invite. A rule that is written once must hold at both. */
enum Door {
    API {
        @Override
        String path(String workspace) {
            return "/api/workspaces/" + workspace + "/invitations";
        }

        @Override
        Map<String, ?> body(String workspace, Map<String, ?> input) {
            return input;
        }

        @Override
        String invitation(Story.Answer invited) {
            return invited.id();
        }

        @Override
        Story.Answer act(Story story, Story.Person who, String workspace, String invitation, String action) {
            return story.post(who, "/api/workspaces/" + workspace + "/invitations/" + invitation + "/" + action, null);
        }
    },

    ENGINE {
        @Override
        String path(String workspace) {
            return START;
        }

        @Override
        Map<String, ?> body(String workspace, Map<String, ?> input) {
            var variables = new LinkedHashMap<String, Object>();
            variables.put("workspace", variable(workspace));
            input.forEach((name, value) -> variables.put(name, variable(value)));
            return Map.of("variables", variables);
        }

        @Override
        String invitation(Story.Answer invited) {
            return invited.body().path("businessKey").asText();
        }

        @Override
        Story.Answer act(Story story, Story.Person who, String workspace, String invitation, String action) {
            String message = action.equals("withdraw") ? "WithdrawInvitation" : "ResendInvitation";
            return story.post(who, "/engine-rest/message", Map.of("messageName", message, "businessKey", invitation));
        }
    };

    static final String START = "/engine-rest/process-definition/key/invitation/start";

    /** Where to post an invitation. */
    abstract String path(String workspace);

    /** What to post there. */
    abstract Map<String, ?> body(String workspace, Map<String, ?> input);

    Story.Answer invite(Story story, Story.Person who, String workspace, Map<String, ?> input) {
        return story.post(who, path(workspace), body(workspace, input));
    }

    /** The invitation's id. */
    abstract String invitation(Story.Answer invited);

    /** @param action {@code withdraw} or {@code resend} */
    abstract Story.Answer act(Story story, Story.Person who, String workspace, String invitation, String action);

    /** As the engine's clients write a text; a list is written as the contract says. */
    static Map<String, Object> variable(Object value) {
        var variable = new LinkedHashMap<String, Object>();
        variable.put(
                "value",
                value instanceof List<?> ids
                        ? ids.stream().map(String::valueOf).collect(Collectors.joining(","))
                        : value);
        variable.put("type", "String");
        return variable;
    }
}
