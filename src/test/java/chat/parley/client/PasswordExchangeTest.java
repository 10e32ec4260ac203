package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.patience.Wait;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client without a screen, whose server asks for passwords. */
@Timeout(60)
class PasswordExchangeTest {
  private static final String SERVER = "* what is the server's password?";
  private static final String WRONG = "* that is not it; what is the server's password?";
  private static final String NAME = "* bob is a registered name; what is its password?";
  private static final String NOT_OF_BOB = "* that is not the password of bob; another name?";
  private static final String LOBBY = "* you are in lobby with nobody else";

  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = LinesPeer.listen(0);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void takesPasswordsFromTheFirstLinesOfAPipe() throws IOException {
    ClientUnderTest bob = pipe();
    bob.type("hunter2");
    bob.type("secret");
    bob.type("hello");
    bob.endInput();
    bob.awaitInputEnd();
    try (LinesPeer peer = greet("bob")) {
      answer(peer, NAME, "hunter2");
      answer(peer, SERVER, "secret");
      answer(peer, LOBBY, "hello");
    }
    assertThat(bob.end()).isEmpty();
    assertThat(bob.shown()).contains(NAME, SERVER).doesNotContain("hunter2", "secret");
  }

  @Test
  void waitsInAPipeForALineThatIsThePassword() throws IOException {
    ClientUnderTest bob = pipe();
    try (LinesPeer peer = greet("bob")) {
      peer.say(SERVER);
      bob.awaitShown(SERVER);
      bob.type("secret");
      assertThat(peer.hear()).isEqualTo("secret");
      bob.type("hello");
      answer(peer, LOBBY, "hello");
      bob.endInput();
      bob.awaitInputEnd();
    }
    assertThat(bob.end()).isEmpty();
  }

  @Test
  void failsInAPipeWithoutALineForThePassword() throws IOException {
    ClientUnderTest bob = pipe();
    bob.endInput();
    try (LinesPeer peer = greet("bob")) {
      peer.say(SERVER);
      assertThat(peer.hear()).isNull();
    }
    assertThat(bob.end())
        .hasValue("the server asks for a password, and there is no line of input left to give it");
  }

  @Test
  void failsInAPipeWhenAPasswordIsWrong() throws IOException {
    ClientUnderTest bob = pipe();
    bob.type("hunter1");
    try (LinesPeer peer = greet("bob")) {
      answer(peer, NAME, "hunter1");
      peer.say(NOT_OF_BOB);
      assertThat(peer.hear()).isNull();
    }
    assertThat(bob.end()).hasValue("the server does not take the password: \"" + NOT_OF_BOB + "\"");
  }

  @Test
  void failsInAPipeWhenTheGivenPasswordIsWrong() throws IOException {
    ClientUnderTest bob = ClientUnderTest.knowing("wrong", server, "bob", true);
    try (LinesPeer peer = greet("bob")) {
      answer(peer, SERVER, "wrong");
      peer.say(WRONG);
      assertThat(peer.hear()).isNull();
    }
    assertThat(bob.end()).hasValue("the server does not take the password: \"" + WRONG + "\"");
  }

  @Test
  void sendsTheWholeInputWhenThePasswordWasGiven() throws IOException {
    ClientUnderTest bob = ClientUnderTest.knowing("secret", server, "bob", true);
    bob.type("hello");
    try (LinesPeer peer = greet("bob")) {
      answer(peer, SERVER, "secret");
      answer(peer, LOBBY, "hello");
    }
  }

  @Test
  void doesNotHaveThePasswordShownWhileItIsTyped() throws IOException {
    ClientUnderTest bob = ClientUnderTest.interactive(server, "bob");
    try (LinesPeer peer = greet("bob")) {
      peer.say(SERVER);
      awaitEcho(bob, 1);
      bob.type("secret");
      assertThat(peer.hear()).isEqualTo("secret");
      peer.say(LOBBY);
      bob.type("hello");
      assertThat(peer.hear()).isEqualTo("hello");
    }
    assertThat(bob.echo()).containsExactly(false, true);
    assertThat(bob.shown()).doesNotContain("secret");
  }

