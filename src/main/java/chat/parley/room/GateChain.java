package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.extension.Gate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The gates before a room, and what is on its way through them. One thing of each author's at a
 * time; what the same author brings meanwhile waits its turn.
 */
final class GateChain {

  /** The room behind the gates. */
  interface Inside {

    /** {@code content} by {@code author}, who may have left meanwhile, has come through. */
    void take(Content content, ActorRef<?> author);

    /** Whoever wants to join has come through. */
    void admit(Room.Join join);

    /** {@code member} alone is to be told {@code text}. */
    void tell(ActorRef<?> member, String text);

    /** All of the post that is answered at {@code replyTo} has come through, or has not. */
    void done(ActorRef<Room.Reply> replyTo);

    /** Something of the post that is answered at {@code replyTo} is lost. */
    void failed(ActorRef<Room.Reply> replyTo);

    /** {@code join} has failed. */
    void failed(Room.Join join);

    /** {@link GateChain#goOn} is to be called with {@code ticket} after {@code time}. */
    void after(Duration time, long ticket);
  }

  /** Something on its way through the gates. */
  private abstract static class PendingRequest {
    final ActorRef<?> who;

    /** From when it is the first of its author's. */
    GateProgress route;

    PendingRequest(ActorRef<?> who) {
      this.who = who;
    }

    abstract Function<ActorRef<Gate.Answer>, Gate.Question> question();

    /** Goes on as {@code content}; returns whether that says anything. */
    abstract boolean change(Content content);

    /** Nothing is left of it. */
    abstract void vanished();

    abstract void passed();

    abstract void stopped(String toldText, boolean refused);

    /** Whoever brought it is to know that it comes to nothing. */
    abstract void abandoned();
  }

  private final class Posting extends PendingRequest {
    private final Membership author;
    private final Deque<Content> contents;
    private final ActorRef<Room.Reply> replyTo;

    Posting(Room.Post post, Membership author) {
      super(post.author());
      this.author = author;
      this.contents = new ArrayDeque<>(post.contents());
      this.replyTo = post.replyTo();
    }

    @Override
    Function<ActorRef<Gate.Answer>, Gate.Question> question() {
      String name = author.name();
      boolean person = author.member().person();
      Content content = contents.peek();
      return answers -> new Gate.Consider(name, person, who, content, answers);
    }

    @Override
    boolean change(Content content) {
      contents.remove();
      Content changed = content.harmless();
      contents.addFirst(changed);
      return changed.saysSomething();
    }

    @Override
    void vanished() {
      contents.remove();
      next();
    }

    @Override
    void passed() {
      inside.take(contents.remove(), who);
      next();
    }

    @Override
    void stopped(String toldText, boolean refused) {
      inside.tell(who, refused ? "not said: " + toldText : toldText);
      vanished();
    }

    @Override
    void abandoned() {
      inside.failed(replyTo);
    }

    private void next() {
      if (contents.isEmpty()) {
        inside.done(replyTo);
        finished(this);
      } else {
        enter(this);
      }
    }
  }

  private final class Entry extends PendingRequest {
    private final Room.Join join;

    Entry(Room.Join join) {
      super(join.member().identity());
      this.join = join;
    }

    @Override
    Function<ActorRef<Gate.Answer>, Gate.Question> question() {
      String name = join.member().name();
      return answers -> new Gate.Admit(name, who, answers);
    }

    @Override
    boolean change(Content content) {
      return true; // there is nothing of a person to change
    }

    @Override
    void vanished() {
      // People do not.
    }

    @Override
    void passed() {
      inside.admit(join);
      finished(this);
    }

    @Override
    void stopped(String toldText, boolean refused) {
      join.replyTo().tell(new Room.Refused(toldText));
      finished(this);
    }

    @Override
    void abandoned() {
      inside.failed(join);
    }
  }

  private final ActorRef<GateHost.Judged> answers;
  private final Inside inside;
  private List<GateRef> gates;

  /** Per author, what is on its way, and behind it what waits for that. */
  private final Map<ActorRef<?>, Deque<PendingRequest>> queues = new HashMap<>();

  /** What a gate is asked about or holds back, the one for longest first. */
  private final Map<Long, PendingRequest> asked = new LinkedHashMap<>();

