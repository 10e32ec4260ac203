package chat.parley.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CasesTest {

  private sealed interface Shape {}

  private sealed interface Round extends Shape {}

  private sealed interface Flat extends Shape {}

  private record Circle(int radius) implements Round, Flat {}

  private record Ball(int radius) implements Round {}

  private record Square(int side) implements Flat {}

  private static Cases.Builder<String, Shape, String> shapes() {
    return Cases.of(Shape.class);
  }

  @Test
  void knowWhichTypesObjectsOfAFamilyAre() {
    assertThat(Cases.leaves(Shape.class))
        .containsExactlyInAnyOrder(Circle.class, Ball.class, Square.class);
    assertThat(Cases.leaves(Ball.class)).containsExactly(Ball.class);
  }

  @Test
  void areDoneForEachTypeOfAFamily() {
    Cases<String, Shape, String> cases =
        shapes()
            .on(Circle.class, (by, circle) -> by + " draws a circle of " + circle.radius())
            .say(Ball.class, ball -> "a ball of " + ball.radius())
            .say(Square.class, square -> "a square of " + square.side())
            .build();
    assertThat(cases.apply("alice", new Circle(1))).isEqualTo("alice draws a circle of 1");
    assertThat(cases.apply("alice", new Ball(2))).isEqualTo("a ball of 2");
    assertThat(cases.apply("alice", new Square(3))).isEqualTo("a square of 3");
  }

  @Test
  void areDoneForWholeFamiliesButForThoseThatHaveCasesOfTheirOwn() {
    Cases<String, Shape, String> cases =
        shapes()
            .say(Ball.class, ball -> "a ball")
            .say(Round.class, round -> "something round")
            .say(Shape.class, shape -> "something")
            .build();
    assertThat(cases.apply("", new Ball(1))).isEqualTo("a ball");
    assertThat(cases.apply("", new Circle(1))).isEqualTo("something round");
    assertThat(cases.apply("", new Square(1))).isEqualTo("something");
  }

  @Test
  void runWhatNothingComesOf() {
    Cases<List<Object>, Shape, Void> cases =
        Cases.<List<Object>, Shape, Void>of(Shape.class).run(Shape.class, List::add).build();
    List<Object> drawn = new ArrayList<>();
    assertThat(cases.apply(drawn, new Square(1))).isNull();
    assertThat(drawn).containsExactly(new Square(1));
  }

  @Test
  void areRefusedWhenOneIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> shapes().say(Ball.class, ball -> "a ball").build())
        .withMessageStartingWith("no case of Shape for ")
        .withMessageContaining(Circle.class.getName())
        .withMessageContaining(Square.class.getName())
        .withMessageNotContaining("Ball");
  }

  @Test
  void areRefusedForWhatIsNotOfTheFamily() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shapes().say(String.class, text -> text))
        .withMessage("class java.lang.String is no " + Shape.class);
  }

  @Test
  void areRefusedWhereTheyWouldNeverCome() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shapes().say(Round.class, round -> "round").say(Ball.class, ball -> ""))
        .withMessage("there are cases for all of " + Ball.class + " before this");
  }
}
