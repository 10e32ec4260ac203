package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.MemberId;
import chat.parley.extension.Gate;
import chat.parley.hosting.GateRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;

/** A gate chain without a room, whose gates answer when we say so. */
class GateChainTest {

  /** A gate, and what it has been asked and has not answered. */
  private static final class TestGate {
    final TestInbox<GateRef.Ask> asked = TestInbox.create();
    final GateRef standing;

    TestGate(String name) {
      standing = new GateRef(name, asked.getRef());
    }

    boolean isAsked() {
      return asked.hasMessages();
    }
  }

  /** What becomes of what comes through, in words. */
  private final class Inside implements GatedRoom {
    @Override
    public void take(Content content, MemberId author) {
      if (content.text().equals("fails")) {
        throw new IllegalStateException("the room cannot take this");
      }
      happened.add(names.get(author) + ": " + content.text());
    }

    @Override
    public void admit(RoomCommand.Join join) {
      happened.add(join.member().profile().name() + " comes in");
    }

    @Override
    public void tell(MemberId member, String text) {
      happened.add("to " + names.get(member) + ": " + text);
    }

    @Override
    public void refuse(MemberId author, String why) {
      happened.add("to " + names.get(author) + ": not said: " + why);
    }

    @Override
    public void refuse(RoomCommand.Join join, String why) {
      happened.add(join.member().profile().name() + " is refused: " + why);
    }

    @Override
    public void done(ActorRef<RoomReply> replyTo) {
      happened.add("done");
    }

    @Override
    public void failed(ActorRef<RoomReply> replyTo) {
      happened.add("failed");
    }

    @Override
    public void failed(RoomCommand.Join join) {
      happened.add(join.member().profile().name() + " has failed to come in");
    }

    @Override
    public void after(Duration time, long ticket) {
      happened.add("wait " + time.toSeconds() + " s");
      delayed = ticket;
    }
  }

  private final Map<MemberId, String> names = new HashMap<>();
  private final List<String> happened = new ArrayList<>();
  private final TestInbox<GateRef.Judged> answers = TestInbox.create();
  private final TestInbox<RoomReply> replies = TestInbox.create();
  private final TestGate first = new TestGate("first");
  private final TestGate second = new TestGate("second");
  private final GateChain gateChain =
      new GateChain(List.of(first.standing, second.standing), answers.getRef(), new Inside());
  private final Member alice = member("alice");
  private final Member bob = member("bob");
  private long delayed;

  private Member member(String name) {
    TestInbox<Batch> outlet = TestInbox.create();
    names.put(Events.id(name), name);
    return Members.called(name, outlet.getRef());
  }

  private void says(Member member, String... texts) {
    List<Content> contents = Stream.of(texts).<Content>map(Content.Text::new).toList();
    gateChain.post(
        new RoomCommand.Post(member.id(), contents, replies.getRef()), new Membership(member));
  }

  /** The question that has waited at {@code gate} for longest. */
  private GateRef.Ask isAsked(TestGate gate, String about) {
    GateRef.Ask ask = gate.asked.receiveMessage();
    Gate.Question question = ask.question().apply(TestInbox.<Gate.Answer>create().getRef());
    assertThat(
            question instanceof Gate.Consider post
                ? post.author() + ": " + post.content().text()
                : ((Gate.Admit) question).name())
        .isEqualTo(about);
    return ask;
  }

  private void judges(GateRef.Ask ask, Gate.Answer answer) {
    gateChain.judged(new GateRef.Judged(ask.ticket(), answer));
  }

  private void judges(TestGate gate, String about, Gate.Answer answer) {
    judges(isAsked(gate, about), answer);
  }

  private void passes(TestGate gate, String about) {
    judges(gate, about, new Gate.Pass());
  }

  private void happens(String... what) {
    assertThat(happened).containsExactly(what);
    happened.clear();
  }

  @Test
  void isOpenWhenNoGateStandsThere() {
    assertThat(gateChain.isOpen()).isFalse();
    gateChain.change(List.of());
    assertThat(gateChain.isOpen()).isTrue();
    says(alice, "hello");
    happens("alice: hello", "done");
  }

