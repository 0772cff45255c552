-- Of what stands still somebody was told (adr/0057): as how grave, and in which telling. A thing that is gone from the list has
-- no row, so that it is told of again when it comes back.
create table stalled_told (
  subject  varchar(200) primary key,
  severity varchar(10)  not null,
  -- What was told together: the same for everybody who was told at one time.
  together varchar(36)  not null
);
create index stalled_told_together on stalled_told (together);
