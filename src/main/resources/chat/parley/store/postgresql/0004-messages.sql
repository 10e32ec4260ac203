-- What was said to the owners of registered names who are away.
CREATE TABLE waiting_message (
  number TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  to_key TEXT NOT NULL,
  from_name TEXT NOT NULL,
  sender TEXT NOT NULL,
  said_at TEXT NOT NULL,
  body TEXT NOT NULL,
  unheard TEXT NOT NULL
);
