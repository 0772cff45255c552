-- 关注: the case that somebody keeps an eye on, or the subject of what is no case. Each person's own affair.
create table stalled_watch (
  person varchar(64)  not null,
  what   varchar(200) not null,
  at     timestamp with time zone not null,
  constraint stalled_watch_once unique (person, what)
);
