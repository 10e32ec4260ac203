package chat.parley.extensions;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import chat.parley.notation.FileTrouble;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.slf4j.Logger;

/**
 * A log of what happens in a room, in one file a day, {@code folder/ROOM-2026-11-23.log}. A day is
 * one of {@code zone} (the system's when that is empty).
 *
 * <p>Every line is opened, appended and closed on its own. So all that was heard is in the file
 * when the server is killed, a new day needs nothing done, and a file that was moved away or could
 * not be written is simply begun again.
 */
public final class Transcript implements MemberExtension {
  private final Clock clock;

  public Transcript() {
    this(Clock.systemUTC());
  }

  /** A transcript that takes the time of all but posts, which have their own, from a clock. */
  Transcript(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "transcript";
  }

  @Override
  public Config defaults() {
    return ConfigFactory.parseString("{ folder = transcripts, zone = \"\" }");
  }

  @Override
  public void check(Config settings) {
    String folder = settings.getString("folder");
    if (folder.isBlank()) {
      throw new IllegalArgumentException("folder must name a folder");
    }
    if (!canNameAFile(folder)) {
      throw new IllegalArgumentException(
          "folder must be a path, of characters that the locale has, as all are in LC_ALL=C.UTF-8");
    }
    try {
      zone(settings);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("zone must be one such as Europe/Berlin", e);
    }
  }

  /** Whether the locale has the characters of {@code name}. */
  private static boolean canNameAFile(String name) {
    try {
      return !Path.of(name).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static ZoneId zone(Config settings) {
    String zone = settings.getString("zone");
    return zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
  }

  @Override
  public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
    return Behaviors.setup(
        context -> {
          var pages =
              new Pages(
                  Path.of(settings.getString("folder")),
                  voice.room(),
                  zone(settings),
                  context.getLog());
          return Behaviors.receiveMessage(
              event -> {
                String line = line(event);
                if (line != null) {
                  pages.write(time(event), line);
                }
                return Behaviors.same();
              });
        });
  }

  private Instant time(RoomEvent event) {
    return event instanceof RoomEvent.Posted posted ? posted.time() : clock.instant();
  }

  /** What {@code event} reads like; null when it is not written down. */
  private static String line(RoomEvent event) {
    if (event instanceof RoomEvent.Posted posted) {
      String text = posted.content().text();
      String before = posted.content() instanceof Content.Action ? "* " : "";
      return text.isEmpty() ? null : "[" + posted.author() + "] " + before + text;
    }
    if (event instanceof RoomEvent.Joined joined) {
      return "* " + joined.name() + " has joined";
    }
    if (event instanceof RoomEvent.Left left) {
      return "* " + left.name() + " has left";
    }
    if (event instanceof RoomEvent.Renamed renamed) {
      return "* " + renamed.oldName() + " is now called " + renamed.newName();
    }
    if (event instanceof RoomEvent.TopicSet set) {
      return "* " + set.name() + " set the topic: " + set.topic();
    }
    if (event instanceof RoomEvent.ExtensionDisabled disabled) {
      return "* " + disabled.extension() + " has failed too often and is put aside";
    }
    return event instanceof RoomEvent.Recovered
        ? "* something went wrong here just now; the room goes on"
        : null;
  }

  /** The files of one room. */
  private static final class Pages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Path folder;
    private final String room;

    /** The room's name; in ASCII where the locale does not have its characters. */
    private final String fileName;

    private final ZoneId zone;
    private final Logger log;

    /** How many lines could not be written since one could. */
    private long missing;

    Pages(Path folder, String room, ZoneId zone, Logger log) {
      this.folder = folder;
      // Whoever opens the room writes its name as they like, and it is the same room.
      this.room = room.toLowerCase(Locale.ROOT);
      this.fileName =
          canNameAFile(this.room)
              ? this.room
              : URLEncoder.encode(this.room, StandardCharsets.UTF_8);
      this.zone = zone;
      this.log = log;
    }

    void write(Instant time, String line) {
      ZonedDateTime at = time.atZone(zone);
      String gap = missing == 0 ? "" : TIME.format(at) + " -- " + missing + " lines are missing\n";
      String page = fileName + "-" + DAY.format(at) + ".log";
      try {
        append(page, gap + TIME.format(at) + " " + line + "\n");
      } catch (IOException e) {
        isMissing(FileTrouble.writing(folder.resolve(page), e));
        return;
      }
      if (missing > 0) {
        log.warn("the transcript of {} can be written again; {} lines are missing", room, missing);
        missing = 0;
      }
    }

    private void isMissing(String why) {
      if (missing++ == 0) {
        log.error(
            "the transcript of {} cannot be written into {}, and is not until it can: {}",
            room,
            folder,
            why);
      }
    }

    private void append(String page, String lines) throws IOException {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      Files.write(
          folder.resolve(page),
          lines.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
