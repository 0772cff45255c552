-- What those see who watch from outside (adr/0058).

-- When what the product does by itself has last run to its end.
create table opening (
  job varchar(20) primary key,
  at  timestamp with time zone
);
insert into opening (job) values ('duties');
insert into opening (job) values ('summaries');
insert into opening (job) values ('digest');

-- Messages by state. waits_since: when the first of those that wait was to go out; what was tried in vain still waits.
create view outbox_notices as
select state, count(*) as notices,
       min(case when state = 'WAITING' then coalesce(first_attempt_at, next_attempt_at) end) as waits_since
from notice
group by state;

-- When the roster of today was imported.
create view roster_imported as
select max(imported_at) as at from roster_import where undone_at is null;
