package chat.parley.room;

/** The answers to what anybody may ask of a room. */
final class Queries {
  private final Roster roster;
  private final Topic topic;
  private final RoomExtensions extensions;

  Queries(Roster roster, Topic topic, RoomExtensions extensions) {
    this.roster = roster;
    this.topic = topic;
    this.extensions = extensions;
  }

  void answer(RoomCommand.Query query) {
    query.replyTo().tell(answerTo(query));
  }

  private RoomReply answerTo(RoomCommand.Query query) {
    if (query instanceof RoomCommand.AskPresent) {
      return new RoomReply.Present(roster.names(), roster.namesBehind());
    }
    return query instanceof RoomCommand.AskTopic
        ? new RoomReply.Topic(topic.text())
        : new RoomReply.ExtensionStates(extensions.states());
  }
}
