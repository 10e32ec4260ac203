package chat.parley.room;

import chat.parley.hosting.GateRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The way of one thing through the gates: those that it has passed, where it is, what is left. */
final class GateProgress {
  private final PendingRequest request;
  private List<GateRef> gates;

  /** Where it is; as many as there are gates when it is through. */
  private int at;

  /** The next thing of {@code request} begins before the first of {@code gates}. */
  GateProgress(PendingRequest request, List<GateRef> gates) {
    this.request = request;
    this.gates = gates;
  }

  /** What it is part of. */
  PendingRequest request() {
    return request;
  }

  boolean isThrough() {
    return at == gates.size();
  }

  /** The gate where it is. */
  GateRef gate() {
    return gates.get(at);
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
