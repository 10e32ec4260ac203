package chat.parley.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is written together, and what those are told who have asked for it. */
final class WriteBatch {
  private final List<StoreCommand.Write> writes = new ArrayList<>();
  private boolean isUrgent;
  private boolean isLate;

  void add(StoreCommand.Write write) {
    isUrgent |= !(write instanceof StoreCommand.Append append && append.seen());
    writes.add(write);
  }

  boolean isEmpty() {
    return writes.isEmpty();
  }

  /** Whether somebody waits for it. */
  boolean isUrgent() {
    return isUrgent;
  }

  List<StoreCommand.Write> writes() {
    return writes;
  }

  /** Whether people have been told that it is not on the disk while it was being written. */
  boolean isLate() {
    return isLate;
  }

  /** All of it is on the disk. */
  void done(Map<StoreCommand.Delete, Optional<StoredPost>> deleted) {
    for (StoreCommand.Write write : writes) {
      if (write instanceof StoreCommand.Append append) {
        append.replyTo().tell(new StoreReply.Saved());
      } else if (write instanceof StoreCommand.Keep keep) {
        keep.replyTo().tell(new StoreReply.Done());
      } else if (write instanceof StoreCommand.Forget forget) {
        forget.replyTo().tell(new StoreReply.Done());
      }
    }
    doneLate(deleted);
  }

  /** All of it is on the disk, after {@link #late}. */
  void doneLate(Map<StoreCommand.Delete, Optional<StoredPost>> deleted) {
    deletions().forEach(each -> each.replyTo().tell(new StoreReply.Deleted(deleted.get(each))));
  }

  private Stream<StoreCommand.Delete> deletions() {
    return writes.stream()
        .filter(StoreCommand.Delete.class::isInstance)
        .map(StoreCommand.Delete.class::cast);
  }

  /** None of it is on the disk; what can wait does so in {@code backlog}. */
  void failed(String why, Backlog backlog) {
    writes.forEach(write -> failed(write, why, backlog));
  }

  /**
   * It may be on the disk or not, and nobody can wait for that any longer: it is as if it was not.
   * Only what is deleted cannot be had back, so who wants that hears when it is certain.
   */
  void late(String why, Backlog backlog) {
    isLate = true;
    writes.stream()
        .filter(write -> !(write instanceof StoreCommand.Delete))
        .forEach(write -> failed(write, why, backlog));
  }

  /** None of it is on the disk, after {@link #late}. */
  void failedLate(String why) {
    deletions().forEach(each -> each.replyTo().tell(new StoreReply.NotKept(why)));
  }

  /** Something is not on the disk; if it can wait it does so in {@code backlog}. */
  static void failed(StoreCommand.Write write, String why, Backlog backlog) {
    var notKept = new StoreReply.NotKept(why);
    if (write instanceof StoreCommand.Append append) {
      if (append.waits()) {
        backlog.add(append);
        append.replyTo().tell(new StoreReply.Unsaved());
      } else {
        append.replyTo().tell(new StoreReply.Refused());
      }
    } else if (write instanceof StoreCommand.KeepRoom room) {
      backlog.add(room);
    } else if (write instanceof StoreCommand.Keep keep) {
      keep.replyTo().tell(notKept);
    } else if (write instanceof StoreCommand.Forget forget) {
      forget.replyTo().tell(notKept);
    } else if (write instanceof StoreCommand.Delete delete) {
      delete.replyTo().tell(notKept);
    }
  }

  /** The posts of a room that members have seen. */
  Stream<StoredPost> seen(String roomKey) {
    return writes.stream()
        .filter(StoreCommand.Append.class::isInstance)
        .map(StoreCommand.Append.class::cast)
        .filter(append -> append.seen() && append.roomKey().equals(roomKey))
        .flatMap(append -> append.posts().stream());
  }
}
