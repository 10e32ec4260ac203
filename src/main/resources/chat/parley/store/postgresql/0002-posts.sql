-- Rooms, and what was said in them.

CREATE TABLE room (
  id BIGINT PRIMARY KEY,
  room_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  epoch TEXT NOT NULL,
  last_number BIGINT NOT NULL DEFAULT 0,
  topic TEXT NOT NULL DEFAULT ''
);

-- A row for some posts whose numbers follow each other: id is 2^40 times that of the room, and the
-- number of the first one.
CREATE TABLE post_block (
  id BIGINT PRIMARY KEY,
  posts INTEGER NOT NULL,
  first_at BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  body BYTEA NOT NULL
);

-- Not compressed: a page would take three times as long to read, and posts longer to write.
ALTER TABLE post_block ALTER COLUMN body SET STORAGE EXTERNAL;
