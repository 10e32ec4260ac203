package chat.parley.client;

/** A part of a text, from {@code start} up to but not including {@code end}, in UTF-16 units. */
record Span(int start, int end) {}
