package chat.parley.testkit;

/** The same scenarios as in {@link ScenarioTest}, over TCP to a server of their own. */
@OverTcp
class ScenarioOverTcpTest extends ScenarioTest {}
