-- The words of posts, without the texts. A row's rowid is 2^40 times the id of
-- the room, and the number of the post. Words come folded and cut, with spaces between: the
-- tokenizer cuts at these alone, as they hold no other ASCII than letters and digits.

CREATE VIRTUAL TABLE search USING fts5(
  words,
  content = '',
  contentless_delete = 1,
  tokenize = 'ascii'
);

-- The number of the last post of each room that is in the index.
CREATE TABLE search_progress (
  room_id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL
);
