-- A file that somebody has uploaded, and from when it is added the case that it belongs to; deleted with the case.
create table attachment (
  id          varchar(36)  primary key,
  version     bigint       not null,
  uploader    varchar(64)  not null,
  name        varchar(200) not null,
  digest      varchar(64)  not null,
  type        varchar(20)  not null,
  size        bigint       not null,
  thumbnail   boolean      not null,
  uploaded_at timestamp with time zone not null,
  kept_in     varchar(20)  not null,
  case_number varchar(20)  references concern (number) on delete cascade,
  place       integer,
  added_at    timestamp with time zone,
  constraint attachment_place_once unique (case_number, place)
);
create index attachment_pending on attachment (uploader, case_number);

-- The bytes, in pieces of 256 KB, unless they are kept in a folder.
create table attachment_piece (
  attachment varchar(36) not null references attachment (id) on delete cascade,
  part       varchar(20) not null,
  piece      integer     not null,
  bytes      bytea       not null,
  constraint attachment_piece_once primary key (attachment, part, piece)
);

-- Where it is: a building, a room.
alter table concern add column place varchar(200);
