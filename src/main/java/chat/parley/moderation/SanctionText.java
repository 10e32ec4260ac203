package chat.parley.moderation;

import chat.parley.access.AddressRange;
import chat.parley.store.Sanction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What bans and mutes read like. */
public final class SanctionText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private SanctionText() {}

  /** Who is banned or muted, where from, until when, and why. */
  public static String of(Sanction sanction) {
    String also =
        sanction.nameKey().isEmpty()
            ? ""
            : sanction.addresses().map(AddressRange::toString).map(" and "::concat).orElse("");
    String until = sanction.until().map(SanctionText::time).map(" until "::concat).orElse("");
    String why = reason(sanction.why());
    return sanction.target()
        + also
        + (also.isEmpty() ? " is " : " are ")
        + past(sanction.kind())
        + until
        + why;
  }

  public static String past(Sanction.Kind kind) {
    return kind == Sanction.Kind.BAN ? "banned" : "muted";
  }

  public static String time(Instant time) {
    return TIME.format(time);
  }

  /** A reason as it stands behind what was done for it; empty where none was given. */
  public static String reason(String why) {
    return why.isEmpty() ? "" : ": " + why;
  }
}
