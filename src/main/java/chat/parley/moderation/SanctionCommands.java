package chat.parley.moderation;

import chat.parley.access.AddressRange;
import chat.parley.names.Names;
import chat.parley.store.Sanction;
import chat.parley.store.StoreClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Imposes bans and mutes, and lifts them, as operators order. */
final class SanctionCommands {
  private final Visitors visitors;
  private final Sanctions sanctions;
  private final StoreClient<ModerationCommand> store;
  private final Audit audit;
  private final Clock clock;
  private ModerationSettings settings;

  SanctionCommands(
      ModerationSettings settings,
      Visitors visitors,
      Sanctions sanctions,
      StoreClient<ModerationCommand> store,
      Audit audit,
      Clock clock) {
    this.settings = settings;
    this.visitors = visitors;
    this.sanctions = sanctions;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  void configure(ModerationSettings changed) {
    settings = changed;
  }

  void ban(ModerationCommand.Ban ban, Visitor by) {
    Optional<AddressRange> range = AddressRange.parse(ban.target());
    if (range.isEmpty() && !isName(ban.target())) {
      by.tell(new ModerationReply.NeitherNameNorAddress(ban.target()));
      return;
    }
    Sanction sanction =
        sanction(Sanction.Kind.BAN, ban.target(), range, ban.time().map(this::in), by, ban.why());
    if (Sanctions.meets(sanction, by)) {
      by.tell(new ModerationReply.WouldBanYourself(by.name(), by.origin()));
      return;
    }
    List<Sanction> added = sanctions.add(sanction);
    for (Visitor each : visitors.all()) {
      if (Sanctions.meets(added.get(0), each)) {
        each.tell(new ModerationReply.NowBanned(sanction.until(), sanction.why()));
      }
    }
    keep(added, by);
  }

  private boolean isName(String target) {
    return Names.isPersonName(Names.shown(target), settings.maxName());
  }

  void mute(ModerationCommand.Mute mute, Visitor by) {
    String name = Names.shown(mute.name());
    if (!Names.isPersonName(name, settings.maxName())) {
      by.tell(new ModerationReply.NoName(mute.name()));
      return;
    }
    Sanction sanction =
        sanction(Sanction.Kind.MUTE, name, Optional.empty(), mute.time().map(this::in), by, "");
    List<Sanction> added = sanctions.add(sanction);
    visitors.all().forEach(this::tellWhetherMuted);
    keep(added, by);
  }

  private void tellWhetherMuted(Visitor visitor) {
    if (visitor.setMute(sanctions.muteOf(visitor))) {
      visitor.tell(
          visitor
              .mutedUntil()
              .<ModerationReply>map(ModerationReply.Muted::new)
              .orElseGet(ModerationReply.Unmuted::new));
    }
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
      Visitor by,
      String why) {
    Instant now = clock.instant();
    if (range.isPresent()) {
      String shown = range.get().toString();
      return new Sanction(kind, shown, Optional.empty(), range, now, until, by.name(), why);
    }
    String name = Names.shown(target);
    Optional<AddressRange> addresses =
        Optional.ofNullable(visitors.named(name))
            .map(visitor -> visitor.origin().host())
            .filter(host -> !settings.isShared(host))
            .map(AddressRange::around);
    return new Sanction(
        kind, name, Optional.of(Names.key(name)), addresses, now, until, by.name(), why);
  }

  private void keep(List<Sanction> added, Visitor by) {
    String done = added.stream().map(SanctionText::of).collect(Collectors.joining("; "));
    audit.log(by, (added.get(0).kind() == Sanction.Kind.BAN ? "ban: " : "mute: ") + done);
    added.stream().skip(1).forEach(store::keepQuietly);
    store.keep(
        added.get(0), whyNot -> by.tell(new ModerationReply.Imposed(added, keeping(whyNot))));
  }

  private ModerationReply.Keeping keeping(Optional<String> whyNot) {
    if (!settings.keeps()) {
      return new ModerationReply.NoStore();
    }
    return kept(whyNot);
  }

  private static ModerationReply.Keeping kept(Optional<String> whyNot) {
    return whyNot
        .<ModerationReply.Keeping>map(ModerationReply.NotKept::new)
        .orElseGet(ModerationReply.Kept::new);
  }

  /** Ends a ban or a mute, which need not be there. */
  void lift(Sanction.Kind kind, String target, Visitor by) {
    Optional<Sanction> lifted = sanctions.remove(kind, target);
    if (lifted.isEmpty()) {
      boolean possible = AddressRange.parse(target).isPresent() || isName(target);
      by.tell(
          possible
              ? new ModerationReply.NotImposed(kind, target)
              : new ModerationReply.NeitherNameNorAddress(target));
      return;
    }
    visitors.all().forEach(this::tellWhetherMuted);
    String was = lifted.get().target();
    audit.log(by, was + " is not " + SanctionText.past(kind) + " any more");
    store.forget(
        lifted.get(), whyNot -> by.tell(new ModerationReply.Lifted(kind, was, kept(whyNot))));
  }

  /** Lists all that are in force. */
  void list(Visitor by) {
    audit.log(by, "asks for the bans and mutes");
    by.tell(new ModerationReply.InForce(sanctions.all()));
  }
}
