package chat.parley.directory;

import chat.parley.access.Order;
import chat.parley.access.PasswordHash;
import chat.parley.access.Passwords;
import chat.parley.access.Secret;
import chat.parley.names.Names;
import java.util.Optional;

/** Carries out what people order for themselves. */
final class UserCommands {
  private final Users people;
  private final Registrations registrations;
  private final IgnoreLists ignoreLists;
  private final AsyncServices services;
  private final Audit audit;
  private DirectorySettings settings;

  UserCommands(
      DirectorySettings settings,
      Users people,
      Registrations registrations,
      IgnoreLists ignoreLists,
      AsyncServices services,
      Audit audit) {
    this.settings = settings;
    this.people = people;
    this.registrations = registrations;
    this.ignoreLists = ignoreLists;
    this.services = services;
    this.audit = audit;
  }

  void configure(DirectorySettings changed) {
    settings = changed;
  }

  void carryOut(Order.Own order, User user) {
    if (order instanceof Order.BecomeOperator become) {
      becomeOperator(user, become.password());
    } else if (order instanceof Order.Register register) {
      registrations.register(user, register.password());
    } else if (order instanceof Order.Unregister unregister) {
      registrations.unregister(user, unregister.name());
    } else if (order instanceof Order.Ignore ignore) {
      ignore(user, ignore.name());
    } else if (order instanceof Order.Unignore unignore) {
      unignore(user, unignore.name());
    }
  }

  private void becomeOperator(User user, Secret password) {
    Optional<PasswordHash> expected = settings.operatorPassword();
    if (user.isOperator()) {
      user.answer("you are an operator already");
    } else if (expected.isEmpty()) {
      user.answer("there are no operators here");
    } else {
      services.check(
          user.origin().host(), expected.get(), password, verdict -> judged(user, verdict));
    }
  }

  private void judged(User user, Passwords.Verdict verdict) {
    switch (verdict) {
      case RIGHT -> {
        user.makeOperator();
        audit.log(user, "is an operator now");
        user.answer("you are an operator now; /help operator lists what you can do");
      }
      case WRONG -> {
        audit.log(user, "gave a wrong password for operators");
        user.answer("that is not the operators' password");
      }
      case TOO_MANY_WRONG -> {
        audit.log(user, "has given too many wrong passwords");
        user.tell(new Directory.TooManyWrong());
      }
    }
  }

  private void ignore(User user, Optional<String> wanted) {
    IgnoreList list = user.ignoreList();
    if (wanted.isEmpty()) {
      user.answer(
          list.isEmpty()
              ? "you hear everybody"
              : "you do not hear " + String.join(", ", list.names()));
      return;
    }
    String name = wanted.get();
    if (!Names.isPersonName(name, settings.maxName())) {
      user.answer(name + " is no name");
    } else if (user.isCalled(name)) {
      user.answer("that is you");
    } else if (list.isFull()) {
      user.answer(
          "you do not hear " + IgnoreList.MAX + " people already; /unignore NAME hears one again");
    } else {
      list.add(name, people.named(name));
      ignoreLists.changed(user);
      user.answer("you hear nothing more from " + name + "; /unignore " + name + " ends that");
    }
  }

  private void unignore(User user, String name) {
    IgnoreList list = user.ignoreList();
    if (!list.remove(name)) {
      user.answer("you have not ignored " + name);
      return;
    }
    ignoreLists.changed(user);
    user.answer("you hear " + name + " again");
  }
}
