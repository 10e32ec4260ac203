package chat.parley.room;

/** The answers to what anybody may ask of a room. */
final class Queries {
  private final Roster roster;
  private final Posting posting;
  private final Topic topic;
  private final RoomExtensions extensions;

  Queries(Roster roster, Posting posting, Topic topic, RoomExtensions extensions) {
    this.roster = roster;
    this.posting = posting;
    this.topic = topic;
    this.extensions = extensions;
  }

  void answer(RoomCommand.Query query) {
    query.replyTo().tell(answerTo(query));
  }

  private RoomReply answerTo(RoomCommand.Query query) {
    if (query instanceof RoomCommand.AskRecent ask) {
      return new RoomReply.Recent(posting.last(ask.count()));
    }
    if (query instanceof RoomCommand.AskPresent) {
      return new RoomReply.Present(roster.names(), roster.namesBehind());
    }
    return query instanceof RoomCommand.AskTopic
        ? new RoomReply.Topic(topic.text())
        : new RoomReply.ExtensionStates(extensions.states());
  }
}
