package chat.parley.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments on the command line. Java decodes them in the encoding of the locale. Where that
 * lacks a character, they are read again from what Linux tells of the process.
 */
final class Arguments {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private Arguments() {}

  /** The arguments in UTF-8, where they are it. */
  static String[] inUtf8(String[] read) {
    boolean readSo = System.getProperty("sun.jnu.encoding", "").equals("UTF-8");
    return readSo ? read : inUtf8(read, COMMAND_LINE);
  }

  /**
   * @param read as Java has read them
   * @param commandLine a file with the whole command line, a zero byte after each word
   */
  static String[] inUtf8(String[] read, Path commandLine) {
    List<String> words;
    try {
      words = words(Files.readAllBytes(commandLine));
    } catch (IOException e) {
      return read; // There is no such file, or it is not UTF-8.
    }
    if (words.size() <= read.length) {
      return read;
    }
    List<String> written = words.subList(words.size() - read.length, words.size());
    for (int i = 0; i < read.length; i++) {
      if (isAscii(written.get(i)) && !written.get(i).equals(read[i])) {
        return read; // These are no arguments of ours.
      }
    }
    return written.toArray(String[]::new);
  }

  private static List<String> words(byte[] commandLine) throws CharacterCodingException {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < commandLine.length; i++) {
      if (commandLine[i] == 0) {
        ByteBuffer word = ByteBuffer.wrap(commandLine, start, i - start);
        words.add(StandardCharsets.UTF_8.newDecoder().decode(word).toString());
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isAscii(String word) {
    return word.chars().allMatch(c -> c < 0x80);
  }
}
