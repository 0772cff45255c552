create sequence pairing_seq start with 1 increment by 50;

create table pairing (
  number       varchar(20)  primary key,
  version      bigint       not null,
  relation     varchar(20)  not null,
  programme    varchar(40)  not null,
  category     varchar(40)  not null,
  mode         varchar(20)  not null,
  state        varchar(20)  not null,
  -- Null while a partner, or somebody who takes over, is looked for.
  carrier      varchar(64),
  -- The post that the duty follows; null where it is the person's own.
  office_unit  varchar(32),
  office_role  varchar(20),
  office_title varchar(100),
  -- Null for a linked branch.
  colleague    varchar(64),
  branch       varchar(32)  not null,
  college      varchar(32),
  wave         varchar(20),
  why          varchar(40),
  why_argument varchar(100),
  clause       varchar(1000),
  -- Staff numbers that are not proposed again in this pairing.
  passed_over  varchar(400) not null,
  proposed_at  timestamp with time zone not null,
  answer_by    timestamp with time zone,
  since        date,
  ended_on     date,
  reason       varchar(40),
  -- For the two of them only.
  thanks       varchar(2000),
  recorder     varchar(64)
);
create index pairing_by_carrier on pairing (carrier);
create index pairing_colleague on pairing (colleague);
create index pairing_branch on pairing (branch);
create index pairing_college on pairing (college);
create index pairing_by_wave on pairing (wave);
create index pairing_state on pairing (state);

-- Who carried the pair when: duties follow the post, history stays.
create table pairing_carrier (
  id       bigint      primary key,
  number   varchar(20) not null references pairing (number),
  person   varchar(64) not null,
  from_day date        not null,
  -- First day without it, null while it lasts.
  to_day   date
);
create index pairing_carrier_number on pairing_carrier (number);
create index pairing_carrier_person on pairing_carrier (person);

create table pairing_leave (
  id       bigint      primary key,
  number   varchar(20) not null references pairing (number),
  from_day date        not null,
  to_day   date        not null
);
create index pairing_leave_number on pairing_leave (number);

-- How often a colleague has declined, and until when nobody asks again (暂不结对).
create table willingness (
  person       varchar(64) primary key,
  version      bigint      not null,
  declines     integer     not null,
  paused_until date
);

-- What the arranging unit has found somebody to be: a code of the tables, never the circumstances behind it.
create table designation (
  id       bigint      primary key,
  person   varchar(64) not null,
  category varchar(40) not null,
  given_by varchar(64) not null,
  given_on date        not null,
  constraint designation_once unique (person, category)
);

create table pairing_wave (
  number     varchar(20)  primary key,
  version    bigint       not null,
  name       varchar(100) not null,
  unit       varchar(32)  not null,
  programme  varchar(40)  not null,
  relation   varchar(20)  not null,
  kind       varchar(20)  not null,
  state      varchar(20)  not null,
  planned_by varchar(64)  not null,
  planned_at timestamp with time zone not null,
  sent_by    varchar(64),
  sent_at    timestamp with time zone
);

create table pairing_wave_row (
  id           bigint      primary key,
  wave         varchar(20) not null references pairing_wave (number),
  position     integer     not null,
  colleague    varchar(64) not null,
  carrier      varchar(64),
  category     varchar(40) not null,
  since        date,
  why          varchar(40),
  why_argument varchar(100),
  kept         boolean     not null
);
create index pairing_wave_row_wave on pairing_wave_row (wave);
