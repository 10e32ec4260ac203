package chat.parley.users;

import chat.parley.moderation.ModerationCommand;
import chat.parley.rooms.RegistryCommand;
import chat.parley.store.Registration;

/** Tells those outside the name service what changes for them with a registration. */
record RegistrationEffects(NameDependencies dependencies) implements Registrations.Effects {

  @Override
  public void count(int registrations) {
    dependencies.count().accept(registrations);
  }

  @Override
  public void unregistered(Registration known, User by, boolean own) {
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
