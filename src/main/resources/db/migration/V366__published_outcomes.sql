-- What a summary counts of suggestions and of call-backs (adr/0077). Who answered is kept with the call: it may be another unit
-- once the matter has been handled again.
alter table call_back add column answered_by varchar(32);
update call_back set answered_by = (
  select h.unit from handling h
  where h.id = (
    select max(l.id) from handling l
    where l.number = call_back.concern and l.outcome = 'answered' and l.ended_at <= call_back.drawn_at));

-- drawn_at: when the unit was asked to call; called_at: null while it has not.
create or replace view concern_call_backs as
select c.concern as number, c.unit, c.period, c.called_at, c.reached, c.rating, c.promise, c.again, c.answered_by, c.drawn_at
from call_back c;

-- settled: what an answer said of a suggestion, null where it was not asked; of a decision it stands on its step alone.
create or replace view concern_visits as
select c.number, c.raised_at, c.raised_by, c.colleague, c.category, c.college, c.state, c.rating,
       h.id as visit, h.unit, h.entered_at, h.outcome, lower(c.type) as type,
       case when h.outcome = 'answered' and lower(c.type) like 'suggestion%' then (
         select s.settled from step s
         where s.number = c.number and s.handling_id = h.id and s.settled is not null
         order by s.id desc fetch first 1 row only)
       end as settled
from concern c left join handling h on h.number = c.number;

-- Null for what was handed up before this was kept.
alter table summary_row add column settled varchar(40);
