package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said in a room: asks the gates, gives each post its number and time, keeps the last ones,
 * and has it sent. Not an actor: its room calls it.
 */
final class Posting {
  private static final Logger log = LoggerFactory.getLogger(Posting.class);

  private final String room;
  private final Clock clock;
  private final Roster roster;
  private final Fanout fanout;
  private final Journal journal;
  private RecentPosts recent;
  private int replayed;

  /**
   * @param room its name
   * @param clock takes the time of posts
   * @param before the last posts before the room was opened, oldest first
   */
  Posting(
      String room,
      RoomSettings settings,
      Clock clock,
      Roster roster,
      Fanout fanout,
      Journal journal,
      List<RoomEvent.Posted> before) {
    this.room = room;
    this.clock = clock;
    this.roster = roster;
    this.fanout = fanout;
    this.journal = journal;
    this.recent = new RecentPosts(settings.recent(), settings.recentBytes());
    before.forEach(recent::add);
    this.replayed = settings.replay();
  }

  void configure(RoomSettings settings) {
    recent = recent.within(settings.recent(), settings.recentBytes());
    replayed = settings.replay();
  }

  /** The last posts, as many as are kept. */
  RecentPosts recent() {
    return recent;
  }

  /** The last posts, as many as a newcomer hears, oldest first. */
  List<RoomEvent.Posted> replayed() {
    return recent.last(replayed);
  }

  /** The posts after this one have not been said after all. */
  void backTo(long number) {
    recent.backTo(number);
    journal.discard();
  }

  /** Takes what a member says, when {@code gates} let it pass. */
  void post(RoomCommand.Post post, GateChain gates) {
    Membership author = roster.membership(post.author());
    List<Content> said = author == null ? List.of() : said(post.contents(), author.member());
    if (said.isEmpty()) {
      log.debug("{} posts nothing, or is not in {}", post.author(), room);
      post.replyTo().tell(new RoomReply.Accepted());
    } else if (gates.isOpen()) {
      said.forEach(content -> take(content, author));
      fanout.whenSent(post.replyTo());
    } else {
      gates.post(new RoomCommand.Post(post.author(), said, post.replyTo()), author);
    }
  }

  /** What there is to hear; what people say has been made harmless before, by their protocols. */
  private static List<Content> said(List<Content> contents, Member author) {
    if (!author.isPerson()) {
      return contents.stream().map(Content::harmless).filter(Content::saysSomething).toList();
    }
    for (Content content : contents) {
      if (!content.saysSomething()) {
        return contents.stream().filter(Content::saysSomething).toList();
      }
    }
    return contents;
  }

  /** The gates have let {@code content} pass; its author may have left meanwhile. */
  void take(Content content, MemberId author) {
    Membership membership = roster.membership(author);
    if (membership != null) {
      take(content, membership);
    }
  }

  private void take(Content content, Membership author) {
    RoomEvent.Posted posted = roster.next(author, content, clock.instant());
    recent.add(posted);
    journal.add(posted, author.profile().registered());
    roster.post(posted); // only now: no number is lost should something have failed
  }
}
