package chat.parley.testkit;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * An extension of JUnit that gives a test with a parameter of type {@link Scenario} one of its own,
 * ends it afterwards, and adds the conversation to whatever a test fails with.
 *
 * <p>Where all scenarios take place is said in one place, the JUnit configuration parameter {@value
 * #STAGE}, which may be a system property or stand in {@code junit-platform.properties}: {@code
 * in-process} (also when nothing is said), {@code tcp} for a server of its own, started by the
 * scenario, or the {@code HOST:PORT} of the lines listener of a server that runs already. A class
 * annotated with {@link OverTcp} is never in process.
 */
public final class ScenarioExtension implements ParameterResolver, TestExecutionExceptionHandler {
  /** The configuration parameter that says where scenarios take place. */
  public static final String STAGE = "scenario.stage";

  private static final String IN_PROCESS = "in-process";
  private static final String TCP = "tcp";
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(ScenarioExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Scenario.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store = context.getStore(HERE);
    Scenario scenario = store.get(Scenario.class, Scenario.class);
    if (scenario == null) {
      scenario = new Scenario(venue(context), Scenario.PATIENCE);
      // What is in a store and can be closed is closed when the test is over.
      store.put(Scenario.class, scenario);
    }
    return scenario;
  }

  private static Venue venue(ExtensionContext context) {
    String stage = context.getConfigurationParameter(STAGE).orElse(IN_PROCESS).strip();
    if (stage.equals(IN_PROCESS) || stage.equals(TCP)) {
      boolean overTcp =
          stage.equals(TCP) || context.getRequiredTestClass().isAnnotationPresent(OverTcp.class);
      return overTcp ? new OwnServer(Scenario.PATIENCE) : new InProcess(Scenario.PATIENCE);
    }
    return new OutsideServer(address(stage), Scenario.PATIENCE);
  }

  private static InetSocketAddress address(String stage) {
    int colon = stage.lastIndexOf(':');
    try {
      return new InetSocketAddress(
          stage.substring(0, colon), Integer.parseInt(stage.substring(colon + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ExtensionConfigurationException(
          STAGE + " is " + IN_PROCESS + ", " + TCP + " or HOST:PORT, not " + stage, e);
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Scenario scenario = context.getStore(HERE).get(Scenario.class, Scenario.class);
    if (scenario != null && !tellsOne(failure)) {
      failure.addSuppressed(new ConversationSoFar(scenario.conversation()));
    }
    throw failure;
  }

  private static boolean tellsOne(Throwable failure) {
    return failure instanceof TestAbortedException
        || String.valueOf(failure.getMessage()).contains(Conversation.TITLE);
  }

  private static final class ConversationSoFar extends RuntimeException {
    private static final long serialVersionUID = 1;

    ConversationSoFar(Conversation conversation) {
      super(conversation.toString(), null, false, false);
    }
  }
}
