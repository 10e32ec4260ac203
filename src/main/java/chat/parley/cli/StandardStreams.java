package chat.parley.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/**
 * What a command reads and writes that is not for people.
 *
 * @param in standard input
 * @param data standard output, which tells when it cannot be written
 * @param showsProgress whether standard error is a terminal
 */
record StandardStreams(InputStream in, Writer data, BooleanSupplier showsProgress) {

  /** Those of this process. */
  static StandardStreams own() {
    return new StandardStreams(
        System.in,
        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8),
        () -> new ExecTerminalProvider().isSystemStream(SystemStream.Error));
  }
}
