package chat.parley.users;

import chat.parley.moderation.ModerationCommand;
import chat.parley.rooms.RegistryCommand;
import chat.parley.store.Registration;
import java.util.function.Consumer;

/**
 * Tells others what changes for them with a registration.
 *
 * @param dependencies outside the name service
 * @param givenUp within it: told of what is registered no longer
 */
record RegistrationEffects(NameDependencies dependencies, Consumer<Registration> givenUp)
    implements Registrations.Effects {

  @Override
  public void count(int registrations) {
    dependencies.count().accept(registrations);
  }

  @Override
  public void unregistered(Registration known, User by, boolean own) {
    givenUp.accept(known);
    dependencies.rooms().tell(new RegistryCommand.ForgetOwner(known.key()));
    if (!own) {
      dependencies
          .moderation()
          .tell(
              new ModerationCommand.ActedAsOperator(
                  by.name(), by.origin(), "unregister: " + known.name()));
    }
  }
}
