package chat.parley.directory;

import chat.parley.access.Order;
import chat.parley.access.PasswordHash;
import chat.parley.access.Passwords;
import chat.parley.access.Secret;
import java.util.Optional;

/** Carries out what people order for themselves. */
final class OwnDesk {
  private final People people;
  private final Registrations registrations;
  private final IgnoreLists ignoreLists;
  private final Errands errands;
  private final Audit audit;
  private DirectorySettings settings;

  OwnDesk(
      DirectorySettings settings,
      People people,
      Registrations registrations,
      IgnoreLists ignoreLists,
      Errands errands,
      Audit audit) {
    this.settings = settings;
    this.people = people;
    this.registrations = registrations;
    this.ignoreLists = ignoreLists;
    this.errands = errands;
    this.audit = audit;
  }

  void configure(DirectorySettings changed) {
    settings = changed;
  }

  void carryOut(Order.Own order, Person person) {
    if (order instanceof Order.BecomeOperator become) {
      becomeOperator(person, become.password());
    } else if (order instanceof Order.Register register) {
      registrations.register(person, register.password());
    } else if (order instanceof Order.Unregister unregister) {
      registrations.unregister(person, unregister.name());
    } else if (order instanceof Order.Ignore ignore) {
      ignore(person, ignore.name());
    } else if (order instanceof Order.Unignore unignore) {
      unignore(person, unignore.name());
    }
  }

  private void becomeOperator(Person person, Secret password) {
    Optional<PasswordHash> expected = settings.operatorPassword();
    if (person.isOperator()) {
      person.answer("you are an operator already");
    } else if (expected.isEmpty()) {
      person.answer("there are no operators here");
    } else {
      errands.check(
          person.origin().host(), expected.get(), password, verdict -> judged(person, verdict));
    }
  }

  private void judged(Person person, Passwords.Verdict verdict) {
    switch (verdict) {
      case RIGHT -> {
        person.makeOperator();
        audit.log(person, "is an operator now");
        person.answer("you are an operator now; /help operator lists what you can do");
      }
      case WRONG -> {
        audit.log(person, "gave a wrong password for operators");
        person.answer("that is not the operators' password");
      }
      case TOO_MANY_WRONG -> {
        audit.log(person, "has given too many wrong passwords");
        person.tell(new Directory.TooManyWrong());
      }
    }
  }

  private void ignore(Person person, Optional<String> wanted) {
    IgnoreList list = person.ignoreList();
    if (wanted.isEmpty()) {
      person.answer(
          list.isEmpty()
              ? "you hear everybody"
              : "you do not hear " + String.join(", ", list.names()));
      return;
    }
    String name = wanted.get();
    if (!Names.isPersonName(name, settings.maxName())) {
      person.answer(name + " is no name");
    } else if (person.isCalled(name)) {
      person.answer("that is you");
    } else if (list.isFull()) {
      person.answer(
          "you do not hear " + IgnoreList.MAX + " people already; /unignore NAME hears one again");
    } else {
      list.add(name, people.named(name));
      ignoreLists.changed(person);
      person.answer("you hear nothing more from " + name + "; /unignore " + name + " ends that");
    }
  }

  private void unignore(Person person, String name) {
    IgnoreList list = person.ignoreList();
    if (!list.remove(name)) {
      person.answer("you have not ignored " + name);
      return;
    }
    ignoreLists.changed(person);
    person.answer("you hear " + name + " again");
  }
}
