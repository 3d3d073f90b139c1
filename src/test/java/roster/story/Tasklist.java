package roster.story;

import java.net.http.HttpRequest.BodyPublishers;

/** What somebody's browser does while Tasklist is open in it. */
record Tasklist(FaultsStory story, String engine, String session, String token) {

    /** Signs in and opens the page. */
    static Tasklist of(FaultsStory story, Story.Person who) {
        String engine = story.engine.getName();
        String session = story.signedIn(who);
        Story.Answer page = story.send(story.request(Story.NOBODY, "/camunda/app/tasklist/" + engine + "/")
                .header("Cookie", session));
        return new Tasklist(
                story,
                engine,
                session,
                page.status() == 200 ? FaultsStory.cookie(page, "XSRF-TOKEN").substring("XSRF-TOKEN=".length()) : "");
    }

    boolean isOpen() {
        return !token.isEmpty();
    }

    Story.Answer get(String path) {
        return story.send(story.request(Story.NOBODY, path(path)).header("Cookie", session));
    }

    Story.Answer post(String path, Object body) {
        try {
            return story.send(story.request(Story.NOBODY, path(path))
                    .header("Cookie", session + "; XSRF-TOKEN=" + token)
                    .header("X-XSRF-TOKEN", token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(story.json.writeValueAsString(body))));
        } catch (com.fasterxml.jackson.core.JsonProcessingException fault) {
            throw new AssertionError(fault);
        }
    }

    private String path(String path) {
        return "/camunda/api/engine/engine/" + engine + path;
    }
}
