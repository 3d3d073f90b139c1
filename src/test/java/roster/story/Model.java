package roster.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rules once more, as small as they can be said: how each request is answered, and who stands on which list afterwards. It knows no database, no
 * process and no clock: time is counted in days, and whatever a request brings about has the number of this request.
 */
final class Model {

    static final String OK = "OK";
    static final String OPERATOR = "operator";
    static final String NOBODY = "nobody";

    static final Map<String, List<String>> ROLES = Map.of(
            "TENANT", List.of("WORKSPACE_ADMIN", "WORKSPACE_REVIEWER", "WORKSPACE_DEVELOPER", "WORKSPACE_OPERATOR"),
            "DEVELOPER", List.of("DEVELOPER_ADMIN", "DEVELOPER", "OPERATOR"));

    private static final Set<String> ADMINS = Set.of("WORKSPACE_ADMIN", "DEVELOPER_ADMIN");
    private static final Set<String> NEED_MINI_PROGRAMS = Set.of("WORKSPACE_DEVELOPER", "DEVELOPER", "OPERATOR");
    private static final int VALID_DAYS = 3;

    /** The last two are ends: such a row is on no list. */
    enum Status {
        INVITATION_SENT("WITHDRAW"),
        INVITATION_EXPIRED("RESEND", "WITHDRAW"),
        ACTIVE("BLOCK", "DELETE", "SET_ROLE"),
        INACTIVE("UNBLOCK", "SET_ROLE"),
        WITHDRAWN,
        DELETED;

        private final Set<String> actions;

        Status(String... actions) {
            this.actions = Set.of(actions);
        }

        boolean allows(String action) {
            return actions.contains(action);
        }

        boolean isInvitation() {
            return this == INVITATION_SENT || this == INVITATION_EXPIRED;
        }

        boolean isOnList() {
            return !actions.isEmpty();
        }
    }

    /**
     * From the invitation to the end.
     *
     * @param sending which mail has the valid link
     * @param day of this sending
     * @param entries how often something was done to it
     */
    record Row(
            int number,
            int workspace,
            String who,
            Status status,
            String role,
            Set<Integer> miniPrograms,
            String inviter,
            int sending,
            int day,
            int entries) {

        boolean isActiveAdmin() {
            return status == Status.ACTIVE && ADMINS.contains(role);
        }

        private Row with(Status next) {
            return new Row(number, workspace, who, next, role, miniPrograms, inviter, sending, day, entries);
        }

        private Row with(String newRole, Set<Integer> assigned) {
            return new Row(number, workspace, who, status, newRole, assigned, inviter, sending, day, entries);
        }

        private Row resent(String newInviter, int today) {
            return new Row(
                    number,
                    workspace,
                    who,
                    Status.INVITATION_SENT,
                    role,
                    miniPrograms,
                    newInviter,
                    sending + 1,
                    today,
                    entries);
        }

        private Row acted() {
            return new Row(number, workspace, who, status, role, miniPrograms, inviter, sending, day, entries + 1);
        }
    }

    record Space(int number, String type, boolean open) {}

