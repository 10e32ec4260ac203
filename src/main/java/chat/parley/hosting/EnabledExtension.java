package chat.parley.hosting;

import chat.parley.extension.Extension;
import com.typesafe.config.Config;

/** An extension that is turned on in a room, with its settings there and what it is allowed. */
public record EnabledExtension(Extension extension, Config settings, ExtensionSettings allowed) {
  String name() {
    return extension.name();
  }
}
