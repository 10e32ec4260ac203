package chat.parley.testkit;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.opentest4j.TestAbortedException;

/**
 * A server that runs somewhere and has a lines listener with commands. What a scenario needs that
 * such a server cannot be asked for aborts the test, which says what.
 */
final class OutsideServer implements Venue {
  private final InetSocketAddress server;
  private final Duration patience;

  OutsideServer(InetSocketAddress server, Duration patience) {
    this.server = server;
    this.patience = patience;
  }

  @Override
  public Stage open(Plan plan) {
    if (!plan.assignments().isEmpty()) {
      throw cannot("be given settings: " + String.join(", ", plan.assignments()));
    }
    for (Plan.TurnedOn each : plan.extensions()) {
      if (each.object() != null) {
        throw cannot("be given the extension " + each.name());
      }
      if (!each.settings().isEmpty()) {
        throw cannot("be given settings of " + each.name() + ": " + each.settings());
      }
    }
    return new OutsideStage(plan);
  }

  private TestAbortedException cannot(String what) {
    return new TestAbortedException("the server at " + server + " cannot " + what);
  }

  @Override
  public void pass(Duration time) {
    RealTime.pass(time);
  }

  @Override
  public String howTimePasses() {
    return RealTime.HOW;
  }

  @Override
  public String toString() {
    return "over TCP to " + server;
  }

  @Override
  public void close() {
    // The server is not this scenario's.
  }

  private final class OutsideStage implements Stage {
    private final Plan plan;
    private final Set<Caller> callers = ConcurrentHashMap.newKeySet();
    private boolean checked;

    OutsideStage(Plan plan) {
      this.plan = plan;
    }

    @Override
    public Presence enter(String name, Ears ears) throws NotLetIn {
      Caller caller =
          new Caller(server, plan.room(), name, ears, patience, taken -> false, gone -> {});
      caller.enter();
      callers.add(caller);
      if (!checked) {
        checked = true;
        requireExtensions(caller);
      }
      return caller;
    }

    private void requireExtensions(Caller caller) {
      if (plan.extensions().isEmpty()) {
        return;
      }
      String has = Patience.await(caller.extensions(), patience, "no list of extensions has come");
      List<String> there =
          List.of(has.substring(has.indexOf(" has ") + " has ".length()).split(", ", -1));
      for (Plan.TurnedOn each : plan.extensions()) {
        if (!there.contains(each.name())) {
          throw cannot("be used, as " + plan.room() + " has no " + each.name() + " there");
        }
      }
    }

    @Override
    public void deliver() {
      all(Caller::told);
    }

    @Override
    public void settle() {
      all(Caller::heeded);
      all(Caller::told);
    }

    private void all(Function<Caller, CompletableFuture<String>> question) {
      List<CompletableFuture<String>> answers = new ArrayList<>();
      callers.stream().filter(Caller::isReading).map(question).forEach(answers::add);
      answers.forEach(each -> Patience.await(each, patience, "the server has not answered"));
    }

    @Override
    public void crash(String extension) {
      throw cannot("be made to crash " + extension);
    }

    @Override
    public void close() {
      callers.forEach(Caller::close);
    }
  }
}
