package chat.parley.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The passwords of this run, in memory only: what each question of the server was answered with,
 * until that turns out to be wrong.
 */
final class PasswordCache {
  private final Optional<String> given;

  /** By the question. */
  private final Map<String, String> answers = new HashMap<>();

  /** The questions that the given password was an answer to. */
  private final Set<String> triedGiven = new HashSet<>();

  private String question = "";
  private boolean justTyped;

  /**
   * @param given what to answer a question with before anybody is asked; empty when there is
   *     nothing
   */
  PasswordCache(Optional<String> given) {
    this.given = given;
  }

  /** The server asks {@code question}; answers with what is known, if anything is. */
  Optional<String> asked(String question) {
    this.question = question;
    justTyped = false;
    if (given.isPresent() && triedGiven.add(question)) {
      answers.putIfAbsent(question, given.get());
    }
    return Optional.ofNullable(answers.get(question));
  }

  /** The user has answered the last question. */
  void typed(String password) {
    answers.put(question, password);
    justTyped = true;
  }

  /**
   * The answer to the last question was wrong.
   *
   * @return whether the user has just typed it, so that it was not an old one
   */
  boolean refused() {
    answers.remove(question);
    return justTyped;
  }
}
