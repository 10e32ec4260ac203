-- What is known of the store itself.
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- Names that belong to whoever knows their passwords. Times are as in ISO 8601, in UTC.
CREATE TABLE registration (
  name_key TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  password TEXT NOT NULL,
  since TEXT NOT NULL
) WITHOUT ROWID;

-- Bans and mutes.
CREATE TABLE sanction (
  sanction_key TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  name_key TEXT,
  addresses TEXT,
  since TEXT NOT NULL,
  until TEXT,
  given_by TEXT NOT NULL,
  why TEXT NOT NULL
) WITHOUT ROWID;

-- Whose rooms are.
CREATE TABLE ownership (
  room_key TEXT NOT NULL PRIMARY KEY,
  room TEXT NOT NULL,
  owner_key TEXT NOT NULL,
  since TEXT NOT NULL
) WITHOUT ROWID;

-- What tells a store of parley from other SQLite databases: "prly".
PRAGMA application_id = 1886547065;
