package roster.rollout;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;

/** Keeps which roll-outs were started. They are only added. */
@Component
class RolloutStore {

    private final JdbcAggregateTemplate rows;

    RolloutStore(JdbcAggregateTemplate rows) {
        this.rows = rows;
    }

    void add(StartedRollout rollout) {
        rows.insert(rollout);
    }

    Optional<StartedRollout> find(UUID id) {
        return Optional.ofNullable(rows.findById(id, StartedRollout.class));
    }

    /** Newest first. */
    List<StartedRollout> of(String process) {
        return rows.findAll(
                Query.query(Criteria.where("process").is(process)).sort(Sort.by(Sort.Direction.DESC, "startedAt")),
                StartedRollout.class);
    }
}
