package roster.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time set the database up: the engine's tables, its grants and the diagrams. Nodes that start at the same moment follow one
 * another, and the later ones find everything there. Our own tables, which this lock lies in, come before it; Flyway has a lock of its own.
 */
@Component
@DependsOnDatabaseInitialization
class StartLock implements DisposableBean {

    private final Connection holder;

    StartLock(DataSource database) throws SQLException {
        holder = database.getConnection();
        holder.setAutoCommit(false);
        try (var lock = holder.prepareStatement("select id from start_lock for update")) {
            lock.execute();
        }
    }

    @EventListener(ContextRefreshedEvent.class)
    void release() throws SQLException {
        if (!holder.isClosed()) {
            holder.rollback();
            holder.close();
        }
    }

    /** A start that fails lets the next node try. */
    @Override
    public void destroy() throws SQLException {
        release();
    }
}
