package chat.parley.store;

import java.util.List;

/** All that a store holds, each list in the order of its keys. */
public record StoredState(
    List<Registration> registrations,
    List<Sanction> sanctions,
    List<Ownership> ownerships,
    List<WaitingMessage> messages) {}
