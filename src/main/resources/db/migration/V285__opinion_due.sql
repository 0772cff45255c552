-- An opinion has a date of its own. Those asked for before had the lead's.
alter table opinion add column due_at timestamp with time zone;
update opinion set due_at = coalesce((select h.due_at from handling h where h.id = opinion.handling_id), asked_at);
alter table opinion alter column due_at set not null;

drop view standing_opinions;
create view standing_opinions as
select o.id as opinion, o.handling_id as handling, o.unit as asked_unit, o.work_item, o.asked_at, o.due_at
from opinion o
where o.given_at is null;

drop index opinion_open;
create index opinion_open on opinion (given_at, due_at);
