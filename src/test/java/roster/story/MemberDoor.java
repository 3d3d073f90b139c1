package roster.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two doors through which programs change members. A rule that is written once must hold at both. */
enum MemberDoor {
    API {
        @Override
        Story.Answer act(
                Story story, Story.Person who, String workspace, String member, String action, Map<String, ?> input) {
            String path = "/api/workspaces/" + workspace + "/members/" + member;
            return switch (action) {
                case "DELETE" -> story.send(who, "DELETE", path, null);
                case "SET_ROLE" -> story.send(who, "PUT", path + "/role", input);
                default -> story.post(who, path + "/" + action.toLowerCase(java.util.Locale.ROOT), null);
            };
        }
    },

    ENGINE {
        @Override
        Story.Answer act(
                Story story, Story.Person who, String workspace, String member, String action, Map<String, ?> input) {
            var variables = new LinkedHashMap<String, Object>();
            variables.put("workspace", Door.variable(workspace));
            variables.put("member", Door.variable(member));
            input.forEach((name, value) -> variables.put(name, Door.variable(value)));
            return story.post(
                    who,
                    "/engine-rest/process-definition/key/" + KEYS.get(action) + "/start",
                    Map.of("variables", variables));
        }
    };

    static final List<String> ACTIONS = List.of("BLOCK", "UNBLOCK", "DELETE", "SET_ROLE");

    private static final Map<String, String> KEYS = Map.of(
            "BLOCK", "block-member",
            "UNBLOCK", "unblock-member",
            "DELETE", "delete-member",
            "SET_ROLE", "set-member-role");

    /** @param input role and mini programs, for SET_ROLE */
    abstract Story.Answer act(
            Story story, Story.Person who, String workspace, String member, String action, Map<String, ?> input);
}
