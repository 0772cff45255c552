create table calendar_day (
  on_day      date        not null primary key,
  kind        varchar(4)  not null check (kind in ('off', 'work')),
  holiday     varchar(50) not null,
  notice_year integer     not null
);

create table school_vacation (
  campus   varchar(40) not null,
  name     varchar(50) not null,
  from_day date        not null,
  to_day   date        not null,
  primary key (campus, from_day),
  check (to_day >= from_day)
);
