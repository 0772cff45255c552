-- Every "at most one" is a unique key whose name ends in _once: who meets it was the second of two (adr/0029).
alter table concern drop constraint concern_idempotency;
alter table concern add constraint concern_once unique (raised_by, idempotency_key);
alter table contact drop constraint contact_ordinal;
alter table contact add constraint contact_ordinal_once unique (number, ordinal);

-- What everybody has sent last to start something, as a digest, and the number that it got.
create table submission (
  sender  varchar(64) not null,
  digest  varchar(64) not null,
  number  varchar(20) not null,
  sent_at timestamp with time zone not null,
  constraint submission_once unique (sender)
);

-- Rows that are locked while somebody counts; see numbering.Monitors.
create table monitor (
  slot integer not null primary key
);
insert into monitor (slot)
select a.n * 8 + b.n
from (values (0), (1), (2), (3), (4), (5), (6), (7)) as a (n)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7)) as b (n);
