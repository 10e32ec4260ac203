package chat.parley.soak;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.extension.Extension;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import com.typesafe.config.Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * An extension that has sessions fail: on the {@link #SIGNAL} it tells all those of the raw
 * listener something that no link ever does, at which they throw.
 */
public final class Saboteur implements MemberExtension {
  static final String NAME = "saboteur";
  static final String SIGNAL = "now";

  private static final String SESSIONS = "/user/listener-2-raw/*";
  private static final String MESSAGE = "chat.parley.session.Session$Received";

  /** A folder with a jar that holds it and nothing else. */
  static Path jar(Path folder) throws IOException {
    Files.createDirectories(folder);
    String file = Saboteur.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(folder.resolve("saboteur.jar"));
        JarOutputStream jar = new JarOutputStream(out);
        InputStream code = Saboteur.class.getResourceAsStream("/" + file)) {
      jar.putNextEntry(new JarEntry(file));
      code.transferTo(jar);
      jar.putNextEntry(new JarEntry("META-INF/services/" + Extension.class.getName()));
      jar.write(Saboteur.class.getName().getBytes(StandardCharsets.UTF_8));
    }
    return folder;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
    return Behaviors.setup(
        context ->
            Behaviors.receive(RoomEvent.class)
                .onMessage(
                    RoomEvent.Posted.class,
                    posted -> {
                      if (posted.content().equals(new Content.Text(SIGNAL))) {
                        sabotage(context);
                      }
                      return Behaviors.same();
                    })
                .onAnyMessage(event -> Behaviors.same())
                .build());
  }

  private static void sabotage(ActorContext<RoomEvent> context)
      throws ReflectiveOperationException {
    Constructor<?> message = Class.forName(MESSAGE).getDeclaredConstructor(List.class);
    message.setAccessible(true);
    Adapter.toClassic(context.getSystem())
        .actorSelection(SESSIONS)
        .tell(message.newInstance((Object) null), ActorRef.noSender());
  }
}
