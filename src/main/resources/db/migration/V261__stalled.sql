-- 停滞事项: what stands still, found anew as a whole. Codes, units, dates and staff numbers; no story.
create table stalled (
  -- Cause and what stands still: found_at is kept while it is found again.
  subject         varchar(200) primary key,
  cause           varchar(40)  not null,
  -- The look that finds it: minute or proof.
  pace            varchar(10)  not null,
  number          varchar(64),
  handling        bigint,
  level           varchar(40),
  unit            varchar(64),
  answering_unit  varchar(64),
  supervisor      varchar(64),
  programme       varchar(40),
  type            varchar(40),
  campus          varchar(40),
  vacations_count boolean      not null,
  reserved          boolean      not null,
  -- Staff numbers of those who are late, for their supervising unit only.
  people          varchar(2000),
  amount          integer      not null,
  detail          varchar(255),
  severity        varchar(10)  not null,
  severity_rank   integer      not null,
  told            varchar(20)  not null,
  since           timestamp with time zone not null,
  due_at          timestamp with time zone,
  entered_at      timestamp with time zone,
  raised_at       timestamp with time zone,
  found_at        timestamp with time zone not null
);
create index stalled_supervisor on stalled (supervisor);
create index stalled_unit on stalled (unit);
create index stalled_severity on stalled (severity_rank, since);

-- When each look has run, and whether the latest one failed. Its rows are what two nodes wait for each other by.
create table stalled_look (
  pace      varchar(10) primary key,
  at        timestamp with time zone,
  cases     integer not null,
  failed_at timestamp with time zone,
  failure   varchar(8)
);
insert into stalled_look (pace, cases) values ('minute', 0);
insert into stalled_look (pace, cases) values ('proof', 0);

-- How many open cases the latest proof has looked at, by who handles and who supervises.
create table stalled_proved (
  unit       varchar(64) not null,
  supervisor varchar(64) not null,
  cases      integer     not null,
  primary key (unit, supervisor)
);
