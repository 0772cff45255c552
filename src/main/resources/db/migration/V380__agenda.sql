-- 学校研究: the office's calendar, the items, and what came of them (adr/0080).
-- A day that differs from the two days of each month: held, one more; else one that is struck out.
create table meeting_day (
  id       bigint  primary key,
  version  bigint  not null,
  meets_on date    not null,
  held     boolean not null,
  constraint meeting_day_once unique (meets_on)
);

create table agenda_item (
  id         bigint         primary key,
  version    bigint         not null,
  state      varchar(20)    not null,
  title      varchar(400)   not null,
  lead_unit  varchar(32),
  done       varchar(40000),
  unsolved   varchar(40000),
  opinion    varchar(40000),
  proposal   varchar(40000),
  created_by varchar(64)    not null,
  created_at timestamp with time zone not null
);
create index agenda_item_state on agenda_item (state);

-- A visit that waits for the decision on an item; was_led_by: the visit that led it before, null where it came by itself.
create table agenda_part (
  item_id     bigint      not null references agenda_item (id),
  handling_id bigint      not null references handling (id),
  number      varchar(20) not null references concern (number),
  was_led_by  bigint,
  primary key (item_id, handling_id)
);
create index agenda_part_handling on agenda_part (handling_id);
create index agenda_part_number on agenda_part (number);

-- An item on the docket of one meeting. ruling: null before the meeting; recorded_*: when it was said what came of it.
create table hearing (
  id           bigint       primary key,
  item_id      bigint       not null references agenda_item (id),
  meets_on     date         not null,
  submitted_by varchar(64),
  submitted_at timestamp with time zone,
  signed_by    varchar(64),
  signed_at    timestamp with time zone,
  sent_back    varchar(4000),
  ruling       varchar(20),
  lead_unit    varchar(32),
  on_day       date,
  words        varchar(40000),
  recorded_by  varchar(64),
  recorded_at  timestamp with time zone
);
create index hearing_item on hearing (item_id);
create index hearing_meets_on on hearing (meets_on);
