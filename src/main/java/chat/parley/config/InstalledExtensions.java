package chat.parley.config;

import chat.parley.extension.Extension;
import chat.parley.notation.FileTrouble;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The extensions that there are, by name: those on the class path, and those in the extension
 * folder.
 */
final class InstalledExtensions {
  private static final Logger log = LoggerFactory.getLogger(InstalledExtensions.class);

  /** Where a jar named its extensions before {@link Extension} had a package of its own. */
  private static final String FORMER_ENTRY = "META-INF/services/chat.parley.room.Extension";

  private final Map<String, Extension> byName = new TreeMap<>();

  /**
   * @param given those that take the place of installed ones of their name
   * @param folder where more jars are
   * @param leaveOutBroken whether an extension that cannot be loaded is left out, with a line in
   *     the log; otherwise it is a {@link SettingsException}
   */
  InstalledExtensions(List<Extension> given, Optional<Path> folder, boolean leaveOutBroken) {
    load(folder, leaveOutBroken);
    given.forEach(each -> byName.put(each.name(), each));
  }

  private void load(Optional<Path> folder, boolean leaveOutBroken) {
    ClassLoader loader = folder.map(InstalledExtensions::jars).orElse(getClass().getClassLoader());
    loader
        .resources(FORMER_ENTRY)
        .forEach(
            each ->
                log.warn(
                    "{} is not read; the file is called {} now", each, Extension.class.getName()));
    Iterator<Extension> found = ServiceLoader.load(Extension.class, loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return;
        }
        add(found.next());
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        String message = "an extension cannot be loaded: " + reason(e);
        if (!leaveOutBroken) {
          throw new SettingsException(
              message + "; parley.extension.broken = leave-out starts without it");
        }
        log.error("{}; it is left out", message);
      }
    }
  }

  private void add(Extension extension) {
    Extension other = byName.putIfAbsent(extension.name(), extension);
    if (other != null) {
      throw new IllegalStateException(
          other.getClass().getName()
              + " and "
              + extension.getClass().getName()
              + " are both called "
              + extension.name());
    }
  }

  private static ClassLoader jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<URL> urls = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".jar")).sorted().toList()) {
        urls.add(url(file));
      }
      return new URLClassLoader(
          urls.toArray(URL[]::new), InstalledExtensions.class.getClassLoader());
    } catch (IOException e) {
      throw new SettingsException(
          "cannot read the extension folder " + folder + ": " + FileTrouble.listing(folder, e));
    }
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root == e ? String.valueOf(e.getMessage()) : e.getMessage() + " (" + root + ")";
  }

  /** The extension called {@code name}. */
  Optional<Extension> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All names, for people to read. */
  String names() {
    return byName.isEmpty() ? "none" : String.join(", ", byName.keySet());
  }
}
