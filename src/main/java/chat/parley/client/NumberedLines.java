package chat.parley.client;

/** What becomes of lines with the numbers of posts in them, and of the lines that they answer. */
final class NumberedLines {
  private final UserState user;
  private final CatchUp catchUp;
  private final SentLines unanswered;
  private final EntryQueue entries;
  private final EntryFactory factory;
  private final KnownNames knownNames;
  private final PostNumbers numbers;

  NumberedLines(
      UserState user,
      CatchUp catchUp,
      SentLines unanswered,
      EntryQueue entries,
      EntryFactory factory,
      KnownNames knownNames,
      PostNumbers numbers) {
    this.user = user;
    this.catchUp = catchUp;
    this.unanswered = unanswered;
    this.entries = entries;
    this.factory = factory;
    this.knownNames = knownNames;
    this.numbers = numbers;
  }

  /** The server has said something with a number. */
  void heard(SyncLine line) {
    if (line instanceof SyncLine.At at) {
      catchUp.at(at);
    } else if (line instanceof SyncLine.Past past) {
      catchUp.past(past);
    } else if (line instanceof SyncLine.Post post) {
      catchUp.live(post.number());
      said(post.number(), (ServerLine.Post) LinePattern.read(post.said()));
    } else if (line instanceof SyncLine.Deleted deleted) {
      entries.add(factory.server(deleted.by() + " deleted #" + deleted.number()));
    }
  }

  private void said(long number, ServerLine.Post post) {
    if (!user.isCalled(post.who())) {
      knownNames.learn(post);
      entries.add(factory.post(numbers.before(number), post, user.name().orElse("")));
      return;
    }
    // It is on the screen since it was typed.
    unanswered.said(post.text());
    if (numbers.areShown()) {
      entries.tell("#" + number + " is what you said: " + post.text());
    }
  }

  /** The server has said something without a number to the user, who is in. */
  void answered(ServerLine heard) {
    if (heard instanceof ServerLine.NotSaid not) {
      unanswered.refused(not.over());
    } else if (heard instanceof ServerLine.Skipped) {
      // Perhaps answers among them: nothing may be said twice.
      unanswered.forget();
    } else if (heard.roomEntered().isPresent()) {
      unanswered.moved();
      catchUp.unknown();
    }
  }
}
