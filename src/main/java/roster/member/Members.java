package roster.member;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;
import roster.account.EmailAddress;
import roster.workspace.Role;

interface Members extends Repository<Member, UUID> {

    Member save(Member member);

    List<Member> saveAll(Iterable<Member> members);

    void delete(Member member);

    Optional<Member> findById(UUID id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Member> findAndLockById(UUID id);

    @Lock(LockMode.PESSIMISTIC_READ)
    Optional<Member> findAndHoldByWorkspaceAndAccount(UUID workspace, UUID account);

    /** In their {@link Member#LOCK_ORDER}. */
    @Query("""
            select m.id from assignment a join member m on m.id = a.member
            where a.mini_program = :miniProgram order by m.status like 'INVITATION%', m.id""")
    List<UUID> assignedTo(UUID miniProgram);

    List<Member> findByWorkspaceAndEmailIn(UUID workspace, Collection<EmailAddress> emails);

    @Query("select * from member where workspace = :workspace and account = :account")
    Optional<Member> findByWorkspaceAndAccount(UUID workspace, UUID account);

    @Query("""
            select m.* from member m join workspace w on w.id = m.workspace
            where m.workspace = :workspace and m.account = :account and w.closed_at is null""")
    Optional<Member> findInOpenWorkspace(UUID workspace, UUID account);

    @Query("""
            select m.* from member m join workspace w on w.id = m.workspace
            where m.account = :account and w.closed_at is null order by w.name, w.id""")
    List<Member> findInOpenWorkspaces(UUID account);

    boolean existsByWorkspaceAndStatusAndRoleIn(UUID workspace, MemberStatus status, Collection<Role> roles);
}
