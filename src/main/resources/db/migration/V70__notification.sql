-- What people are told of: one row for each task and recipient, written in the transaction in which the task is given.
create table notice (
  -- The task and the recipient: nobody is told twice.
  notice_key       varchar(200) primary key,
  -- What travels in one message: a person's digest of one day, or one urgent notice.
  letter           varchar(200) not null,
  channel          varchar(20)  not null,
  -- A staff number, or a robot.
  recipient        varchar(100) not null,
  task             varchar(64)  not null,
  number           varchar(64)  not null,
  what             varchar(64)  not null,
  unit             varchar(32),
  urgent           boolean      not null,
  created_at       timestamp with time zone not null,
  state            varchar(20)  not null,
  attempts         integer      not null,
  next_attempt_at  timestamp with time zone not null,
  first_attempt_at timestamp with time zone,
  attempted_at     timestamp with time zone,
  sent_at          timestamp with time zone
);
create index notice_due on notice (state, next_attempt_at);
create index notice_number on notice (number);
create index notice_letter on notice (letter);
