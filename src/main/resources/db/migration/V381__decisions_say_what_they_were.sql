-- A decision says what came of it: until now each was an answer.
update step set outcome = 'answered', code = 'decided' where kind = 'DECISION' and outcome is null;

-- So does the register.
drop view register_visits;
create view register_visits as
select h.id as visit, h.number, h.level, h.unit, h.answering_unit, h.entered_at, h.received_at, h.due_at, h.ended_at,
       h.vacations_count,
       case when h.ended_at is null then 'open'
            when h.outcome in
                 ('answered', 'decided', 'passed-up', 'returned', 'referred', 'transfer', 'reassigned', 'put-back')
            then h.outcome
            else 'abandoned' end as result, c.type, c.category, c.channel, c.campus, c.state, c.rating,
       case when c.raised_by <> c.colleague then true else false end as for_another,
       case when h.has_paused
                 and exists (select 1 from handling_pause p where p.handling_id = h.id and p.to_at is null)
            then true else false end as resting
from handling h join concern c on c.number = h.number;
