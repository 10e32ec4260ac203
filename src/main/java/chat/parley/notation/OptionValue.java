package chat.parley.notation;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A reader of values on a command line; what is wrong with one is said as its parser says it. */
public class OptionValue<T> implements ITypeConverter<T> {
  private final Function<String, T> parser;

  /**
   * @param parser throws an {@link IllegalArgumentException} that says in one line what is wrong
   */
  public OptionValue(Function<String, T> parser) {
    this.parser = parser;
  }

  @Override
  public T convert(String text) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
