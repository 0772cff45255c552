-- Who set whose password, other than the owner; codes only. Kept although the account may be gone: it is a record.
create table password_set (
  id       varchar(36) primary key,
  account  varchar(64) not null,
  set_by   varchar(64) not null,
  set_at   timestamp with time zone not null,
  -- When somebody who was logged in with the account put the notice away.
  seen_at  timestamp with time zone
);
create index password_set_account on password_set (account, set_at);

-- Browsers in which somebody has logged in before; the browser has the secret, here is its hash.
create table known_browser (
  secret_hash varchar(64) not null,
  account     varchar(64) not null,
  since       timestamp with time zone not null,
  primary key (secret_hash, account)
);
create index known_browser_account on known_browser (account, since);
