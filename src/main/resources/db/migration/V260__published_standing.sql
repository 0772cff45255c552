-- What monitoring reads of concerns that are open (adr/0050). Nothing that somebody wrote, and no name of a colleague.

-- A concern that is not over yet. reserved: whether not everybody on the line may know of it.
create view standing_concerns as
select c.number, c.programme, c.type, c.state, c.raised_at, c.branch, c.college, c.campus, c.returns, c.dissatisfactions,
       case when c.stand_aside = '' and c.travel <> 'FIRST_RECEIVER_ONLY' then false else true end as reserved
from concern c
where c.state in ('OPEN', 'ANSWERED');

-- A visit to a level that is open, with the pause in which its clock stands, if any.
create view standing_handlings as
select h.id as handling, h.number, c.programme, c.type, c.campus, c.raised_at, c.returns, c.dissatisfactions,
       case when c.stand_aside = '' and c.travel <> 'FIRST_RECEIVER_ONLY' then false else true end as reserved,
       h.level, h.stage, h.unit, h.answering_unit, h.offered_to, h.received_by, h.supervisor, h.work_item, h.entered_at,
       h.received_at, h.receive_by, h.due_at, h.vacations_count, h.outcome, h.exit_on,
       p.from_at as paused_from, p.reason as paused_for
from handling h
join concern c on c.number = h.number
left join handling_pause p on p.handling_id = h.id and p.to_at is null
where h.ended_at is null;

-- A supervision that nobody has decided. lapses: how often its time has passed without a decision.
create view standing_supervisions as
select s.handling_id as handling, s.unit as supervising_unit, s.work_item, s.opened_at, s.until,
       (select count(*) from step t
        where t.number = h.number and t.handling_id = h.id and t.kind = 'SUPERVISION' and t.code = 'lapsed') as lapses
from supervision s join handling h on h.id = s.handling_id
where s.decision is null;

-- An opinion that was asked for and is not given.
create view standing_opinions as
select o.id as opinion, o.handling_id as handling, o.unit as asked_unit, o.work_item, o.asked_at
from opinion o
where o.given_at is null;

-- How often a concern went to another unit at the same level, and how often a visit of it was extended.
create view concern_moves as
select number,
       sum(case when outcome in ('transfer', 'reassigned') then 1 else 0 end) as moves,
       sum(case when extended then 1 else 0 end) as extensions
from handling
group by number;

-- That something happened to a concern, and when.
create view concern_steps as
select number, at from step;

-- When the clocks of an open visit stood still.
create view standing_pauses as
select h.number, p.handling_id as handling, p.from_at, p.to_at, p.reason, p.whole_case
from handling_pause p join handling h on h.id = p.handling_id;

-- H2 has no partial indexes: the open ones stand together by what they lack.
create index handling_due on handling (ended_at, due_at);
create index handling_receive_by on handling (ended_at, received_at, receive_by);
create index handling_pause_open on handling_pause (to_at, from_at);
create index supervision_open on supervision (decision, until);
create index opinion_open on opinion (given_at, asked_at);
create index step_number_at on step (number, at);
create index concern_state on concern (state);
