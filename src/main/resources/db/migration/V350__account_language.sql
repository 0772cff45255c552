-- In which language an account is written to: a language tag, e.g. zh-CN.
create table account_language (
  account  varchar(64) primary key,
  -- What the browser asked for at the latest login.
  asked    varchar(35),
  -- What the person chose; goes before what the browser asks for.
  chosen   varchar(35)
);
