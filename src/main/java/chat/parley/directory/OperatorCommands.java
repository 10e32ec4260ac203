package chat.parley.directory;

import chat.parley.access.AddressRange;
import chat.parley.access.Order;
import chat.parley.names.Names;
import chat.parley.notation.NotationException;
import chat.parley.store.Sanction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Carries out what operators order, and has it written to the {@link Audit} log. */
final class OperatorCommands {
  private final Users people;
  private final OpenRooms rooms;
  private final Ownerships ownerships;
  private final Sanctions sanctions;
  private final AsyncServices services;
  private final Audit audit;
  private final Clock clock;
  private final Reports reports;
  private DirectorySettings settings;

  /**
   * @param reports what an operator may ask to know
   */
  OperatorCommands(
      DirectorySettings settings,
      Users people,
      OpenRooms rooms,
      Ownerships ownerships,
      Sanctions sanctions,
      AsyncServices services,
      Audit audit,
      Clock clock,
      Reports reports) {
    this.settings = settings;
    this.people = people;
    this.rooms = rooms;
    this.ownerships = ownerships;
    this.sanctions = sanctions;
    this.services = services;
    this.audit = audit;
    this.clock = clock;
    this.reports = reports;
  }

  void configure(DirectorySettings changed) {
    settings = changed;
  }

  void carryOut(Order.OfOperator order, User by) {
    if (!by.isOperator()) {
      by.answer("that is for operators; /op PASSWORD makes you one");
    } else if (order instanceof Order.Ban ban) {
      ban(ban, by);
    } else if (order instanceof Order.Unban unban) {
      lift(Sanction.Kind.BAN, unban.target(), by);
    } else if (order instanceof Order.Mute mute) {
      mute(mute, by);
    } else if (order instanceof Order.Unmute unmute) {
      lift(Sanction.Kind.MUTE, unmute.name(), by);
    } else if (order instanceof Order.CloseRoom close) {
      close(close.room(), by);
    } else if (order instanceof Order.SayToAll say) {
      audit.log(by, "say: " + say.text());
      people.all().forEach(each -> each.tell(new Directory.Broadcast(by.name(), say.text())));
      by.answer("said to " + people.all().size());
    } else if (order instanceof Order.ListBans) {
      audit.log(by, "asks for the bans and mutes");
      by.answer(sanctionLines());
    } else if (order instanceof Order.ListSessions list) {
      audit.log(by, "asks for the sessions" + (list.like().isEmpty() ? "" : " of " + list.like()));
      reports.sessions(list.like(), by);
    } else if (order instanceof Order.ShowStats) {
      audit.log(by, "asks how the server is");
      reports.stats(by);
    } else if (order instanceof Order.Reload) {
      reports.reload(by);
    }
  }

  /** Sends somebody off the server. */
  void kick(Order.Kick kick, User by) {
    User who = people.named(kick.name());
    if (who == null) {
      by.answer("there is nobody called " + kick.name());
    } else if (who == by) {
      by.answer("you cannot kick yourself; /quit leaves");
    } else {
      audit.log(
          by, "kick: " + who.name() + " from " + who.origin() + SanctionText.reason(kick.why()));
      who.tell(new Directory.Kicked(kick.why()));
      by.answer(who.name() + " is disconnected");
    }
  }

  private void ban(Order.Ban ban, User by) {
    Optional<AddressRange> range = AddressRange.parse(ban.target());
    if (range.isEmpty() && !isName(ban.target())) {
      by.answer(neither(ban.target()));
      return;
    }
    Sanction sanction =
        sanction(Sanction.Kind.BAN, ban.target(), range, ban.time().map(this::in), by, ban.why());
    if (Sanctions.meets(sanction, by)) {
      by.answer("that would ban yourself: you are " + by.name() + " from " + by.origin());
      return;
    }
    List<Sanction> added = sanctions.add(sanction);
    for (User each : List.copyOf(people.all())) {
      if (Sanctions.meets(added.get(0), each)) {
        each.tell(new Directory.NowBanned(sanction.until(), sanction.why()));
      }
    }
    keep(added, by);
  }

  private boolean isName(String target) {
    return Names.isPersonName(Names.shown(target), settings.maxName());
  }

