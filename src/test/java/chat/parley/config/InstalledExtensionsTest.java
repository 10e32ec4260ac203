package chat.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import chat.parley.extension.Extension;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Finding extensions, on the class path and in a folder. */
class InstalledExtensionsTest {
  @TempDir private Path folder;

  /** A jar that says it has an extension whose class is not there. */
  private void addBrokenJar() throws IOException {
    addBrokenJar(Extension.class.getName());
  }

  /** A jar that says so in the services file {@code entry}. */
  private void addBrokenJar(String entry) throws IOException {
    try (OutputStream file = Files.newOutputStream(folder.resolve("broken.jar"));
        JarOutputStream jar = new JarOutputStream(file)) {
      jar.putNextEntry(new JarEntry("META-INF/services/" + entry));
      jar.write("com.example.Missing\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private Settings settings(String broken) {
    return Settings.of(
        List.of("lines:0"),
        List.of(
            "parley.extension.folder=" + folder,
            "parley.extension.broken=" + broken,
            "parley.rooms.lobby.extensions=[dice]"),
        List.of());
  }

  @Test
  void stopsTheStartWithOneLineWhenOneCannotBeLoaded() throws IOException {
    addBrokenJar();
    assertThatThrownBy(() -> settings("stop"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("com.example.Missing")
        .hasMessageContaining("parley.extension.broken = leave-out")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void leavesOutOneThatCannotBeLoadedWhenItIsToldTo() throws IOException {
    addBrokenJar();
    assertThat(settings("leave-out").rooms().rooms().apply("lobby").extensions()).hasSize(1);
  }

  @Test
  void saysWhatAnEntryIsCalledThatHasItsFormerName() throws IOException {
    addBrokenJar("chat.parley.room.Extension");
    Logger logger = (Logger) LoggerFactory.getLogger(InstalledExtensions.class);
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    logger.addAppender(logged);
    try {
      settings("stop");
    } finally {
      logger.detachAppender(logged);
    }
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains(
            "jar:"
                + folder.resolve("broken.jar").toUri().toURL()
                + "!/META-INF/services/chat.parley.room.Extension is not read;"
                + " the file is called chat.parley.extension.Extension now");
  }

  @Test
  void namesAFolderThatIsNotThere() throws IOException {
    Files.delete(folder);
    assertThatThrownBy(() -> settings("stop"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("parley.extension.folder");
  }
}
