package chat.parley.patience;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** No test waits for ever: what could is left to {@link Wait} and {@link Child}. */
class BoundedWaitsTest {
  /** By whose they are, and for what is called without saying how long to wait. */
  private static final Map<Class<?>, String> ENDLESS =
      Map.of(
          ProcessBuilder.class, "start",
          Process.class, "waitFor",
          Future.class, "get",
          CompletableFuture.class, "join",
          CountDownLatch.class, "await",
          BlockingQueue.class, "take",
          Thread.class, "join",
          Object.class, "wait");

  private static final ArchRule RULE =
      noClasses()
          .that()
          .resideOutsideOfPackage("chat.parley.patience")
          .should()
          .accessTargetWhere(describe("it may wait for ever", BoundedWaitsTest::isEndless))
          .because("chat.parley.patience has waits that have an end and say what they wait for");

  private static boolean isEndless(JavaAccess<?> access) {
    return access instanceof JavaCodeUnitAccess<?> call
        && call.getTarget().getRawParameterTypes().isEmpty()
        && ENDLESS.entrySet().stream()
            .anyMatch(
                each ->
                    call.getTargetOwner().isAssignableTo(each.getKey())
                        && each.getValue().equals(call.getName()));
  }

  @Test
  void noTestWaitsWithoutAnEnd() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("chat.parley");
    assertThat(tests.size()).isGreaterThan(100);
    RULE.check(tests);
  }
}