    /** What somebody is told who may not do something, or not now. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(String answer) {
            super(answer, null, false, false);
        }
    }

    private final Map<Integer, Space> spaces;
    private final Map<Integer, Row> rows;
    private final Map<Integer, Integer> miniPrograms;
    private final Set<String> accounts;
    private final List<String> notices;
    private int today;

    Model() {
        spaces = new TreeMap<>();
        rows = new TreeMap<>();
        miniPrograms = new TreeMap<>();
        accounts = new TreeSet<>();
        notices = new ArrayList<>();
    }

    private Model(Model other) {
        spaces = new TreeMap<>(other.spaces);
        rows = new TreeMap<>(other.rows);
        miniPrograms = new TreeMap<>(other.miniPrograms);
        accounts = new TreeSet<>(other.accounts);
        notices = new ArrayList<>(other.notices);
        today = other.today;
    }

    Model copy() {
        return new Model(this);
    }

    /** How this is answered; a refusal changes nothing. */
    String answer(Operation operation) {
        try {
            operation.in(this);
            return OK;
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    // What people do

    void open(int number, String who, String type, String admin) {
        requireOperator(who);
        spaces.put(number, new Space(number, type, true));
        String role = ROLES.get(type).get(0);
        put(new Row(firstRow(number), number, admin, Status.INVITATION_SENT, role, Set.of(), who, 1, today, 0));
    }

    /** The number of the row of its first admin. */
    static int firstRow(int workspace) {
        return -workspace;
    }

    void close(String who, int workspace) {
        requireOperator(who);
        Space space = requireOpen(workspace);
        spaces.put(workspace, new Space(workspace, space.type(), false));
        rowsOf(workspace).stream()
                .filter(row -> row.status().isInvitation())
                .forEach(row -> put(row.with(Status.WITHDRAWN)));
    }

    void invite(int number, Door door, String who, int workspace, String typed, String role, Set<Integer> assigned) {
        enter(door == Door.ENGINE, who);
        Space space = requireOpen(workspace);
        if (!isOnboarding(who, workspace)) {
            requireAdmin(who, workspace);
        }
        requireChoice(space, role, assigned, false);
        refuse(isOnboarding(who, workspace) && !ADMINS.contains(role), "403 not-allowed");
        String address = typed.toLowerCase(java.util.Locale.ROOT);
        refuse(rowsOf(workspace).stream().anyMatch(row -> row.who().equals(address)), "409 address-present");
        put(new Row(number, workspace, address, Status.INVITATION_SENT, role, assigned, who, 1, today, 0));
    }

    void withdraw(Door door, String who, int workspace, int number) {
        put(invitation(door, who, workspace, number, "WITHDRAW").with(Status.WITHDRAWN));
    }

    void resend(Door door, String who, int workspace, int number) {
        put(invitation(door, who, workspace, number, "RESEND").resent(who, today));
    }

    /** Follows a link and changes nothing. */
    Row look(int number, int sending) {
        Row row = rows.get(number);
        refuse(row == null, "404 unknown-link");
        refuse(row.status() == Status.WITHDRAWN, "410 invitation-withdrawn");
        refuse(!row.status().isInvitation(), "410 invitation-accepted");
        refuse(row.sending() != sending, "410 invitation-replaced");
        refuse(status(row) == Status.INVITATION_EXPIRED, "410 invitation-expired");
        return row;
    }

    void accept(String who, int number, int sending) {
        Row row = look(number, sending);
        if (who.equals(NOBODY)) {
            refuse(accounts.contains(row.who()), "401 not-signed-in");
            accounts.add(row.who());
        } else {
            refuse(!who.equals(row.who()), "403 wrong-account");
        }
        put(row.with(Status.ACTIVE));
    }

    /** Blocks, unblocks, deletes, or sets the role. */
    void change(
            MemberDoor door, String who, int workspace, int number, String action, String role, Set<Integer> assigned) {
        enter(door == MemberDoor.ENGINE, who);
        requireAdmin(who, workspace);
        Row row = require(workspace, number);
        refuse(row.who().equals(who), "409 own-membership");
        refuse(!status(row).allows(action), "409 action-not-allowed");
        switch (action) {
            case "BLOCK" -> put(row.with(Status.INACTIVE));
            case "UNBLOCK" -> put(row.with(Status.ACTIVE));
            case "DELETE" -> put(row.with(Status.DELETED));
            default -> {
                requireChoice(spaces.get(workspace), role, assigned, true);
                put(row.with(role, assigned));
            }
        }
        notices.add(row.who());
        if (row.isActiveAdmin() && !rows.get(number).isActiveAdmin()) {
            stopInvitationsOf(row.who(), workspace);
        }
    }

    void addMiniProgram(int number, String who, int workspace) {
        Row own = requireActive(who, workspace);
        boolean developer = own.role().equals("WORKSPACE_DEVELOPER");
        refuse(!developer && !own.isActiveAdmin(), "403 not-allowed");
        miniPrograms.put(number, workspace);
        if (developer) {
            put(own.with(own.role(), with(own.miniPrograms(), number)));
        }
    }

    void removeMiniProgram(String who, int workspace, int miniProgram) {
        Row own = requireActive(who, workspace);
        boolean developer = own.role().equals("WORKSPACE_DEVELOPER");
        refuse(!developer && !own.isActiveAdmin(), "403 not-allowed");
        refuse(developer && !own.miniPrograms().contains(miniProgram), "404 not-found");
        refuse(!miniProgramsOf(workspace).contains(miniProgram), "404 not-found");
        miniPrograms.remove(miniProgram);
        rowsOf(workspace).stream()
                .filter(row -> row.miniPrograms().contains(miniProgram))
                .forEach(row -> put(row.with(row.role(), without(row.miniPrograms(), miniProgram))));
    }

    void list(String who, int workspace) {
        if (who.equals(OPERATOR)) {
            requireOpen(workspace);
        } else {
            requireAdmin(who, workspace);
        }
    }

    void passDay() {
        today++;
    }

    // Who may

    /** Workspace admins come through the engine's own REST, and operators; nobody else. */
    private void enter(boolean throughEngine, String who) {
        refuse(who.equals(NOBODY), "401 not-signed-in");
        boolean admin = spaces.values().stream()
                .anyMatch(space ->
                        own(who, space.number()).filter(Row::isActiveAdmin).isPresent());
        refuse(throughEngine && !admin && !who.equals(OPERATOR), "403 not-allowed");
    }

    private static void requireOperator(String who) {
        refuse(who.equals(NOBODY), "401 not-signed-in");
        refuse(!who.equals(OPERATOR), "403 not-allowed");
    }

    private Row requireActive(String who, int workspace) {
        refuse(who.equals(NOBODY), "401 not-signed-in");
        Optional<Row> own = own(who, workspace);
        refuse(own.isEmpty(), who.equals(OPERATOR) ? "403 not-allowed" : "404 not-found");
        refuse(own.get().status() != Status.ACTIVE, "403 not-allowed");
        return own.get();
    }

    private void requireAdmin(String who, int workspace) {
        refuse(!requireActive(who, workspace).isActiveAdmin(), "403 not-allowed");
    }

    /** While a workspace has no Active admin, operators invite its first one. */
    private boolean isOnboarding(String who, int workspace) {
        return who.equals(OPERATOR) && rowsOf(workspace).stream().noneMatch(Row::isActiveAdmin);
    }

    /** What somebody is in an open workspace, once they have joined. */
    private Optional<Row> own(String who, int workspace) {
        return rowsOf(workspace).stream()
                .filter(row -> row.who().equals(who) && !row.status().isInvitation())
                .filter(row -> spaces.get(workspace).open())
                .findFirst();
    }

    // What is allowed now

    private Row invitation(Door door, String who, int named, int number, String action) {
        boolean throughEngine = door == Door.ENGINE;
        enter(throughEngine, who);
        int workspace = throughEngine ? requireOnList(number).workspace() : named; // There nobody names one
        requireOpen(workspace);
        if (!isOnboarding(who, workspace)) {
            requireAdmin(who, workspace);
        }
        Row row = require(workspace, number);
        refuse(!status(row).allows(action), "409 action-not-allowed");
        return row;
    }

    private Space requireOpen(int workspace) {
        Space space = spaces.get(workspace);
        refuse(!space.open(), "404 not-found");
        return space;
    }

    private Row require(int workspace, int number) {
        Row row = requireOnList(number);
        refuse(row.workspace() != workspace, "404 not-found");
        return row;
    }

    private Row requireOnList(int number) {
        Row row = rows.get(number);
        refuse(!row.status().isOnList(), "404 not-found");
        return row;
    }

    private void requireChoice(Space space, String role, Set<Integer> assigned, boolean isMember) {
        boolean needs = NEED_MINI_PROGRAMS.contains(role);
        boolean mayHave = needs || (isMember && !ADMINS.contains(role));
        refuse(
                !ROLES.get(space.type()).contains(role)
                        || (needs && assigned.isEmpty())
                        || (!mayHave && !assigned.isEmpty())
                        || !miniProgramsOf(space.number()).containsAll(assigned),
                "400 invalid-input");
    }

    private static void refuse(boolean so, String answer) {
        if (so) {
            throw new Refused(answer);
        }
    }

    private void stopInvitationsOf(String who, int workspace) {
        rowsOf(workspace).stream()
                .filter(row -> row.inviter().equals(who) && status(row) == Status.INVITATION_SENT)
                .forEach(row -> rows.put(row.number(), row.with(Status.INVITATION_EXPIRED)));
    }

    private void put(Row row) {
        rows.put(row.number(), row.acted());
    }

    // What can be seen

    Status status(Row row) {
        boolean over = row.status() == Status.INVITATION_SENT && today - row.day() >= VALID_DAYS;
        return over ? Status.INVITATION_EXPIRED : row.status();
    }

    Collection<Row> rows() {
        return rows.values();
    }

    Collection<Space> spaces() {
        return spaces.values();
    }

    /** The list. */
    List<Row> rowsOf(int workspace) {
        return rows.values().stream()
                .filter(row -> row.workspace() == workspace && row.status().isOnList())
                .toList();
    }

    Set<Integer> miniProgramsOf(int workspace) {
        var found = new HashSet<Integer>();
        miniPrograms.forEach((number, its) ->
                Stream.of(number).filter(any -> its == workspace).forEach(found::add));
        return found;
    }

    Set<String> accounts() {
        return accounts;
    }

    /** To whom what was changed has to be told. */
    List<String> notices() {
        return notices;
    }

    private static Set<Integer> with(Set<Integer> some, int one) {
        var more = new HashSet<>(some);
        more.add(one);
        return Set.copyOf(more);
    }

    private static Set<Integer> without(Set<Integer> some, int one) {
        var fewer = new HashSet<>(some);
        fewer.remove(one);
        return Set.copyOf(fewer);
    }
}
