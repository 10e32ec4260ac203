package chat.parley.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What is done for each type of a sealed family: complete, or it cannot be made. So a type that is
 * added later and forgotten somewhere stops the first test that comes there, and is never ignored.
 * Java 17 has no {@code switch} that does it.
 *
 * @param <C> on what it is done
 * @param <T> the sealed type at the head of the family
 * @param <R> what comes of it
 */
public final class Cases<C, T, R> {
  private final Map<Class<?>, BiFunction<C, T, R>> byType;

  private Cases(Map<Class<?>, BiFunction<C, T, R>> byType) {
    this.byType = byType;
  }

  /** Begins the cases of the family of {@code sealed}. */
  public static <C, T, R> Builder<C, T, R> of(Class<T> sealed) {
    return new Builder<>(sealed);
  }

  /** What comes of {@code value}. */
  public R apply(C context, T value) {
    return byType.get(value.getClass()).apply(context, value);
  }

  /** The types of the family of {@code sealed} that objects are of. */
  public static List<Class<?>> leaves(Class<?> sealed) {
    if (!sealed.isSealed()) {
      return List.of(sealed);
    }
    List<Class<?>> leaves = new ArrayList<>();
    for (Class<?> each : sealed.getPermittedSubclasses()) {
      leaves.addAll(leaves(each));
    }
    return leaves.stream().distinct().toList();
  }

  /** Cases that are not complete yet. */
  public static final class Builder<C, T, R> {
    private final Class<T> sealed;
    private final Map<Class<?>, BiFunction<C, T, R>> byType = new HashMap<>();

    private Builder(Class<T> sealed) {
      this.sealed = sealed;
    }

    /**
     * For {@code type}, and for all below it that have no case of their own before this.
     *
     * @throws IllegalArgumentException when nothing is left of {@code type}, or it is no part of
     *     the family
     */
    public <S> Builder<C, T, R> on(Class<S> type, BiFunction<C, S, R> then) {
      boolean isFirst = false;
      for (Class<?> leaf : leaves(type)) {
        if (!sealed.isAssignableFrom(leaf)) {
          throw new IllegalArgumentException(leaf + " is no " + sealed);
        }
        isFirst |=
            byType.putIfAbsent(leaf, (context, value) -> then.apply(context, type.cast(value)))
                == null;
      }
      if (!isFirst) {
        throw new IllegalArgumentException("there are cases for all of " + type + " before this");
      }
      return this;
    }

    /** As {@link #on}, for what depends on nothing else. */
    public <S> Builder<C, T, R> say(Class<S> type, Function<S, R> then) {
      return on(type, (context, value) -> then.apply(value));
    }

    /** As {@link #on}, for what nothing comes of. */
    public <S> Builder<C, T, R> run(Class<S> type, BiConsumer<C, S> then) {
      return on(
          type,
          (context, value) -> {
            then.accept(context, value);
            return null;
          });
    }

    /**
     * The cases.
     *
     * @throws IllegalStateException that names the types for which there is none
     */
    public Cases<C, T, R> build() {
      List<String> missing =
          leaves(sealed).stream()
              .filter(leaf -> !byType.containsKey(leaf))
              .map(Class::getName)
              .toList();
      if (!missing.isEmpty()) {
        throw new IllegalStateException(
            "no case of " + sealed.getSimpleName() + " for " + String.join(", ", missing));
      }
      return new Cases<>(Map.copyOf(byType));
    }
  }
}