  @Test
  void asksEachGateAboutWhatTheOneBeforeLetPass() {
    says(alice, "hello");
    assertThat(second.isAsked()).isFalse();
    judges(first, "alice: hello", new Gate.Change(new Content.Text("hel\u001blo!")));
    happens();
    passes(second, "alice: hello!");
    happens("alice: hello!", "done");
  }

  @Test
  void saysTheRestOfWhatIsNotLetPass() {
    says(alice, "/roll", "damn", "hello");
    judges(first, "alice: /roll", new Gate.Reply("you rolled a 6"));
    judges(first, "alice: damn", new Gate.Refuse("mind your words"));
    happens("to alice: you rolled a 6", "to alice: not said: mind your words");
    passes(first, "alice: hello");
    passes(second, "alice: hello");
    happens("alice: hello", "done");
  }

  @Test
  void keepsTheOrderOfOneAuthorAndMakesNobodyElseWait() {
    says(alice, "one");
    says(alice, "two");
    says(bob, "hi");
    GateRef.Ask slow = isAsked(first, "alice: one");
    passes(first, "bob: hi");
    passes(second, "bob: hi");
    happens("bob: hi", "done");
    assertThat(first.isAsked()).isFalse();
    judges(slow, new Gate.Refuse("no"));
    happens("to alice: not said: no", "done");
    passes(first, "alice: two");
  }

  @Test
  void holdsBackAsLongAsAGateWants() {
    says(alice, "hello");
    judges(first, "alice: hello", new Gate.Delay(Duration.ofSeconds(5)));
    happens("wait 5 s");
    assertThat(second.isAsked()).isFalse();
    gateChain.goOn(delayed);
    passes(second, "alice: hello");
    happens("alice: hello", "done");
    gateChain.goOn(delayed);
    happens();
  }

  @Test
  void takesADelayOfLessThanNothingForAPass() {
    says(alice, "hello");
    judges(first, "alice: hello", new Gate.Delay(Duration.ofSeconds(-1)));
    passes(second, "alice: hello");
    happens("alice: hello", "done");
  }

  @Test
  void asksWhoMayComeIn() {
    gateChain.join(new RoomCommand.Join(alice, false, replies.getRef()));
    judges(first, "alice", new Gate.Change(new Content.Text("nobody")));
    passes(second, "alice");
    happens("alice comes in");
    gateChain.join(new RoomCommand.Join(bob, false, replies.getRef()));
    judges(first, "bob", new Gate.Refuse("members only"));
    happens("bob is refused: members only");
  }

  @Test
  void letsGoOnWhatWaitsAtAGateThatIsGone() {
    says(alice, "hello");
    says(alice, "again");
    GateRef.Ask late = isAsked(first, "alice: hello");
    gateChain.change(List.of(second.standing));
    judges(late, new Gate.Refuse("too late"));
    passes(second, "alice: hello");
    happens("alice: hello", "done");
    passes(second, "alice: again");
    assertThat(first.isAsked()).isFalse();
  }

  @Test
  void givesUpWhatFailsAndGoesOnWithTheRest() {
    says(bob, "hi");
    says(alice, "fails", "after it");
    says(alice, "next");
    passes(first, "bob: hi");
    passes(first, "alice: fails");
    GateRef.Ask bobs = isAsked(second, "bob: hi");
    assertThatThrownBy(() -> passes(second, "alice: fails")).hasMessageContaining("cannot take");
    gateChain.recover();
    happens("failed");
    judges(bobs, new Gate.Pass());
    happens("bob: hi", "done");
    passes(first, "alice: next");
    passes(second, "alice: next");
    happens("alice: next", "done");
  }

  @Test
  void letsInTheOthersThatWereToBeLetInWithWhatFails() {
    says(alice, "fails");
    says(bob, "hi");
    assertThatThrownBy(() -> gateChain.change(List.of())).hasMessageContaining("cannot take");
    happens();
    gateChain.recover();
    happens("failed", "bob: hi", "done");
  }

  @Test
  void leavesAloneWhatIsOnItsWayWhenItRecovers() {
    says(alice, "one");
    says(bob, "hi");
    judges(first, "alice: one", new Gate.Delay(Duration.ofSeconds(5)));
    happens("wait 5 s");
    gateChain.recover();
    happens();
    gateChain.goOn(delayed);
    passes(second, "alice: one");
    passes(first, "bob: hi");
    happens("alice: one", "done");
  }
}
