-- Who imported which roster when, and what it took the place of, as long as that can be undone.
create table roster_import (
  -- Of the roster that the import made.
  version       bigint      primary key,
  imported_at   timestamp with time zone not null,
  -- Null at a start.
  imported_by   varchar(64),
  undone_at     timestamp with time zone,
  undone_by     varchar(64),
  -- JSON. Null where it is too late: another import has followed, or it was undone.
  before_roster text
);

-- A pair that ended, or lost who carried it, only because the roster in this version lacked somebody.
alter table pairing add column ended_with_roster bigint;

-- The password of somebody who has left, for the case that they return soon.
create table former_account (
  id       varchar(64)  primary key,
  password varchar(255) not null,
  salt     varchar(255),
  left_on  date         not null
);
