package chat.parley.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/**
 * The rules of Budget Chat, <a href="https://protohackers.com/problem/3">Protohackers problem
 * 3</a>, for any server: extend this with a class that says where it is.
 *
 * <p>Names are fresh in each test, and what a server says of people with other names is not looked
 * at, so a server may have gone through these rules before. Nobody else may talk meanwhile.
 */
public abstract class BudgetChatRules {
  private static final int LONGEST_MESSAGE = 1000;

  private final Conversation conversation = new Conversation();
  private final String suffix = UUID.randomUUID().toString().substring(0, 6);
  private final List<Guest> guests = new ArrayList<>();

  /** Where the server is. */
  protected abstract InetSocketAddress server();

  /**
   * Whether a line that begins with a slash is a command there, which Budget Chat does not have.
   */
  protected boolean hasCommands() {
    return false;
  }

  @AfterEach
  void hangUp() {
    guests.forEach(guest -> guest.connection.close());
  }

  /** Somebody on a connection. */
  private final class Guest implements LineConnection.Listener {
    private final String name;
    private final Ears ears;
    private final LineConnection connection;
    private int lines;

    Guest(String name) {
      this.name = name;
      this.ears = new Ears(name, conversation);
      guests.add(this);
      conversation.add(name, "calls", "");
      this.connection = new LineConnection(name, server(), this);
    }

    @Override
    public void line(String line) {
      if (!isAboutStrangers(line)) {
        ears.hear(line);
      }
    }

    /** The first line is a prompt, in any words, and the second a list, perhaps of nobody. */
    private boolean isAboutStrangers(String line) {
      return ++lines > 2 && line.startsWith("*") && !line.contains(suffix);
    }

    @Override
    public void ended() {
      ears.end();
    }

    void sends(String line) {
      conversation.add(name, "sends", line);
      connection.send(line);
    }

    String next(String expected) {
      String line = ears.next(Scenario.PATIENCE);
      if (line == null) {
        throw fails(expected, ears.hasEnded() ? "the connection ended" : "heard nothing");
      }
      return line;
    }

    void hears(Guest author, String text) {
      String expected = "[" + author.name + "] " + text;
      String line = next("heard " + expected);
      if (!line.equals(expected)) {
        throw fails("heard " + expected, "heard " + line);
      }
    }

    /** The server says something that names all of these. */
    void isToldOf(Guest... others) {
      String expected = "been told of " + names(others);
      String line = next(expected);
      for (Guest other : others) {
        if (!line.startsWith("*") || !line.contains(other.name)) {
          throw fails(expected, "heard " + line);
        }
      }
    }

    /** Gives its name, and is told that just these are there. */
    void joins(Guest... present) {
      next("been asked for a name");
      sends(name);
      String expected = "been told who is there: " + names(present);
      String line = next(expected);
      if (!line.startsWith("*") || line.contains(name)) {
        throw fails(expected, "heard " + line);
      }
      for (Guest other : guests) {
        if (line.contains(other.name) != List.of(present).contains(other)) {
          throw fails(expected, "heard " + line);
        }
      }
    }

    void hangsUp() {
      conversation.add(name, "hangs up", "");
      connection.close();
    }

    /** The server ends the connection; it may say why before. */
    void isSentAway() {
      if (!ears.awaitEnd(Scenario.PATIENCE)) {
        throw fails("been disconnected", "was not");
      }
    }

    AssertionFailedError fails(String expected, String actual) {
      return conversation.failure(name, expected, actual);
    }
  }

  private static List<String> names(Guest... guests) {
    return List.of(guests).stream().map(guest -> guest.name).toList();
  }

  private Guest calls(String name) {
    return new Guest(name + suffix);
  }

  @Test
  @DisplayName("asks for a name, lists who is there, and tells those of the newcomer")
  void introducesPeople() {
    Guest alice = calls("alice");
    alice.joins();
    Guest bob = calls("bob");
    bob.joins(alice);
    alice.isToldOf(bob);
    Guest carol = calls("Carol7");
    carol.joins(alice, bob);
    alice.isToldOf(carol);
    bob.isToldOf(carol);
  }

