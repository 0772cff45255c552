create sequence concern_seq start with 1 increment by 50;

create table concern (
  number           varchar(20)   primary key,
  version          bigint        not null,
  programme        varchar(40)   not null,
  type             varchar(40)   not null,
  category         varchar(40)   not null,
  title            varchar(400)  not null,
  description      varchar(40000) not null,
  travel           varchar(40)   not null,
  stand_aside      varchar(2000) not null,
  colleague        varchar(64)   not null,
  raised_by        varchar(64)   not null,
  consent_on       date,
  consent_way      varchar(40),
  idempotency_key  varchar(100),
  raised_at        timestamp with time zone not null,
  branch           varchar(32)   not null,
  college          varchar(32),
  campus           varchar(40),
  state            varchar(20)   not null,
  referred_unit    varchar(32),
  next_unit        varchar(32),
  assisting_units  varchar(400),
  returns          integer       not null,
  adjudicated      boolean       not null,
  questioned       boolean       not null,
  urged_at         timestamp with time zone,
  dissatisfactions integer       not null,
  rating           varchar(40),
  answered_at      timestamp with time zone,
  closed_at        timestamp with time zone,
  constraint concern_idempotency unique (raised_by, idempotency_key)
);
create index concern_colleague on concern (colleague);

create table handling (
  id             bigint       primary key,
  number         varchar(20)  not null references concern (number),
  version        bigint       not null,
  level          varchar(40)  not null,
  stage          varchar(20)  not null,
  unit           varchar(32)  not null,
  answering_unit varchar(32)  not null,
  offered_to     varchar(2000) not null,
  whole_unit     boolean      not null,
  supervisor     varchar(32)  not null,
  work_item      varchar(64),
  entered_at     timestamp with time zone not null,
  received_at    timestamp with time zone,
  received_by    varchar(64),
  receive_by     timestamp with time zone,
  remind_at      timestamp with time zone,
  due_at         timestamp with time zone,
  days           integer      not null,
  extended       boolean      not null,
  vacations_count boolean     not null,
  supervised     boolean      not null,
  taken          varchar(400) not null,
  exit_code      varchar(40),
  exit_by        varchar(64),
  exit_words     varchar(40000),
  exit_tried     varchar(40000),
  exit_channel   varchar(40),
  exit_unit      varchar(32),
  exit_units     varchar(400),
  exit_on        date,
  signed_by      varchar(64),
  outcome        varchar(40),
  ended_at       timestamp with time zone,
  clause         varchar(1000)
);
create index handling_number on handling (number);
create index handling_unit on handling (unit);

create table handling_pause (
  id          bigint      primary key,
  handling_id bigint      not null references handling (id),
  from_at     timestamp with time zone not null,
  to_at       timestamp with time zone,
  reason      varchar(40) not null,
  whole_case  boolean     not null
);
create index handling_pause_handling on handling_pause (handling_id);

create table step (
  id          bigint       primary key,
  number      varchar(20)  not null references concern (number),
  handling_id bigint,
  at          timestamp with time zone not null,
  kind        varchar(40)  not null,
  level       varchar(40),
  unit        varchar(32),
  actor       varchar(64),
  code        varchar(64),
  words       varchar(40000)
);
create index step_number on step (number);

create table opinion (
  id          bigint       primary key,
  handling_id bigint       not null references handling (id),
  unit        varchar(32)  not null,
  work_item   varchar(64),
  question    varchar(40000),
  asked_at    timestamp with time zone not null,
  given_by    varchar(64),
  given_at    timestamp with time zone,
  words       varchar(40000)
);
create index opinion_handling on opinion (handling_id);

create table supervision (
  id          bigint       primary key,
  handling_id bigint       not null references handling (id),
  version     bigint       not null,
  unit        varchar(32)  not null,
  work_item   varchar(64),
  reason      varchar(40)  not null,
  opened_at   timestamp with time zone not null,
  until       timestamp with time zone not null,
  urged       boolean      not null,
  decision    varchar(40),
  decided_by  varchar(64),
  decided_at  timestamp with time zone
);
create index supervision_handling on supervision (handling_id);
