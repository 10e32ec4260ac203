package chat.parley.users;

import chat.parley.cases.Cases;
import chat.parley.names.Names;
import chat.parley.store.Registration;
import java.util.Optional;

/** Does what somebody asks of the name service who has a name, and answers. */
final class UserRequests {

  /** Gives a user another name. */
  interface Renaming {
    /**
     * From now on {@code user} is called so.
     *
     * @param registered whether the name is, and is theirs
     */
    void call(User user, String name, boolean registered);
  }

  private static final Cases<UserRequests, NameCommand.OfUser, Void> REQUESTS =
      Cases.<UserRequests, NameCommand.OfUser, Void>of(NameCommand.OfUser.class)
          .run(NameCommand.Rename.class, UserRequests::rename)
          .run(NameCommand.Whisper.class, UserRequests::whisper)
          .run(
              NameCommand.CollectMessages.class,
              (it, collect) -> it.awayMessages.handOver(it.by(collect)))
          .run(NameCommand.Find.class, UserRequests::find)
          .run(
              NameCommand.Register.class,
              (it, order) -> it.registrations.register(it.by(order), order.password()))
          .run(
              NameCommand.Unregister.class,
              (it, order) ->
                  it.registrations.unregister(it.by(order), order.name(), order.operator()))
          .run(
              NameCommand.Ignore.class,
              (it, order) ->
                  it.by(order).tell(it.ignoreCommands.ignore(it.by(order), order.name())))
          .run(
              NameCommand.Unignore.class,
              (it, order) ->
                  it.by(order).tell(it.ignoreCommands.unignore(it.by(order), order.name())))
          .build();

  private final Users users;
  private final Registrations registrations;
  private final NameClaims claims;
  private final IgnoreCommands ignoreCommands;
  private final AwayMessages awayMessages;
  private final Renaming renaming;

  UserRequests(
      Users users,
      Registrations registrations,
      NameClaims claims,
      IgnoreCommands ignoreCommands,
      AwayMessages awayMessages,
      Renaming renaming) {
    this.users = users;
    this.registrations = registrations;
    this.claims = claims;
    this.ignoreCommands = ignoreCommands;
    this.awayMessages = awayMessages;
    this.renaming = renaming;
  }

  /** Does what a user wants who is here. */
  void fulfil(NameCommand.OfUser wanted) {
    REQUESTS.apply(this, wanted);
  }

  private User by(NameCommand.OfUser wanted) {
    return users.of(wanted.member());
  }

  private void rename(NameCommand.Rename rename) {
    User user = by(rename);
    String name = rename.name();
    Optional<NameReply.ToClaim> refused =
        user.isCalled(name)
            ? Optional.empty()
            : claims.refusal(name, user.origin(), user, rename.operator());
    refused.ifPresentOrElse(
        user::tell, () -> renaming.call(user, name, user.isCalled(name) && user.isRegistered()));
  }

  private void whisper(NameCommand.Whisper whisper) {
    User from = by(whisper);
    User to = users.named(whisper.to());
    if (to == null) {
      leave(whisper);
      return;
    }
    if (!to.ignoreList().holds(from)) {
      to.tell(new NameReply.Whispered(from.name(), whisper.text()));
    }
    // Also when it is not heard: nobody is to learn from it who ignores them.
    from.tell(new NameReply.WhisperSent(to.name(), whisper.text()));
  }

  private void leave(NameCommand.Whisper whisper) {
    User from = by(whisper);
    Registration known = registrations.of(Names.key(whisper.to()));
    if (known == null) {
      from.tell(new NameReply.NobodyCalled(whisper.to()));
    } else {
      awayMessages.leave(from, known, whisper.text());
    }
  }

  private void find(NameCommand.Find find) {
    User found = users.named(find.name());
    by(find)
        .tell(
            found == null
                ? new NameReply.NobodyCalled(find.name())
                : new NameReply.Found(found.id(), found.name(), found.contact()));
  }
}
