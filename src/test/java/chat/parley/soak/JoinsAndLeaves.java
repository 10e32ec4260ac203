package chat.parley.soak;

import java.io.IOException;
import java.util.Locale;

/** A hundred thousand who connect, join a busy room and leave, each in one of three ways. */
final class JoinsAndLeaves implements Attack {
  private static final int MEMBERS = 100;
  private static final int VISITS = 100_000;
  private static final int WARM_UP = 5_000;

  @Override
  public String title() {
    return "100,000 connections join a room of 100 and leave";
  }

  @Override
  public void warmUp(Scene scene) throws Exception {
    visit(scene, WARM_UP, "early");
  }

  @Override
  public String run(Scene scene) throws Exception {
    long rate = visit(scene, VISITS, "visitor");
    return String.format(Locale.ROOT, "%,d joins and as many leaves a second", rate);
  }

  private static long visit(Scene scene, int visits, String name) throws Exception {
    scene.crowd(name + "s", MEMBERS);
    long rate =
        Workers.repeat(
            visits,
            (number, worker) -> {
              try (Visit visit = new Visit(scene.server().lines(), worker, scene.counts())) {
                visit.send(name + number + "\n");
                visit.hears("* you are in ");
                leave(scene, visit, number);
              }
            });
    scene.everybodyGoes();
    return rate;
  }

  private static void leave(Scene scene, Visit visit, int number) throws IOException {
    switch (number % 3) {
      case 0 -> visit.reset();
      case 1 -> {
        visit.send("/quit\n");
        end(scene, visit);
      }
      default -> {
        visit.endOwnSide();
        end(scene, visit);
      }
    }
  }

  private static void end(Scene scene, Visit visit) {
    if (!visit.hearsTheEnd()) {
      scene.fault("a visitor's connection was not ended");
    }
  }
}
