package roster.engine;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Lets a node find the jobs that are due without reading those that wait: the engine brings no index for the question that it asks most, and each open
 * invitation is a waiting timer.
 */
@Component
class DueJobsIndex {

    private static final String NAME = "roster_due_jobs";

    /**
     * @param engine which has created its tables
     * @param alone because two nodes cannot create one index at once
     */
    DueJobsIndex(ProcessEngine engine, StartLock alone, JdbcTemplate database) throws MetaDataAccessException {
        // Asked first, for PostgreSQL lets writers wait even where the index is there
        if (!JdbcUtils.extractDatabaseMetaData(database.getDataSource(), DueJobsIndex::isThere)) {
            database.execute("create index " + NAME + " on act_ru_job (duedate_)");
        }
    }

    private static boolean isThere(DatabaseMetaData database) throws SQLException {
        String table = database.storesUpperCaseIdentifiers() ? "ACT_RU_JOB" : "act_ru_job";
        try (var indexes = database.getIndexInfo(null, null, table, false, true)) {
            while (indexes.next()) {
                if (NAME.equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
