package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.parley.patience.Wait;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionTest {

  @Test
  void comesBackAndSendsWhatWasTypedMeanwhile() throws IOException {
    int port;
    ClientUnderTest client;
    try (ServerSocket server = LinesPeer.listen(0)) {
      port = server.getLocalPort();
      client = ClientUnderTest.interactive(server, "bob");
      try (LinesPeer peer = LinesPeer.accept(server)) {
        peer.admit("bob");
        client.type("before");
        assertThat(peer.hear()).isEqualTo("before");
      }
    }
    client.awaitShown("-- connecting again");
    client.type("meanwhile 1");
    client.type("meanwhile 2");
    try (ServerSocket server = LinesPeer.listen(port);
        LinesPeer peer = LinesPeer.accept(server)) {
      peer.admit("bob");
      assertThat(peer.hear()).isEqualTo("meanwhile 1");
      assertThat(peer.hear()).isEqualTo("meanwhile 2");
      client.type("/quit");
      assertThat(peer.hear()).isNull();
    }
    assertThat(client.end()).isEmpty();
    assertThat(client.shown())
        .contains("-- connection lost: ", "what you sent last may not have arrived")
        .containsPattern("-- back as bob after [0-9]+ s");
  }

  @Test
  void sendsEverythingBeforeItLeavesAPipe() throws IOException {
    try (ServerSocket server = LinesPeer.listen(0)) {
      ClientUnderTest client =
          ClientUnderTest.pipe(server.getLocalPort(), "bob", Duration.ofMillis(1));
      CompletableFuture<Void> counted = new CompletableFuture<>();
      for (int i = 0; i < 5000; i++) {
        if (i == 500) {
          // The rest is read only as fast as it can be sent.
          counted = CompletableFuture.runAsync(() -> admitAndCount(server, 5000));
        }
        client.type("line " + i);
      }
      client.endInput();
      assertThat(client.end()).isEmpty();
      Wait.forResult("all lines", counted);
    }
  }

  private static void admitAndCount(ServerSocket server, int lines) {
    try (LinesPeer peer = LinesPeer.accept(server)) {
      peer.admit("bob");
      for (int i = 0; i < lines; i++) {
        assertThat(peer.hear()).isEqualTo("line " + i);
      }
      assertThat(peer.hear()).isNull();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void printsInAPipeJustWhatTheServerSends() throws IOException {
    try (ServerSocket server = LinesPeer.listen(0)) {
      ClientUnderTest client = ClientUnderTest.pipe(server.getLocalPort(), "bob", null);
      client.type("hi");
      client.endInput();
      try (LinesPeer peer = LinesPeer.accept(server)) {
        peer.admit("bob");
        assertThat(peer.hear()).isEqualTo("hi");
        peer.say("[alice] \u001B[1mhello");
        client.awaitInputEnd();
      }
      assertThat(client.end()).isEmpty();
      assertThat(client.shown())
          .isEqualTo(
              """
              * Welcome to parley! What is your name?
              * you are in lobby with nobody else
              [alice] ^[[1mhello
              """);
    }
  }

  @Test
  void saysThatNothingListensThere() throws IOException {
    int port;
    try (ServerSocket closed = LinesPeer.listen(0)) {
      port = closed.getLocalPort();
    }
    assertThatExceptionOfType(CannotConnect.class)
        .isThrownBy(() -> ClientUnderTest.pipe(port, "bob", null))
        .withMessage(
            "cannot connect to 127.0.0.1:%d: nothing listens there (connection refused);"
                + " is the server running?",
            port);
  }

  @Test
  void saysThatAHostIsNotKnown() {
    var address = new ServerAddress(Optional.empty(), "no-such-host.invalid", 5566);
    assertThatExceptionOfType(CannotConnect.class)
        .isThrownBy(() -> new Dialer(address, Optional.empty(), Duration.ofSeconds(30)).dial())
        .withMessage("cannot connect to no-such-host.invalid:5566: the host is not known");
  }
}
