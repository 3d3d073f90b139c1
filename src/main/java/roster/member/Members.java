package roster.member;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;
import roster.account.EmailAddress;
import roster.workspace.Role;

interface Members extends Repository<Member, UUID> {

    Member save(Member member);

    void delete(Member member);

    Optional<Member> findById(UUID id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Member> findAndLockById(UUID id);

    Optional<Member> findByWorkspaceAndEmail(UUID workspace, EmailAddress email);

    Optional<Member> findByWorkspaceAndAccount(UUID workspace, UUID account);

    List<Member> findByAccountAndStatus(UUID account, MemberStatus status);

    List<Member> findByAccountOrderById(UUID account);

    boolean existsByWorkspaceAndStatusAndRoleIn(UUID workspace, MemberStatus status, Collection<Role> roles);
}
