package chat.parley.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;

/** The way of one thing through the gates: those that it has passed, where it is, what is left. */
final class GateProgress {
  private List<GateRef> gates;

  /** Where it is; as many as there are gates when it is through. */
  private int at;

  /** Begins before the first of {@code gates}. */
  GateProgress(List<GateRef> gates) {
    this.gates = gates;
  }

  boolean isThrough() {
    return at == gates.size();
  }

  /** The gate where it is. */
  ActorRef<GateHost.Command> gate() {
    return gates.get(at).host();
  }

  /** This gate has let it pass. */
  void pass() {
    at++;
  }

  /**
   * Goes by other gates, of which those are left, in their order, that have not let it pass. One
   * that was started anew need not be asked again for what it has let pass before.
   *
   * @return whether it stays where it is, since that gate still stands; otherwise it is at the next
   */
  boolean change(List<GateRef> now) {
    boolean stays = now.contains(gates.get(at));
    List<GateRef> way = new ArrayList<>(gates.subList(0, stays ? at + 1 : at));
    Set<String> known = way.stream().map(GateRef::name).collect(Collectors.toSet());
    now.stream().filter(gate -> !known.contains(gate.name())).forEach(way::add);
    gates = way;
    return stays;
  }
}