  @Test
  void givesThePasswordAgainWhenItComesBack() throws IOException {
    ClientUnderTest bob = ClientUnderTest.interactive(server, "bob");
    try (LinesPeer peer = greet("bob")) {
      ask(bob, peer, NAME, "hunter2", 1);
      ask(bob, peer, SERVER, "secret", 3);
      peer.say(LOBBY);
    }
    try (LinesPeer peer = greet("bob")) {
      answer(peer, NAME, "hunter2");
      answer(peer, SERVER, "secret");
    }
  }

  @Test
  void asksForAPasswordThatIsNotTheOldOneAnyMore() throws IOException {
    ClientUnderTest bob = ClientUnderTest.knowing("old", server, "bob", false);
    try (LinesPeer peer = greet("bob")) {
      answer(peer, NAME, "old");
      answer(peer, NOT_OF_BOB, "bob");
      ask(bob, peer, NAME, "new", 1);
      answer(peer, SERVER, "old");
      ask(bob, peer, WRONG, "secret", 3);
      peer.say(LOBBY);
    }
    try (LinesPeer peer = greet("bob")) {
      answer(peer, NAME, "new");
      answer(peer, SERVER, "secret");
    }
  }

  @Test
  void asksForANameWhenThePasswordThatWasTypedIsWrong() throws IOException {
    ClientUnderTest bob = ClientUnderTest.interactive(server, "bob");
    try (LinesPeer peer = greet("bob")) {
      ask(bob, peer, NAME, "guess", 1);
      peer.say(NOT_OF_BOB);
      bob.awaitShown(NOT_OF_BOB);
      bob.type("rob");
      assertThat(peer.hear()).isEqualTo("rob");
      peer.say(LOBBY);
      bob.type("hello");
      assertThat(peer.hear()).isEqualTo("hello");
    }
  }

  @Test
  void endsWhenTheServerTurnsItAway() throws IOException {
    ClientUnderTest bob = ClientUnderTest.interactive(server, "bob");
    try (LinesPeer peer = greet("bob")) {
      ask(bob, peer, SERVER, "guess", 1);
      peer.say("* that is not it; goodbye");
    }
    assertThat(bob.end()).hasValue("the server does not let you in: \"* that is not it; goodbye\"");
  }

  @Test
  void comesBackLaterWhenItIsTurnedAwayForOthers() throws IOException {
    ClientUnderTest bob = ClientUnderTest.interactive(server, "bob");
    try (LinesPeer peer = LinesPeer.accept(server)) {
      peer.admit("bob");
      bob.type("hello");
      assertThat(peer.hear()).isEqualTo("hello");
    }
    try (LinesPeer peer = LinesPeer.accept(server)) {
      peer.say("* too many wrong passwords from your address; try again later");
      assertThat(peer.hear()).isNull();
    }
    try (LinesPeer peer = LinesPeer.accept(server)) {
      peer.admit("bob");
      bob.type("back");
      assertThat(peer.hear()).isEqualTo("back");
    }
  }

  @Test
  void takesNothingThatIsSaidInARoomForAQuestion() throws IOException {
    ClientUnderTest bob = ClientUnderTest.interactive(server, "bob");
    try (LinesPeer peer = LinesPeer.accept(server)) {
      peer.admit("bob");
      peer.say(SERVER);
      bob.awaitShown(SERVER);
      bob.type("hello");
      assertThat(peer.hear()).isEqualTo("hello");
    }
    assertThat(bob.echo()).isEmpty();
  }

  private ClientUnderTest pipe() throws IOException {
    return ClientUnderTest.pipe(server.getLocalPort(), "bob", null);
  }

  private LinesPeer greet(String name) throws IOException {
    LinesPeer peer = LinesPeer.accept(server);
    peer.say("* Welcome to parley! What is your name?");
    peer.hearName(name);
    return peer;
  }

  private static void answer(LinesPeer peer, String question, String answer) throws IOException {
    peer.say(question);
    assertThat(peer.hear()).isEqualTo(answer);
  }

  /** Asks somebody at a terminal, whose echo has changed {@code changes} times then. */
  private static void ask(
      ClientUnderTest client, LinesPeer peer, String question, String answer, int changes)
      throws IOException {
    peer.say(question);
    awaitEcho(client, changes);
    client.type(answer);
    assertThat(peer.hear()).isEqualTo(answer);
  }

  private static void awaitEcho(ClientUnderTest client, int changes) {
    Wait.until(changes + " changes of the echo", () -> client.echo().size() >= changes);
  }
}
