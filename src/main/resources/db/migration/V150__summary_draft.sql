-- What somebody has written of a summary so far, read by nobody else, gone when it is handed up.
create table summary_draft (
  number        varchar(20)  not null references summary (number),
  author        varchar(64)  not null,
  practice      varchar(40000),
  problems      varchar(40000),
  plans         varchar(40000),
  saved_at      timestamp with time zone not null,
  primary key (number, author)
);
