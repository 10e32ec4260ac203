package chat.parley.protocol;

import chat.parley.command.Audience;
import chat.parley.text.PlainText;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the server's notices read like: a line or more each, every one beginning with {@code * }.
 */
final class NoticeText {
  private final EventText events;

  NoticeText(EventText events) {
    this.events = events;
  }

  void write(Notice notice, StringBuilder out) {
    if (notice instanceof Notice.Help help) {
      HelpText.lines(help.audience()).forEach(line -> line(line, out));
      if (help.audience() == Audience.EVERYBODY) {
        line("/help room lists what you can do in a room that you have made", out);
      }
    } else if (notice instanceof Notice.InWords words) {
      words.lines().forEach(line -> line(PlainText.clean(line), out));
    } else if (notice instanceof Notice.MessageOfTheDay message) {
      message.text().lines().forEach(line -> line(PlainText.clean(line), out));
    } else if (notice instanceof Notice.Rooms rooms) {
      rooms.rooms().forEach(room -> line(roomLine(room), out));
    } else if (notice instanceof Notice.Recent recent) {
      if (recent.posts().isEmpty()) {
        line("nothing has been said here yet", out);
      }
      recent.posts().forEach(posted -> events.writePast(posted, out));
    } else {
      line(sentence(notice), out);
    }
  }

  private static void line(String text, StringBuilder out) {
    out.append("* ").append(text).append('\n');
  }

  private static String sentence(Notice notice) {
    String sentence = aboutNames(notice);
    sentence = sentence != null ? sentence : NameText.of(notice);
    sentence = sentence != null ? sentence : AccessText.of(notice);
    sentence = sentence != null ? sentence : aboutRooms(notice);
    return sentence != null ? sentence : aboutTheConnection(notice);
  }

  private static String aboutNames(Notice notice) {
    if (notice instanceof Notice.AskName) {
      return "Welcome to parley! What is your name?";
    }
    if (notice instanceof Notice.IllegalName illegal) {
      return "a name is 1 to "
          + illegal.maxLength()
          + " letters and digits; connect again with one";
    }
    if (notice instanceof Notice.IllegalNick illegal) {
      return "a name is 1 to " + illegal.maxLength() + " letters and digits; yours stays as it was";
    }
    if (notice instanceof Notice.NameTaken taken) {
      return taken.name() + " is taken; " + (taken.askAgain() ? "another name?" : "try another");
    }
    if (notice instanceof Notice.Renamed renamed) {
      return "you are now called " + renamed.name();
    }
    if (notice instanceof Notice.NobodyCalled nobody) {
      return "there is nobody called " + nobody.name();
    }
    if (notice instanceof Notice.Whispered whispered) {
      return whispered.from() + " tells you: " + whispered.text();
    }
    if (notice instanceof Notice.WhisperSent sent) {
      return "you tell " + sent.to() + ": " + sent.text();
    }
    return null;
  }

  private static String aboutRooms(Notice notice) {
    if (notice instanceof Notice.IllegalRoom illegal) {
      return "a room is 1 to " + illegal.maxLength() + " letters, digits, - and _";
    }
    if (notice instanceof Notice.AlreadyHere here) {
      return "you are in " + here.room() + " already";
    }
    if (notice instanceof Notice.Present present) {
      return present.names().size() + " in " + present.room() + ": " + people(present);
    }
    if (notice instanceof Notice.Topic topic) {
      return topic.topic().isEmpty()
          ? topic.room() + " has no topic; set one with /topic TEXT"
          : "topic: " + topic.topic();
    }
    if (notice instanceof Notice.TopicTooLong tooLong) {
      return "a topic has at most "
          + tooLong.limit()
          + " characters, and this has "
          + tooLong.length()
          + "; it stays as it was";
    }
    if (notice instanceof Notice.TopicSet set) {
      return "you set the topic: " + set.topic();
    }
    if (notice instanceof Notice.NotLetIn not) {
      return "you are not let into " + not.room() + ": " + PlainText.clean(not.why());
    }
    if (notice instanceof Notice.RoomFull full) {
      return full.room() + " is full; try again later, or another room: /rooms lists them";
    }
    if (notice instanceof Notice.TooManyRooms tooMany) {
      return "there are too many rooms to open " + tooMany.room() + "; /rooms lists them";
    }
    if (notice instanceof Notice.Extensions extensions) {
      return extensions(extensions);
    }
    if (notice instanceof Notice.RoomRestarted restarted) {
      return "something went wrong in " + restarted.room() + "; it has been opened again";
    }
    return null;
  }

