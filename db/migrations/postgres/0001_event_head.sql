-- The log begins: no event yet, and the hash that the first one follows.
INSERT INTO event_head (id, seq, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
