-- Rooms, and what was said in them.

CREATE TABLE room (
  id INTEGER PRIMARY KEY,
  room_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  epoch TEXT NOT NULL,
  last_number INTEGER NOT NULL DEFAULT 0,
  topic TEXT NOT NULL DEFAULT ''
);

-- A row for some posts whose numbers follow each other: id is 2^40 times that of the room, and the
-- number of the first one. The body comes last, so that what is before it is read without it.
CREATE TABLE post_block (
  id INTEGER PRIMARY KEY,
  posts INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  body BLOB NOT NULL
);
