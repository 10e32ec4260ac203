package chat.parley.room;

import chat.parley.event.MemberId;
import chat.parley.extension.Gate;
import chat.parley.hosting.GateRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The gates before a room, and what is on its way through them. One thing of each author's at a
 * time; what the same author brings meanwhile waits its turn.
 */
final class GateChain {
  private final ActorRef<GateRef.Judged> answers;
  private final GatedRoom room;
  private List<GateRef> gates;

  /** Per author, the request that is on its way, and behind it those that wait for that. */
  private final Map<MemberId, Deque<PendingRequest>> queues = new HashMap<>();

  /** What a gate is asked about or holds back, by ticket, the one for longest first. */
  private final Map<Long, GateProgress> asked = new LinkedHashMap<>();

  /** What can go on: to be asked about at its next gate, or let in. */
  private final Deque<GateProgress> onward = new ArrayDeque<>();

  private long lastTicket;

  /**
   * @param gates in the order in which they are asked
   * @param answers where their answers go, for {@link #judged}
   */
  GateChain(List<GateRef> gates, ActorRef<GateRef.Judged> answers, GatedRoom room) {
    this.gates = gates;
    this.answers = answers;
    this.room = room;
  }

  /** Whether there is no gate, so that nothing need come here. */
  boolean isOpen() {
    return gates.isEmpty();
  }

  /** Takes a post, which is not empty, and says when all of it has come through or has not. */
  void post(RoomCommand.Post post, Membership author) {
    begin(new PostRequest(post, author, room));
  }

  /** Takes somebody who wants to join, and answers when that is decided. */
  void join(RoomCommand.Join join) {
    begin(new JoinRequest(join, room));
  }

  private void begin(PendingRequest request) {
    Deque<PendingRequest> queue = queues.computeIfAbsent(request.who(), who -> new ArrayDeque<>(1));
    queue.add(request);
    if (queue.size() == 1) {
      enter(request);
    }
    proceed();
  }

  private void enter(PendingRequest request) {
    onward.add(new GateProgress(request, gates));
  }

  /** One after another and not one within another: there may be thousands. */
  private void proceed() {
    for (GateProgress next = onward.poll(); next != null; next = onward.poll()) {
      PendingRequest request = next.request();
      if (next.isThrough()) {
        decided(request, request.passed());
      } else {
        next.gate().host().tell(new GateRef.Ask(ticket(next), request.question(), answers));
      }
    }
  }

  private long ticket(GateProgress progress) {
    asked.put(++lastTicket, progress);
    return lastTicket;
  }

  /**
   * It is decided what becomes of one thing of {@code request}.
   *
   * @param goesOn whether something else of it is next
   */
  private void decided(PendingRequest request, boolean goesOn) {
    if (goesOn) {
      enter(request);
    } else {
      finished(request);
    }
  }

  private void finished(PendingRequest request) {
    Deque<PendingRequest> queue = queues.get(request.who());
    queue.remove();
    if (queue.isEmpty()) {
      queues.remove(request.who());
    } else {
      enter(queue.peek());
    }
  }

  /** A gate has answered. */
  void judged(GateRef.Judged judged) {
    GateProgress progress = asked.remove(judged.ticket());
    if (progress == null) {
      // That gate does not stand any more, and its question went to another.
      return;
    }
    PendingRequest request = progress.request();
    Gate.Answer answer = judged.answer();
    if (answer instanceof Gate.Reply reply) {
      decided(request, request.replied(reply.text()));
    } else if (answer instanceof Gate.Refuse refuse) {
      decided(request, request.refused(refuse.why()));
    } else if (answer instanceof Gate.Delay delay && !delay.time().isNegative()) {
      room.after(delay.time(), ticket(progress));
    } else if (answer instanceof Gate.Change change && !request.change(change.content())) {
      decided(request, request.vanished());
    } else {
      passThrough(progress);
    }
    proceed();
  }

  /** The time that a gate asked for is over. */
  void goOn(long ticket) {
    GateProgress progress = asked.remove(ticket);
    if (progress != null) {
      passThrough(progress);
      proceed();
    }
  }

  private void passThrough(GateProgress progress) {
    progress.pass();
    onward.add(progress);
  }

  /**
   * Has other gates stand here from now on. What is on its way is asked about at each of them, in
   * their order, that has not let it pass yet. What waits at a gate that does not stand any more
   * goes on: to the same extension's, if that was started anew, as if it had just come there.
   */
  void change(List<GateRef> now) {
    gates = now;
    for (Iterator<GateProgress> each = asked.values().iterator(); each.hasNext(); ) {
      GateProgress progress = each.next();
      if (!progress.change(now)) {
        each.remove();
        onward.add(progress);
      }
    }
    proceed();
  }

  /** Gives up what has failed on its way, so that what waits behind it goes on. */
  void recover() {
    Set<PendingRequest> onTheirWay =
        Stream.concat(asked.values().stream(), onward.stream())
            .map(GateProgress::request)
            .collect(Collectors.toSet());
    for (Deque<PendingRequest> queue : List.copyOf(queues.values())) {
      PendingRequest first = queue.peek();
      if (!onTheirWay.contains(first)) {
        first.abandoned();
        finished(first);
      }
    }
    proceed();
  }
}
