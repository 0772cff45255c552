-- What was on the list and left it, for the weekly sheet (adr/0057); nothing of what not everybody on the line may know of.
create table stalled_past (
  subject    varchar(200) not null,
  cause      varchar(40)  not null,
  level      varchar(40),
  unit       varchar(64),
  supervisor varchar(64),
  severity   varchar(10)  not null,
  since      timestamp with time zone not null,
  found_at   timestamp with time zone not null,
  gone_at    timestamp with time zone not null
);
create index stalled_past_gone_at on stalled_past (gone_at);
