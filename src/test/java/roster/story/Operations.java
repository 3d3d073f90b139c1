package roster.story;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import roster.story.Model.Row;
import roster.story.Model.Space;

/** Draws what people may ask next: mostly what could work, sometimes what cannot; and what they ask at once is mostly about the same people. */
final class Operations {

    private static final List<String> PEOPLE = List.of("ann", "ben", "cleo", "dan", "eve", "finn", "gus", "hal");
    private static final int WORKSPACES = 3;

    private final SplittableRandom random;
    private final World world;
    private Model model = new Model();
    private Space space = new Space(0, "", false);
    private Row hot;
    private int number;

    Operations(SplittableRandom random, World world) {
        this.random = random;
        this.world = world;
    }

    /** For people who meet in one workspace. */
    List<Operation> draw(Model now, int size) {
        model = now;
        List<Space> open = model.spaces().stream().filter(Space::open).toList();
        if (open.size() < WORKSPACES) {
            return List.of(open(Model.OPERATOR));
        }
        space = any(open);
        List<Row> list = model.rowsOf(space.number());
        hot = any(list.isEmpty() ? model.rows() : list);
        return IntStream.range(0, size).mapToObj(each -> next()).toList();
    }

    private Operation next() {
        number++;
        return switch (random.nextInt(40)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> invite(door(), admin());
            case 8 -> batch();
            case 9, 10, 11 ->
                new Operation.Withdraw(
                        door(), admin(), somewhere(), row("WITHDRAW").number());
            case 12, 13, 14, 15 ->
                new Operation.Resend(door(), admin(), somewhere(), row("RESEND").number());
            case 16 -> look();
            case 17, 18, 19, 20, 21, 22, 23, 24 -> accept();
            case 25, 26, 27 -> change("BLOCK");
            case 28, 29, 30 -> change("UNBLOCK");
            case 31, 32 -> change("DELETE");
            case 33, 34, 35 -> change("SET_ROLE");
            case 36 -> new Operation.AddMiniProgram(number, admin(), space.number());
            case 37 -> removeMiniProgram();
            case 38 -> random.nextBoolean() ? new Operation.RunJobs() : new Operation.List(admin(), space.number());
            default -> random.nextInt(4) == 0 ? new Operation.Close(operator(), space.number()) : open(operator());
        };
    }

    private Operation open(String who) {
        number++;
        String type = random.nextInt(3) == 0 ? "DEVELOPER" : "TENANT";
        return new Operation.Open(number, who, type, any(PEOPLE));
    }

    private Operation batch() {
        String admin = admin();
        return new Operation.Batch(IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(each -> invite(Door.API, admin))
                .toList());
    }

    private Operation.Invite invite(Door door, String admin) {
        number++;
        String who = usually() ? any(PEOPLE) : hot.who();
        String typed = random.nextInt(8) == 0 ? who.toUpperCase(Locale.ROOT) : who;
        String role = role();
        return new Operation.Invite(number, door, admin, space.number(), typed, role, miniPrograms(role, false));
    }

    private Operation look() {
        Row row = row("WITHDRAW");
        int sending = sending(row);
        return new Operation.Look(mailed(row, sending), sending);
    }

    private Operation accept() {
        Row row = row("WITHDRAW");
        String invited = model.accounts().contains(row.who()) ? row.who() : Model.NOBODY;
        int sending = sending(row);
        return new Operation.Accept(mostly() ? invited : somebody(), mailed(row, sending), sending);
    }

    private Operation change(String action) {
        MemberDoor door = random.nextInt(4) == 0 ? MemberDoor.ENGINE : MemberDoor.API;
        String role = action.equals("SET_ROLE") ? role() : "";
        return new Operation.Change(
                door, admin(), somewhere(), row(action).number(), action, role, miniPrograms(role, true));
    }

    private Operation removeMiniProgram() {
        Set<Integer> there = model.miniProgramsOf(space.number());
        return new Operation.RemoveMiniProgram(admin(), space.number(), there.isEmpty() ? 0 : any(there));
    }

    // Who

    private String operator() {
        return mostly() ? Model.OPERATOR : somebody();
    }

    private String admin() {
        List<String> admins = model.rowsOf(space.number()).stream()
                .filter(Row::isActiveAdmin)
                .map(Row::who)
                .toList();
        return mostly() ? any(admins.isEmpty() ? List.of(Model.OPERATOR) : admins) : somebody();
    }

    private String somebody() {
        return any(Stream.concat(model.accounts().stream(), Stream.of(Model.OPERATOR, Model.NOBODY))
                .toList());
    }

    // Whom

    /** One on which this could be done, or the one that others act on, or any that was ever there. */
    private Row row(String action) {
        Predicate<Row> fits = row -> model.status(row).allows(action);
        List<Row> fitting = model.rowsOf(space.number()).stream().filter(fits).toList();
        if (!mostly()) {
            return any(model.rows());
        }
        return fitting.isEmpty() || (fits.test(hot) && usually()) ? hot : any(fitting);
    }

    /** The newest that has been mailed, mostly. */
    private int sending(Row row) {
        int newest = world.hasLink(row.number(), row.sending()) ? row.sending() : row.sending() - 1;
        return mostly() ? newest : 1 + random.nextInt(row.sending());
    }

    /** Nobody has a link that no mail has brought. */
    private int mailed(Row row, int sending) {
        return world.hasLink(row.number(), sending) ? row.number() : 0;
    }

    // What

    private int somewhere() {
        return random.nextInt(20) == 0 ? any(model.spaces()).number() : space.number();
    }

    private Door door() {
        return random.nextInt(4) == 0 ? Door.ENGINE : Door.API;
    }

    private String role() {
        List<String> roles = Model.ROLES.get(random.nextInt(30) == 0 ? "TENANT" : space.type());
        return random.nextInt(3) == 0 ? roles.get(0) : any(roles);
    }

    /** As the role needs them, mostly. */
    private Set<Integer> miniPrograms(String role, boolean isMember) {
        Set<Integer> there = model.miniProgramsOf(space.number());
        boolean wanted = Set.of("WORKSPACE_DEVELOPER", "DEVELOPER", "OPERATOR").contains(role)
                || (isMember && role.equals("WORKSPACE_REVIEWER"));
        return there.isEmpty() || wanted != mostly() ? Set.of() : Set.of(any(there));
    }

    private <T> T any(Collection<T> some) {
        return some.stream().skip(random.nextInt(some.size())).findFirst().orElseThrow();
    }

    private boolean mostly() {
        return random.nextInt(10) > 0;
    }

    private boolean usually() {
        return random.nextInt(3) > 0;
    }
}
