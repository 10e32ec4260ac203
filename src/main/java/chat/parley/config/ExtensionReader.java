package chat.parley.config;

import chat.parley.extension.Extension;
import chat.parley.hosting.ExtensionSettings;
import java.util.List;

/** A reader of {@code parley.extension}: which extensions there are, and what they are allowed. */
final class ExtensionReader {
  private final CheckedConfig extension;

  ExtensionReader(CheckedConfig root) {
    this.extension = root.inner("extension");
  }

  /**
   * The extensions on the class path and in the folder.
   *
   * @param given those that take the place of installed ones of their name
   */
  InstalledExtensions installed(List<Extension> given) {
    return new InstalledExtensions(
        given,
        ConfiguredFile.toList(extension, "folder"),
        extension.oneOf("broken", List.of("stop", "leave-out")).equals("leave-out"));
  }

  /** What an extension is allowed. */
  ExtensionSettings allowed() {
    return new ExtensionSettings(
        extension.integer("mailbox", 1, 1_000_000),
        extension.integer("max-failures", 1, 1_000_000),
        extension.duration("min-backoff"),
        extension.duration("max-backoff"),
        extension.duration("forget-failures-after"),
        extension.duration("answer-within"),
        extension.oneOf("unanswered", List.of("pass", "refuse")).equals("refuse"));
  }
}
