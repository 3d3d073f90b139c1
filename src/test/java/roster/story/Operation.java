package roster.story;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import roster.story.SomeOrder.Answered;
import roster.story.Story.Answer;

/** One request, as the model understands it and as it goes through a door of Roster. People, rows and the like have the numbers of the model. */
sealed interface Operation {

    /** Does it in the model, which throws what it refuses. */
    void in(Model model);

    Answer through(World world);

    /** What it was told; or what each was told, of several in one request. */
    default Stream<Answered> answered(Answer answer) {
        return Stream.of(Answered.of(this, answer));
    }

    record Open(int number, String who, String type, String admin) implements Operation {

        @Override
        public void in(Model model) {
            model.open(number, who, type, admin);
        }

        @Override
        public Answer through(World world) {
            return world.open(number, who, type, admin);
        }
    }

    record Close(String who, int workspace) implements Operation {

        @Override
        public void in(Model model) {
            model.close(who, workspace);
        }

        @Override
        public Answer through(World world) {
            return world.send(who, "DELETE", world.path(workspace), null);
        }
    }

    record Invite(
            int number, Door door, String who, int workspace, String email, String role, Set<Integer> miniPrograms)
            implements Operation {

        @Override
        public void in(Model model) {
            model.invite(number, door, who, workspace, email, role, miniPrograms);
        }

        @Override
        public Answer through(World world) {
            return world.invite(number, door, who, workspace, email, role, miniPrograms);
        }
    }

    /** Each row stands alone, as if it had been asked for on its own. */
    record Batch(java.util.List<Invite> rows) implements Operation {

        @Override
        public void in(Model model) {
            rows.forEach(model::answer);
        }

        @Override
        public Answer through(World world) {
            return world.invite(rows);
        }

        @Override
        public Stream<Answered> answered(Answer answer) {
            return answer.status() == 200
                    ? IntStream.range(0, rows.size())
                            .mapToObj(row -> Answered.of(
                                    rows.get(row), answer.body().path("items").path(row)))
                    : rows.stream().map(row -> Answered.of(row, answer));
        }
    }

    record Withdraw(Door door, String who, int workspace, int row) implements Operation {

        @Override
        public void in(Model model) {
            model.withdraw(door, who, workspace, row);
        }

        @Override
        public Answer through(World world) {
            return world.act(door, who, workspace, row, "withdraw");
        }
    }

    record Resend(Door door, String who, int workspace, int row) implements Operation {

        @Override
        public void in(Model model) {
            model.resend(door, who, workspace, row);
        }

        @Override
        public Answer through(World world) {
            return world.act(door, who, workspace, row, "resend");
        }
    }

    record Look(int row, int sending) implements Operation {

        @Override
        public void in(Model model) {
            model.look(row, sending);
        }

        @Override
        public Answer through(World world) {
            return world.send(Model.NOBODY, "GET", world.link(row, sending), null);
        }
    }

    record Accept(String who, int row, int sending) implements Operation {

        @Override
        public void in(Model model) {
            model.accept(who, row, sending);
        }

        @Override
        public Answer through(World world) {
            return world.accept(who, row, sending);
        }
    }

    /** @param role and mini programs, for SET_ROLE */
    record Change(
            MemberDoor door, String who, int workspace, int row, String action, String role, Set<Integer> miniPrograms)
            implements Operation {

        @Override
        public void in(Model model) {
            model.change(door, who, workspace, row, action, role, miniPrograms);
        }

        @Override
        public Answer through(World world) {
            return world.change(door, who, workspace, row, action, role, miniPrograms);
        }
    }

    record AddMiniProgram(int number, String who, int workspace) implements Operation {

        @Override
        public void in(Model model) {
            model.addMiniProgram(number, who, workspace);
        }

        @Override
        public Answer through(World world) {
            return world.addMiniProgram(number, who, workspace);
        }
    }

    record RemoveMiniProgram(String who, int workspace, int miniProgram) implements Operation {

        @Override
        public void in(Model model) {
            model.removeMiniProgram(who, workspace, miniProgram);
        }

        @Override
        public Answer through(World world) {
            String path = world.path(workspace) + "/mini-programs/" + world.id(miniProgram);
            return world.send(who, "DELETE", path, null);
        }
    }

    record List(String who, int workspace) implements Operation {

        @Override
        public void in(Model model) {
            model.list(who, workspace);
        }

        @Override
        public Answer through(World world) {
            return world.send(who, "GET", world.path(workspace) + "/members?limit=200", null);
        }
    }

    /** What the job executor does at any moment: sends mails and fires timers. */
    record RunJobs() implements Operation {

        @Override
        public void in(Model model) {
            // Nobody is told, and by the clock nothing changes
        }

        @Override
        public Answer through(World world) {
            return world.runJobs();
        }
    }
}
