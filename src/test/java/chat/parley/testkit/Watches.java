package chat.parley.testkit;

import chat.parley.event.RoomEvent;
import chat.parley.extension.Extension;
import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import com.typesafe.config.Config;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.Behavior;

/** The watches on the extensions of one room. */
final class Watches {

  private interface Watched extends Extension {
    Extension inner();

    @Override
    default String name() {
      return inner().name();
    }

    @Override
    default Config defaults() {
      return inner().defaults();
    }

    @Override
    default void check(Config settings) {
      inner().check(settings);
    }
  }

  private interface WatchedMember extends Watched, MemberExtension {
    Watch asMember();

    @Override
    default Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      RoomHandle watched = new WatchedRoom(voice, asMember());
      return WatchedBehavior.of(
          () -> ((MemberExtension) inner()).member(settings, watched), asMember());
    }
  }

  private interface WatchedGate extends Watched, GateExtension {
    Watch asGate();

    @Override
    default Behavior<Gate.Question> gate(Config settings) {
      return WatchedBehavior.of(() -> ((GateExtension) inner()).gate(settings), asGate());
    }
  }

  private record OfMember(Extension inner, Watch asMember) implements WatchedMember {}

  private record OfGate(Extension inner, Watch asGate) implements WatchedGate {}

  private record OfBoth(Extension inner, Watch asMember, Watch asGate)
      implements WatchedMember, WatchedGate {}

  private final AtomicLong activity = new AtomicLong();
  private volatile CompletableFuture<Boolean> runnerLeft = new CompletableFuture<>();
  private final List<Watch> members = new CopyOnWriteArrayList<>();
  private final List<Watch> gates = new CopyOnWriteArrayList<>();

  /** The same extension, watched. */
  Extension around(Extension extension) {
    boolean gate = extension instanceof GateExtension;
    if (!(extension instanceof MemberExtension)) {
      return gate ? new OfGate(extension, watch(extension, gates)) : extension;
    }
    Watch asMember = watch(extension, members);
    return gate
        ? new OfBoth(extension, asMember, watch(extension, gates))
        : new OfMember(extension, asMember);
  }

  private Watch watch(Extension extension, List<Watch> watches) {
    Watch watch = new Watch(extension.name(), activity, () -> runnerLeft);
    watches.add(watch);
    return watch;
  }

  /** Those on members. */
  List<Watch> members() {
    return members;
  }

  /** Those on gates, in the order in which they are asked. */
  List<Watch> gates() {
    return gates;
  }

  /**
   * Waits until the gates, the first of which is asked about every post, have been asked about as
   * many of {@code author} or {@code heeded} is completed: what has been delayed by a gate keeps
   * its author's session from answering.
   */
  void awaitConsidered(String author, int posts, CompletableFuture<?> heeded, Duration patience) {
    if (gates.isEmpty()) {
      Patience.await(heeded, patience, "the server has not answered " + author);
    } else {
      gates.get(0).awaitConsidered(author, posts, heeded, patience);
    }
  }

  /**
   * What keeps the next {@link WatchedBehavior#RUNNER} before the first gate until it is completed,
   * when the one before is through.
   */
  CompletableFuture<Boolean> holdRunner() {
    runnerLeft = new CompletableFuture<>();
    return runnerLeft;
  }

  /** Has the extension called {@code name} throw an exception, as a member and as a gate. */
  void crash(String name, Duration patience) {
    List<Watch> named = all().stream().filter(each -> each.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new StageFailure("there is no extension " + name + " in the room that could crash");
    }
    named.forEach(each -> each.crash(patience));
  }

  /** All of them. */
  List<Watch> all() {
    return Stream.concat(members.stream(), gates.stream()).toList();
  }

  /** Grows with everything that happens in the room or its extensions. */
  AtomicLong activity() {
    return activity;
  }
}
