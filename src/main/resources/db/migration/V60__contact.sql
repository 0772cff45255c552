create sequence contact_seq start with 1 increment by 50;

-- What one carrier owes in one period. Codes of periods of different kinds differ, so one carrier has one sheet for each.
create table duty_sheet (
  number           varchar(20)  primary key,
  version          bigint       not null,
  carrier          varchar(64)  not null,
  period           varchar(20)  not null,
  period_kind      varchar(20)  not null,
  from_day         date         not null,
  to_day           date         not null,
  branch           varchar(32),
  college          varchar(32),
  leader           boolean      not null,
  state            varchar(20)  not null,
  opened_at        timestamp with time zone not null,
  due_at           timestamp with time zone not null,
  remind_at        timestamp with time zone not null,
  closes_at        timestamp with time zone not null,
  reminded_at      timestamp with time zone,
  follow_up_by     timestamp with time zone,
  reason           varchar(40),
  measure          varchar(40),
  new_day          date,
  followed_up_by   varchar(64),
  followed_up_at   timestamp with time zone,
  looked_measure   varchar(40),
  looked_by        varchar(64),
  looked_at        timestamp with time zone,
  ended_at         timestamp with time zone,
  constraint duty_sheet_once unique (carrier, period)
);
create index duty_sheet_period on duty_sheet (period);

-- One kind of contact that is owed for one pair. released_on: it is owed no longer by this carrier, and counts nowhere.
create table duty_owed (
  id               bigint        primary key,
  number           varchar(20)   not null references duty_sheet (number),
  pairing          varchar(20)   not null,
  relation         varchar(20)   not null,
  kind             varchar(40)   not null,
  at_least         integer       not null,
  done             integer       not null,
  strength         varchar(20)   not null,
  ways             varchar(200)  not null,
  together         varchar(40),
  programme        varchar(40)   not null,
  clause           varchar(1000) not null,
  released_on      date,
  constraint duty_owed_once unique (number, pairing, kind)
);
create index duty_owed_pairing on duty_owed (pairing);

-- What took place: things, not minds.
create table contact (
  id               bigint       primary key,
  pairing          varchar(20)  not null,
  number           varchar(20)  not null references duty_sheet (number),
  ordinal          integer      not null,
  carrier          varchar(64)  not null,
  colleague        varchar(64),
  branch           varchar(32)  not null,
  college          varchar(32),
  held_on          date         not null,
  way              varchar(20)  not null,
  topics           varchar(200) not null,
  actions          varchar(400) not null,
  concern          varchar(20),
  recorded_at      timestamp with time zone not null,
  constraint contact_ordinal unique (number, ordinal),
  constraint contact_once unique (pairing, held_on, way)
);
create index contact_carrier on contact (carrier, held_on);
create index contact_branch on contact (branch, held_on);

-- The row of a note that was struck or has expired stays without its words: it shows that they were deleted, and when.
create table contact_note (
  number           varchar(20)  primary key,
  version          bigint       not null,
  contact_id       bigint       not null references contact (id),
  state            varchar(20)  not null,
  words            varchar(2000),
  written_by       varchar(64)  not null,
  confirms         varchar(64)  not null,
  expires_at       timestamp with time zone,
  proposed_at      timestamp with time zone not null,
  decided_by       varchar(64),
  decided_at       timestamp with time zone,
  constraint contact_note_once unique (contact_id)
);

-- 事件谈话: the occasion is for the talker and the person only, and a diverted one is dropped when the talk was held.
create table event_talk (
  number           varchar(20)   primary key,
  version          bigint        not null,
  person           varchar(64)   not null,
  occasion         varchar(40),
  kind             varchar(20)   not null,
  diverted         boolean       not null,
  programme        varchar(40)   not null,
  clause           varchar(1000) not null,
  talker           varchar(64)   not null,
  branch           varchar(32)   not null,
  college          varchar(32),
  arranged_by      varchar(64)   not null,
  arranged_at      timestamp with time zone not null,
  remind_at        timestamp with time zone not null,
  due_at           timestamp with time zone not null,
  state            varchar(20)   not null,
  held_on          date,
  way              varchar(20),
  reason           varchar(40),
  measure          varchar(40),
  followed_up_by   varchar(64),
  followed_up_at   timestamp with time zone,
  ended_at         timestamp with time zone
);
create index event_talk_person on event_talk (person);
create index event_talk_talker on event_talk (talker);
