package chat.parley.session;

import chat.parley.cases.Cases;
import chat.parley.event.RoomEvent;
import chat.parley.protocol.Notice;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import chat.parley.store.SearchQuery;
import java.util.List;
import java.util.Optional;

/** Finds for a client what was said in a room. Not an actor: its request handler calls it. */
final class SearchRequests {
  private record Asked(SearchRequests it, LastSearch search) {}

  private static final Cases<Asked, RoomReply.ToSearch, Void> FOUND =
      Cases.<Asked, RoomReply.ToSearch, Void>of(RoomReply.ToSearch.class)
          .run(RoomReply.Found.class, (asked, found) -> asked.it().show(found, asked.search()))
          .run(
              RoomReply.NothingKept.class,
              (asked, not) -> asked.it().session.write(new Notice.NothingKept(not.room())))
          .run(
              RoomReply.NotForYou.class,
              (asked, not) -> asked.it().session.write(EntryRefusals.of(not.room(), not.why())))
          .run(
              RoomReply.HistoryUnavailable.class,
              (asked, no) -> asked.it().session.write(new Notice.HistoryUnavailable(no.room())))
          .build();

  private final SessionContext session;
  private final Identity identity;
  private final Stays stays;

  SearchRequests(SessionContext session, Identity identity, Stays stays) {
    this.session = session;
    this.identity = identity;
    this.stays = stays;
  }

  /** Looks for something anew. */
  void search(SearchQuery query, RoomMembership in) {
    search(new LastSearch(in.name(), query, LastSearch.FROM_THE_END), in);
  }

  /** Goes on with what was looked for last, if that was in this room. */
  void goOn(RoomMembership in) {
    Optional<LastSearch> last =
        session.lastSearch().filter(search -> search.room().equals(in.name()));
    if (last.isPresent()) {
      search(last.get(), in);
    } else {
      session.write(new Notice.NoSearch(in.name()));
    }
  }

  private void search(LastSearch search, RoomMembership in) {
    int count = session.settings().perSearch();
    stays.ask(
        in,
        RoomReply.ToSearch.class,
        new RoomCommand.AskSearch(
            identity.id(), search.query(), search.before(), count, session.contact().rooms()),
        reply -> FOUND.apply(new Asked(this, search), reply));
  }

  private void show(RoomReply.Found found, LastSearch search) {
    List<RoomEvent.Posted> posts = found.page().posts();
    long next = posts.isEmpty() ? search.before() : posts.get(posts.size() - 1).number();
    session.remember(new LastSearch(search.room(), search.query(), next));
    session.write(
        new Notice.SearchResult(
            found.room(),
            search.before() != LastSearch.FROM_THE_END,
            found.page(),
            stays.updates().ignored().names()));
  }
}