  private static String aboutTheConnection(Notice notice) {
    if (notice instanceof Notice.UnknownCommand unknown) {
      return "there is no command /" + unknown.command() + "; /help lists them";
    }
    if (notice instanceof Notice.Usage usage) {
      return "it is written " + usage.usage();
    }
    if (notice instanceof Notice.Miswritten miswritten) {
      return miswritten.why();
    }
    if (notice instanceof Notice.LineTooLong tooLong) {
      return "that line was over " + tooLong.limit() + " bytes and has not been sent";
    }
    if (notice instanceof Notice.WentWrong) {
      return "something went wrong, and that has not been done";
    }
    if (notice instanceof Notice.Skipped skipped) {
      return skipped.messages() + (skipped.messages() == 1 ? " message" : " messages") + " skipped";
    }
    if (notice instanceof Notice.TooSlow) {
      return "you read too slowly; goodbye";
    }
    if (notice instanceof Notice.ReadNothing) {
      return "you have read nothing for too long; goodbye";
    }
    if (notice instanceof Notice.ServerFull) {
      return "the server is full; try again later";
    }
    if (notice instanceof Notice.TooManyFromAddress) {
      return "there are too many connections from your address; close one or try again later";
    }
    if (notice instanceof Notice.TooFastFromAddress) {
      return "too many connections have just come from your address; wait some seconds";
    }
    if (notice instanceof Notice.TooFast tooFast) {
      return "you send more than " + tooFast.perSecond() + " lines a second; goodbye";
    }
    if (notice instanceof Notice.NoName noName) {
      return "you have given no name within " + shown(noName.within()) + "; goodbye";
    }
    if (notice instanceof Notice.StillThere still) {
      return "are you still there? send something within "
          + shown(still.within())
          + " or you will be disconnected";
    }
    if (notice instanceof Notice.Idle idle) {
      return "you have sent nothing for " + shown(idle.limit()) + "; goodbye";
    }
    if (notice instanceof Notice.OtherProtocol other) {
      return "this is a chat of plain lines of text and does not speak "
          + other.protocol()
          + "; connect with parley chat or nc";
    }
    if (notice instanceof Notice.IllegalCertifiedName illegal) {
      return "a name is 1 to "
          + illegal.maxLength()
          + " letters and digits; the one in your certificate is not; goodbye";
    }
    if (notice instanceof Notice.CertifiedNameTaken taken) {
      return taken.name() + ", the name in your certificate, is taken; goodbye";
    }
    if (notice instanceof Notice.SpeaksTls) {
      return "this listener speaks TLS; connect with parley chat --tls or openssl s_client";
    }
    if (notice instanceof Notice.GoingDown) {
      return "the server is going down";
    }
    throw new IllegalArgumentException("no words for " + notice);
  }

  private static String shown(Duration time) {
    if (time.toMillisPart() != 0) {
      return time.toMillis() + " ms";
    }
    boolean wholeMinutes = time.toSecondsPart() == 0 && time.toMinutes() > 0;
    return wholeMinutes ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }

  private static String people(Notice.Present present) {
    Set<String> behind = Set.copyOf(present.behind());
    return present.names().stream()
        .map(name -> behind.contains(name) ? name + " (behind)" : name)
        .collect(Collectors.joining(", "));
  }

  private static String roomLine(Notice.RoomLine room) {
    return room.name()
        + ": "
        + room.people()
        + (room.locked() ? ", locked" : "")
        + (room.here() ? ", you among them" : "");
  }

  private static String extensions(Notice.Extensions extensions) {
    if (extensions.extensions().isEmpty()) {
      return extensions.room() + " has no extensions";
    }
    return extensions.room()
        + " has "
        + extensions.extensions().stream()
            .map(each -> each.working() ? each.name() : each.name() + " (put aside)")
            .collect(Collectors.joining(", "));
  }
}
