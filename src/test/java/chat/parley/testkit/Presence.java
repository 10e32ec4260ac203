package chat.parley.testkit;

/** One person's way into a room: what the person does there goes through here. */
interface Presence {

  /** Says a line, whatever it begins with. Does not wait until the room has taken it. */
  void say(String text);

  /** Does something, told in the third person. Does not wait until the room has taken it. */
  void act(String action);

  void setTopic(String topic);

  void rename(String newName);

  /** Stops reading, or reads on. */
  void read(boolean on);

  /** Leaves; when this returns the room knows. */
  void leave();

  /** Is gone without a word; when this returns the room knows, where that can be found out. */
  void vanish();
}
