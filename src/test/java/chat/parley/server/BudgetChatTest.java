package chat.parley.server;

import chat.parley.listener.ListenerAddress;
import chat.parley.testkit.BudgetChatRules;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Budget Chat is what a lines listener speaks. */
class BudgetChatTest {

  /** Without commands it is exactly that. */
  @Nested
  class WithoutCommands extends OurRules {
    WithoutCommands() {
      super("off");
    }
  }

  /** With commands it is that but for messages that begin with a slash. */
  @Nested
  class WithCommands extends OurRules {
    WithCommands() {
      super("on");
    }

    @Override
    protected boolean hasCommands() {
      return true;
    }
  }

  /** The rules hold for a server that runs somewhere: {@code -Dbudget-chat.server=HOST:PORT}. */
  @Nested
  @EnabledIfSystemProperty(named = "budget-chat.server", matches = ".+:\\d+")
  class OfSomeServer extends BudgetChatRules {
    @Override
    protected InetSocketAddress server() {
      String address = System.getProperty("budget-chat.server");
      int colon = address.lastIndexOf(':');
      return new InetSocketAddress(
          address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }
  }

  private abstract static class OurRules extends BudgetChatRules {
    private final String commands;
    private TestServer server;

    OurRules(String commands) {
      this.commands = commands;
    }

    @BeforeEach
    void start() {
      server = new TestServer("parley.lines.commands=" + commands);
    }

    @AfterEach
    void stop() {
      server.close();
    }

    @Override
    protected InetSocketAddress server() {
      ListenerAddress lines = server.lines();
      return new InetSocketAddress(lines.host(), lines.port());
    }
  }
}