  @Test
  @DisplayName("sends each message to all others, with its author's name, and not back")
  void passesMessagesOn() {
    Guest alice = calls("alice");
    alice.joins();
    Guest bob = calls("bob");
    bob.joins(alice);
    Guest carol = calls("carol");
    carol.joins(alice, bob);
    alice.isToldOf(bob);
    alice.isToldOf(carol);
    bob.isToldOf(carol);
    alice.sends("hi");
    alice.sends("  and  more, [bob] * /x");
    String longest = "x".repeat(LONGEST_MESSAGE);
    alice.sends(longest);
    for (Guest other : List.of(bob, carol)) {
      other.hears(alice, "hi");
      other.hears(alice, "  and  more, [bob] * /x");
      other.hears(alice, longest);
    }
    bob.sends("hello");
    // The first that alice hears: nothing of her own has come back.
    alice.hears(bob, "hello");
    carol.hears(bob, "hello");
  }

  @Test
  @DisplayName("treats a message like any other whatever it begins with")
  void knowsNoCommands() {
    assumeFalse(hasCommands(), "a line that begins with a slash is a command there");
    Guest alice = calls("alice");
    alice.joins();
    Guest bob = calls("bob");
    bob.joins(alice);
    bob.sends("/help");
    bob.sends("//x");
    alice.isToldOf(bob);
    alice.hears(bob, "/help");
    alice.hears(bob, "//x");
  }

  @Test
  @DisplayName("tells the others when somebody leaves")
  void tellsWhoLeaves() {
    Guest alice = calls("alice");
    alice.joins();
    Guest bob = calls("bob");
    bob.joins(alice);
    alice.isToldOf(bob);
    bob.hangsUp();
    alice.isToldOf(bob);
    Guest carol = calls("carol");
    carol.joins(alice);
    alice.isToldOf(carol);
  }

  @Test
  @DisplayName("keeps the room from who has no name, and who has none from the room")
  void keepsNamelessOut() {
    Guest nobody = calls("nobody");
    Guest other = calls("other");
    Guest alice = calls("alice");
    alice.joins();
    Guest bob = calls("bob");
    bob.joins(alice);
    alice.isToldOf(bob);
    alice.sends("psst");
    bob.hears(alice, "psst");
    other.next("been asked for a name");
    other.hangsUp();
    // The list is what nobody hears after the question: nothing of the room has come before.
    nobody.joins(alice, bob);
    // And this is what bob hears next: nothing of who hung up.
    bob.isToldOf(nobody);
  }

  @Test
  @DisplayName("sends away who gives no legal name, and tells nobody")
  void refusesIllegalNames() {
    Guest alice = calls("alice");
    alice.joins();
    for (String illegal : List.of("", "no spaces " + suffix, "semi;" + suffix)) {
      Guest stranger = calls("stranger");
      stranger.next("been asked for a name");
      stranger.sends(illegal);
      stranger.isSentAway();
    }
    Guest bob = calls("bob");
    bob.joins(alice);
    alice.isToldOf(bob);
  }

  @Test
  @DisplayName("takes names of sixteen letters and digits")
  void takesLongNames() {
    Guest long16 = calls("AbcdefGh12");
    assertEquals(16, long16.name.length());
    long16.joins();
  }

  @Test
  @DisplayName("has room for ten at once")
  void hasRoomForTen() {
    List<Guest> there = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Guest guest = calls("guest" + (char) ('a' + i));
      guest.joins(there.toArray(Guest[]::new));
      there.forEach(other -> other.isToldOf(guest));
      there.add(guest);
    }
    there.get(0).sends("all here?");
    there.subList(1, 10).forEach(guest -> guest.hears(there.get(0), "all here?"));
    assertTrue(there.stream().noneMatch(guest -> guest.ears.hasEnded()));
  }
}