  /** What can go on: to be asked about at its next gate, or let in. */
  private final Deque<PendingRequest> onward = new ArrayDeque<>();

  private long lastTicket;

  /**
   * @param gates in the order in which they are asked
   * @param answers where their answers go, for {@link #judged}
   */
  GateChain(List<GateRef> gates, ActorRef<GateHost.Judged> answers, Inside inside) {
    this.gates = gates;
    this.answers = answers;
    this.inside = inside;
  }

  /** Whether there is no gate, so that nothing need come here. */
  boolean isOpen() {
    return gates.isEmpty();
  }

  /** Takes a post, which is not empty, and says when all of it has come through or has not. */
  void post(Room.Post post, Membership author) {
    begin(new Posting(post, author));
  }

  /** Takes somebody who wants to join, and answers when that is decided. */
  void join(Room.Join join) {
    begin(new Entry(join));
  }

  private void begin(PendingRequest passage) {
    Deque<PendingRequest> queue = queues.computeIfAbsent(passage.who, who -> new ArrayDeque<>(1));
    queue.add(passage);
    if (queue.size() == 1) {
      enter(passage);
    }
    proceed();
  }

  private void enter(PendingRequest passage) {
    passage.route = new GateProgress(gates);
    onward.add(passage);
  }

  /** One after another and not one within another: there may be thousands. */
  private void proceed() {
    for (PendingRequest next = onward.poll(); next != null; next = onward.poll()) {
      if (next.route.isThrough()) {
        next.passed();
      } else {
        next.route.gate().tell(new GateHost.Ask(ticket(next), next.question(), answers));
      }
    }
  }

  private long ticket(PendingRequest passage) {
    asked.put(++lastTicket, passage);
    return lastTicket;
  }

  private void finished(PendingRequest passage) {
    Deque<PendingRequest> queue = queues.get(passage.who);
    queue.remove();
    if (queue.isEmpty()) {
      queues.remove(passage.who);
    } else {
      enter(queue.peek());
    }
  }

  /** A gate has answered. */
  void judged(GateHost.Judged judged) {
    PendingRequest passage = asked.remove(judged.ticket());
    if (passage == null) {
      // That gate does not stand any more, and its question went to another.
      return;
    }
    Gate.Answer answer = judged.answer();
    if (answer instanceof Gate.Reply reply) {
      passage.stopped(reply.text(), false);
    } else if (answer instanceof Gate.Refuse refuse) {
      passage.stopped(refuse.why(), true);
    } else if (answer instanceof Gate.Delay delay && !delay.time().isNegative()) {
      inside.after(delay.time(), ticket(passage));
    } else if (answer instanceof Gate.Change change && !passage.change(change.content())) {
      passage.vanished();
    } else {
      passThrough(passage);
    }
    proceed();
  }

  /** The time that a gate asked for is over. */
  void goOn(long ticket) {
    PendingRequest passage = asked.remove(ticket);
    if (passage != null) {
      passThrough(passage);
      proceed();
    }
  }

  /**
   * Has other gates stand here from now on. What is on its way is asked about at each of them, in
   * their order, that has not let it pass yet. What waits at a gate that does not stand any more
   * goes on: to the same extension's, if that was started anew, as if it had just come there.
   */
  void change(List<GateRef> now) {
    gates = now;
    for (Iterator<PendingRequest> each = asked.values().iterator(); each.hasNext(); ) {
      PendingRequest passage = each.next();
      if (!passage.route.change(now)) {
        each.remove();
        onward.add(passage);
      }
    }
    proceed();
  }

  /** Gives up what has failed on its way, so that what waits behind it goes on. */
  void recover() {
    Set<PendingRequest> onTheirWay = new HashSet<>(asked.values());
    onTheirWay.addAll(onward);
    for (Deque<PendingRequest> queue : List.copyOf(queues.values())) {
      PendingRequest first = queue.peek();
      if (!onTheirWay.contains(first)) {
        first.abandoned();
        finished(first);
      }
    }
    proceed();
  }

  private void passThrough(PendingRequest passage) {
    passage.route.pass();
    onward.add(passage);
  }
}
