package chat.parley.room;

import chat.parley.hosting.EnabledExtension;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** A room called den, and what it tells whoever has opened it. */
final class TestRoom {
  static final String NAME = "den";

  final ActorRef<RoomCommand> ref;
  final TestProbe<RoomReport> reports;
  private final ActorTestKit kit;

  private TestRoom(ActorTestKit kit, RoomSettings settings, RoomAccess access) {
    this.kit = kit;
    this.reports = kit.createTestProbe(RoomReport.class);
    this.ref =
        kit.spawn(
            Room.create(
                RoomKeeping.nothing(NAME), settings, access, reports.ref(), Clock.systemUTC()));
  }

  /** One that nobody owns yet. */
  static TestRoom open(ActorTestKit kit) {
    return new TestRoom(kit, settings(100), RoomAccess.of(Optional.empty()));
  }

  /** As {@link #open}, for so many people. */
  static TestRoom forPeople(ActorTestKit kit, int people) {
    return new TestRoom(kit, settings(people), RoomAccess.of(Optional.empty()));
  }

  /** As {@link #open}, behind gates. */
  static TestRoom behind(ActorTestKit kit, EnabledExtension... gates) {
    return new TestRoom(kit, settings(100, gates), RoomAccess.of(Optional.empty()));
  }

  /** One that belongs to a registered name. */
  static TestRoom of(ActorTestKit kit, String ownerKey) {
    return new TestRoom(kit, settings(100), RoomAccess.of(Optional.of(ownerKey)));
  }

  static RoomSettings settings(int people, EnabledExtension... gates) {
    return new RoomSettings(10, 1000, 0, 50, 100, 10_000, List.of(gates)).with(people, true);
  }

  /** What can belong to nobody. */
  static RoomSettings common() {
    return settings(100).with(100, false);
  }

  RoomClient client(String name) {
    return new RoomClient(kit, name);
  }

  /** The first who comes. */
  RoomClient founder(String name) {
    return client(name).in(ref, true);
  }

  /** Somebody who is in it and whose it is not. */
  RoomClient guest(String name) {
    return client(name).in(ref, false);
  }

  void configure(RoomSettings settings) {
    ref.tell(new RoomCommand.Configure(settings));
  }

  /** Tells next that so many people are in it, and whether it is locked. */
  void reports(int people, boolean locked) {
    reports.expectMessage(new RoomReport.Status(ref, people, locked));
  }

  void reportsIdle() {
    reports.expectMessage(new RoomReport.Idle(ref));
  }
}
