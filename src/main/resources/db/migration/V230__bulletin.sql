-- 通报: what a unit tells its people until a day. Never deleted; a retracted one is hidden.
create table bulletin (
  number       varchar(20)    primary key,
  version      bigint         not null,
  title        varchar(200)   not null,
  words        varchar(10000) not null,
  issuer       varchar(64)    not null,
  -- Code of the unit whose people read it, with everybody below it.
  audience     varchar(64)    not null,
  last_day     date           not null,
  published_by varchar(64)    not null,
  published_at timestamp with time zone not null,
  retracted_by varchar(64),
  retracted_at timestamp with time zone,
  reason       varchar(1000)
);
create index bulletin_audience on bulletin (audience, last_day);
create index bulletin_issuer on bulletin (issuer);

-- Who has read it, as a mark and never as a name: only how many there are is shown.
create table bulletin_reader (
  number varchar(20) not null references bulletin (number),
  mark   varchar(64) not null,
  constraint bulletin_reader_once unique (mark)
);
create index bulletin_reader_number on bulletin_reader (number);
