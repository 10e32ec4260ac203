package chat.parley.config;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plans for all rooms. A room goes by the plan with its name; without one, by that with the
 * longest pattern that fits.
 */
final class RoomPlans {
  private final List<RoomPlan> plans;
  private final RoomPlan others;

  /**
   * @param others the plan for rooms that have none
   */
  RoomPlans(List<RoomPlan> plans, RoomPlan others) {
    this.others = others;
    this.plans =
        plans.stream()
            .sorted(
                Comparator.comparing(RoomPlan::isPattern)
                    .thenComparing(plan -> -plan.room().length()))
            .toList();
  }

  /** The plan for the room called {@code name}. */
  RoomPlan of(String name) {
    return plans.stream().filter(plan -> plan.fits(name)).findFirst().orElse(others);
  }

  /** The plan for rooms that have none of their own. */
  RoomPlan others() {
    return others;
  }

  /** The names of all extensions that are turned on anywhere. */
  Set<String> extensionNames() {
    return plans.stream()
        .flatMap(plan -> plan.extensions().stream())
        .map(each -> each.extension().name())
        .collect(Collectors.toSet());
  }
}
