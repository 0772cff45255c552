-- 回访 (adr/0067): who of the colleagues that were answered in a month is asked by the supervising unit, and what they said. What was
-- drawn from how many is kept for each unit and month, so that anybody can draw it again.
create table call_back_draw (
  period     varchar(7)               not null,
  unit       varchar(32)              not null,
  answered   integer                  not null,
  drawn      integer                  not null,
  drawn_at   timestamp with time zone not null,
  constraint call_back_draw_once primary key (period, unit)
);

create table call_back (
  number     varchar(16)              primary key,
  version    bigint                   not null,
  concern    varchar(16)              not null references concern (number),
  period     varchar(7)               not null,
  unit       varchar(32)              not null,
  clause     varchar(400)             not null,
  drawn_at   timestamp with time zone not null,
  due_at     timestamp with time zone not null,
  called_at  timestamp with time zone,
  called_by  varchar(32),
  reached    varchar(40),
  rating     varchar(40),
  promise    varchar(40),
  again      boolean                  not null default false,
  note       varchar(4000),
  constraint call_back_once unique (concern, period)
);

create view concern_call_backs as
select c.concern as number, c.unit, c.period, c.called_at, c.reached, c.rating, c.promise, c.again
from call_back c;
