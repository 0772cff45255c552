-- 督办 climbs: how often time for a decision has passed, and whether a leader decides, after whom nobody comes (adr/0055).
alter table supervision add silences integer default 0 not null;
alter table supervision add with_leader boolean default false not null;
alter table supervision add leader_reminded boolean default false not null;

update supervision set silences = (
  select count(*) from step t
  where t.handling_id = supervision.handling_id and t.kind = 'SUPERVISION' and t.code = 'lapsed'
    and t.at >= supervision.opened_at)
where decision is null;

-- lapses: how often its time has passed without a decision.
drop view standing_supervisions;
create view standing_supervisions as
select s.handling_id as handling, s.unit as supervising_unit, s.work_item, s.opened_at, s.until,
       s.silences as lapses, s.with_leader
from supervision s
where s.decision is null;

-- Since when nobody has held a post of the unit whose work it is, so that another one answers for it.
alter table handling add vacant_since timestamp with time zone;
update handling set vacant_since = entered_at
where ended_at is null and answering_unit <> unit
  and exists (select 1 from concern c where c.number = handling.number and c.stand_aside = '');
create index handling_vacant on handling (ended_at, vacant_since);

-- signing: why nobody can sign what waits for a signature: vacant or on-leave; null where somebody can.
alter table handling add signing varchar(20);
create index handling_signing on handling (ended_at, signing);

-- supervisor: who supervises it now, and while nobody does, who would.
drop view standing_handlings;
create view standing_handlings as
select h.id as handling, h.number, c.programme, c.type, c.campus, c.raised_at, c.returns, c.dissatisfactions,
       case when c.stand_aside = '' and c.travel <> 'FIRST_RECEIVER_ONLY' then false else true end as reserved,
       h.level, h.stage, h.unit, h.answering_unit, h.offered_to, h.received_by,
       coalesce(s.unit, h.supervisor) as supervisor, h.work_item, h.entered_at,
       h.received_at, h.receive_by, h.due_at, h.vacations_count, h.outcome, h.exit_on, h.vacant_since, h.signing,
       p.from_at as paused_from, p.reason as paused_for
from handling h
join concern c on c.number = h.number
left join handling_pause p on p.handling_id = h.id and p.to_at is null
left join supervision s on s.open_handling = h.id
where h.ended_at is null;

-- Who has raised what is open, to tell that they have left; nothing else is told of them.
create view standing_colleagues as
select c.number, c.colleague from concern c where c.state in ('OPEN', 'ANSWERED');
