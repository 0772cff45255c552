-- What a visit to a level has taken, for the forecast of those that are open (adr/0060). Nobody's name, and no case's number.
create view past_handlings as
select h.level, c.category, h.unit, c.campus, h.vacations_count, h.due_at, h.ended_at
from handling h join concern c on c.number = h.number
where h.ended_at is not null and h.due_at is not null;

-- What an open case is about.
create view standing_categories as
select c.number, c.category from concern c where c.state in ('OPEN', 'ANSWERED');