  private static String neither(String target) {
    return NotationException.quoted(target)
        + " is neither a name nor an address, such as 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32";
  }

  private void mute(Order.Mute mute, User by) {
    String name = Names.shown(mute.name());
    if (!Names.isPersonName(name, settings.maxName())) {
      by.answer(mute.name() + " is no name");
      return;
    }
    Sanction sanction =
        sanction(Sanction.Kind.MUTE, name, Optional.empty(), mute.time().map(this::in), by, "");
    List<Sanction> added = sanctions.add(sanction);
    people.all().forEach(each -> each.setMute(sanctions.muteOf(each)));
    keep(added, by);
  }

  private Instant in(Duration time) {
    return clock.instant().plus(time);
  }

  /**
   * Who is here is meant with the address that it comes from, unless others come from there too.
   */
  private Sanction sanction(
      Sanction.Kind kind,
      String target,
      Optional<AddressRange> range,
      Optional<Instant> until,
      User by,
      String why) {
    Instant now = clock.instant();
    if (range.isPresent()) {
      String shown = range.get().toString();
      return new Sanction(kind, shown, Optional.empty(), range, now, until, by.name(), why);
    }
    String name = Names.shown(target);
    Optional<AddressRange> addresses =
        Optional.ofNullable(people.named(name))
            .map(user -> user.origin().host())
            .filter(host -> !settings.isShared(host))
            .map(AddressRange::around);
    return new Sanction(
        kind, name, Optional.of(Names.key(name)), addresses, now, until, by.name(), why);
  }

  private void keep(List<Sanction> added, User by) {
    String done = added.stream().map(SanctionText::of).collect(Collectors.joining("; "));
    audit.log(by, (added.get(0).kind() == Sanction.Kind.BAN ? "ban: " : "mute: ") + done);
    added.stream().skip(1).forEach(services::keepQuietly);
    services.keep(added.get(0), whyNot -> by.answer(done + howLong(whyNot)));
  }

  private String howLong(String whyNotKept) {
    if (!settings.keeps()) {
      return " (until the server ends: it has no parley.store)";
    }
    return whyNotKept.isEmpty() ? "" : " (until the server ends: " + whyNotKept + ")";
  }

  private void lift(Sanction.Kind kind, String target, User by) {
    Optional<Sanction> lifted = sanctions.remove(kind, target);
    if (lifted.isEmpty() && AddressRange.parse(target).isEmpty() && !isName(target)) {
      by.answer(neither(target));
      return;
    }
    if (lifted.isEmpty()) {
      by.answer(target + " is not " + SanctionText.past(kind) + "; /bans lists who is");
      return;
    }
    people.all().forEach(each -> each.setMute(sanctions.muteOf(each)));
    String done = lifted.get().target() + " is not " + SanctionText.past(kind) + " any more";
    audit.log(by, done);
    services.forget(
        lifted.get(),
        whyNot ->
            by.answer(done + (whyNot.isEmpty() ? "" : "; but after a restart again: " + whyNot)));
  }

  private void close(String name, User by) {
    OpenRoom room = rooms.named(name);
    if (Names.same(name, settings.startRoom())) {
      by.answer(settings.startRoom() + " is where everybody starts, and stays open");
      return;
    }
    audit.log(by, "close: " + name);
    ownerships.forget(name);
    if (room == null) {
      by.answer("there is no room called " + name + "; it belongs to nobody now");
      return;
    }
    rooms.close(room);
    Consumer<User> out =
        each ->
            each.tell(
                new Directory.RemovedFromRoom(
                    room.ref(), room.name(), by.name(), "the room is closed"));
    people.all().stream().filter(each -> each.room() == room).forEach(out);
    by.answer(room.name() + " is closed");
  }

  private String[] sanctionLines() {
    List<String> lines = new ArrayList<>();
    for (Sanction each : sanctions.all()) {
      lines.add(
          SanctionText.of(each) + ", by " + each.by() + " on " + SanctionText.time(each.since()));
    }
    return lines.isEmpty()
        ? new String[] {"nobody is banned or muted"}
        : lines.toArray(String[]::new);
  }
}
