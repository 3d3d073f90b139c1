package roster.story;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up input that nobody sends in good faith: bodies after a schema with what does not belong there, texts, encodings and headers. */
final class Hostile {

    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "0",
            "-1",
            "99999999999999999999",
            "NaN",
            "true",
            "\0",
            "a\0b",
            "\uD83D",
            "\uDE00\uD83D",
            "\u202Eneb",
            "\u2028",
            "\uFFFF",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "e\u0301".repeat(60),
            "x".repeat(256),
            "x".repeat(100_000),
            "' OR '1'='1' --",
            "%",
            "_",
            "${1+1}",
            "#{1+1}",
            "__${1+1}__::.x",
            "{{1+1}}",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "..\\..\\windows",
            "file:///etc/passwd",
            "ben@example.com\r\nBcc: eve@example.com",
            "ben@xn--a.example",
            "ben@[127.0.0.1]",
            "\"ben\"@example.com",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "2024-02-30T00:00:00Z",
            "+1000000000-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z",
            "WORKSPACE_ADMIN",
            "workspace_admin",
            "TENANT",
            "invitation",
            "en",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");

    /** As they stand in an address, where not everything can be decoded. */
    private static final List<String> ENCODED = List.of(
            "%00",
            "%0d%0a", "%C0%80", "%C3", "%FF", "%ED%A0%80", "%", "%zz", "%2e%2e", "%2F", "%5C", "%3B", "%25", ";a=b");

    private final Random random;

    Hostile(long seed) {
        random = new Random(seed);
    }

    boolean once(int of) {
        return random.nextInt(of) == 0;
    }

    <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    String text() {
        return any(TEXTS);
    }

    /** A part of a path or a query. */
    String encoded() {
        return once(2) ? any(ENCODED) : URLEncoder.encode(shortened(text()), StandardCharsets.UTF_8);
    }

    /** On one line, and not longer than what servers read of headers. */
    String header() {
        return shortened(any(List.of(
                        text().replaceAll("[\r\n]", " "),
                        "\"\",,W/\"a\", *",
                        "*",
                        "\"a/b\"",
                        "\"" + text() + "\"",
                        "\u00FF\u0001",
                        ",;=q",
                        "a;q=9")))
                .replaceAll("[\r\n]", " ");
    }

    private static String shortened(String text) {
        return text.length() > 2000 ? text.substring(0, 2000) : text;
    }

    /** @param good what would be right there, used now and then so that input comes as far as possible */
    byte[] body(JsonNode schema, JsonNode schemas, List<String> good)
            throws com.fasterxml.jackson.core.JsonProcessingException {
        String body = once(6) ? raw() : ASCII.writeValueAsString(value(schema, schemas, good));
        return body.getBytes(any(List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16,
                StandardCharsets.ISO_8859_1,
                Charset.forName("UTF-32"))));
    }

    private String raw() {
        return any(List.of(
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "5",
                "1e999999999",
                "[".repeat(50_000),
                "{\"a\":".repeat(20_000),
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"\\uD800\"}",
                "{\"\\u0000\":1}",
                "{} {}",
                "\uFEFF{}",
                "a=b&c=d",
                "<a/>",
                "{\"name\":" + "9".repeat(100_000) + "}",
                "{\"name\":\"" + "x".repeat(1 << 20) + "\"}",
                "\u00FF\u00FE\u0000"));
    }

    private Object value(JsonNode schema, JsonNode schemas, List<String> good) {
        JsonNode shape =
                schema.has("$ref") ? schemas.path(schema.path("$ref").asText().replaceFirst(".*/", "")) : schema;
        if (once(8)) {
            return wrong(3);
        }
        if (shape.path("enum").size() > 0 && !once(3)) {
            return shape.path("enum")
                    .get(random.nextInt(shape.path("enum").size()))
                    .asText();
        }
        return switch (shape.path("type").asText("object")) {
            case "object" -> object(shape, schemas, good);
            case "array" -> java.util.Collections.singletonList(value(shape.path("items"), schemas, good));
            case "integer", "number" -> random.nextInt();
            case "boolean" -> random.nextBoolean();
            default -> once(2) ? any(good) : text();
        };
    }

    private Map<String, Object> object(JsonNode shape, JsonNode schemas, List<String> good) {
        var object = new LinkedHashMap<String, Object>();
        shape.path("properties").properties().forEach(property -> {
            if (!once(10)) {
                object.put(property.getKey(), value(property.getValue(), schemas, good));
            }
        });
        if (once(10)) {
            object.put(text(), wrong(2));
        }
        return object;
    }

    /** Of any type, also of one inside another. */
    private Object wrong(int deep) {
        var choice = new ArrayList<Object>(
                List.of(text(), random.nextInt(), random.nextDouble(), Long.MAX_VALUE, true, List.of(), Map.of()));
        choice.add(null);
        if (deep > 0) {
            choice.add(java.util.Arrays.asList(wrong(deep - 1), wrong(deep - 1)));
            choice.add(java.util.Collections.singletonMap(text(), wrong(deep - 1)));
        }
        return any(choice);
    }
}
