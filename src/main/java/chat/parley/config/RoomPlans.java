package chat.parley.config;

import chat.parley.hosting.EnabledExtension;
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

  RoomPlans(List<RoomPlan> plans) {
    this.plans =
        plans.stream()
            .sorted(
                Comparator.comparing(RoomPlan::isPattern)
                    .thenComparing(plan -> -plan.room().length()))
            .toList();
  }

  /** What is turned on in the room called {@code name}. */
  List<EnabledExtension> of(String name) {
    return plans.stream()
        .filter(plan -> plan.fits(name))
        .findFirst()
        .map(RoomPlan::extensions)
        .orElse(List.of());
  }

  /** The names of all extensions that are turned on anywhere. */
  Set<String> extensionNames() {
    return plans.stream()
        .flatMap(plan -> plan.extensions().stream())
        .map(each -> each.extension().name())
        .collect(Collectors.toSet());
  }
}
