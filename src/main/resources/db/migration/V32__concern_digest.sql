-- What was sent to raise a concern, as a digest: the same sent twice is told from something else under the same key.
alter table concern add column digest varchar(64);
