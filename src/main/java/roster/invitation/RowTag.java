package roster.invitation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import roster.member.Precondition;
import roster.problem.Problem;
import roster.problem.ProblemType;

/** The {@code ETag} of a row, by what the caller reads in it, so that whatever changes there is noticed (RFC 9110, 8.8.3 and 13.1.1). */
@Component
class RowTag {

    private final MemberList list;
    private final ObjectMapper json;

    RowTag(MemberList list, ObjectMapper json) {
        this.list = list;
        this.json = json;
    }

    ResponseEntity<Row> answer(ResponseEntity.BodyBuilder answer, Row row) {
        return answer.eTag(of(row)).body(row);
    }

    /** @param header {@code If-Match} of a request that changes the row */
    Precondition unchanged(@Nullable String header, UUID workspace, UUID id) {
        return header == null
                ? Precondition.NONE
                : () -> {
                    String now = of(list.get(workspace, id));
                    if (Stream.of(header.split(","))
                            .map(String::strip)
                            .noneMatch(tag -> tag.equals("*") || tag.equals(now))) {
                        throw Problem.of(ProblemType.STALE, "This has changed since you read it. Read it again.");
                    }
                };
    }

    private String of(Row row) {
        try {
            return '"' + DigestUtils.md5DigestAsHex(json.writeValueAsBytes(row)) + '"';
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A row is always JSON", impossible);
        }
    }
}
