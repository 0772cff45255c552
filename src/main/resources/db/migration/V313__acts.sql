-- 已办: who has done what (adr/0064). Who has signed an exit was kept for the last exit of a visit only; from here on with each
-- of them. What was signed before and followed by another exit of the same visit has no signer here.
alter table step add column signed_by varchar(64);
update step set signed_by = (
  select h.signed_by from handling h
  where h.id = step.handling_id and h.exit_code = step.code and h.exit_by = step.actor)
where kind = 'EXIT'
  and not exists (
    select 1 from step later
    where later.handling_id = step.handling_id and later.kind = 'EXIT' and later.id > step.id);

create index step_actor on step (actor, at);
create index step_signed_by on step (signed_by, at);

-- Nothing of what is written. To have received something is not to have done it; what was tried is told with its exit.
create view concern_acts as
select number, actor as person, at, id as step, kind, code, level from step
where actor is not null and kind not in ('RECEIVED', 'TRIED')
union all
select number, signed_by as person, at, id as step, 'SIGNED' as kind, code, level from step
where signed_by is not null;
