-- The words of posts, without the texts. A row's id is 2^40 times the id of
-- the room, and the number of the post.

CREATE TABLE search (
  id BIGINT PRIMARY KEY,
  words TSVECTOR NOT NULL
);

CREATE INDEX search_words ON search USING gin (words);

-- The number of the last post of each room that is in the index.
CREATE TABLE search_progress (
  room_id BIGINT PRIMARY KEY,
  number BIGINT NOT NULL
);
