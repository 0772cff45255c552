create table summary (
  number        varchar(20)  primary key,
  version       bigint       not null,
  term          varchar(40)  not null,
  tier          varchar(40)  not null,
  unit          varchar(32)  not null,
  -- Empty for a unit's summary: nulls would let one author have two.
  person        varchar(64)  not null,
  programme     varchar(40)  not null,
  superior      varchar(32),
  clause        varchar(1000) not null,
  state         varchar(20)  not null,
  practice      varchar(40000),
  problems      varchar(40000),
  plans         varchar(40000),
  remark        varchar(20000),
  opened_at     timestamp with time zone not null,
  due_at        timestamp with time zone not null,
  overdue       boolean      not null,
  handed_up_by  varchar(64),
  handed_up_at  timestamp with time zone,
  reviewed_by   varchar(64),
  reviewed_at   timestamp with time zone,
  constraint summary_once unique (term, tier, unit, person)
);
create index summary_superior on summary (superior, term);

-- What the figures of a summary were counted from when it was handed up. Neither names of people nor stories.
create table summary_row (
  number        varchar(20)  not null references summary (number),
  family        varchar(20)  not null,
  reference     varchar(20)  not null,
  on_day        date         not null,
  unit          varchar(32)  not null,
  cell          varchar(40)  not null,
  rating        varchar(40),
  category      varchar(40),
  times         integer      not null
);
create index summary_row_number on summary_row (number);
