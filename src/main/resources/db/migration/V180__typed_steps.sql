-- What a step says is kept in columns of its own, not in one code that every kind of step reads differently.
alter table step add column outcome varchar(40);
alter table step add column channel varchar(40);
alter table step add column reason varchar(40);
alter table step add column named_unit varchar(32);
alter table step add column on_day date;

update step set channel = code, code = 'other-channel'
where kind = 'EXIT'
  and code in ('discipline-inspection', 'arbitration', 'staff-congress', 'trade-union', 'counselling',
               'letters-and-visits', 'police');
update step set outcome = case code
    when 'answer' then 'answered'
    when 'other-channel' then 'answered'
    when 'pass-up' then 'passed-up'
    when 'return' then 'returned'
    when 'refer' then 'referred'
    when 'convene' then 'referred'
    when 'assign' then 'referred'
    when 'hand-back' then 'handle'
    when 'extend' then 'handle'
    else code
  end
where kind = 'EXIT';
update step set reason = code, code = 'dissatisfied'
where kind = 'RATED' and code not in ('satisfied', 'basically-satisfied');
-- A consent can have been given online, and a matter been collected there: the concern tells which it was.
update step set channel = code, code = null
where kind = 'RAISED'
  and exists (select 1 from concern c where c.number = step.number and c.channel is not null);
update step set
  named_unit = substring(code from 1 for position('@' in code) - 1),
  on_day = cast(substring(code from position('@' in code) + 1) as date),
  code = null
where kind = 'DECISION' and position('@' in code) > 1;
update step set on_day = cast(code as date), code = null where kind in ('DEADLINE_MOVED', 'DEADLINE_EXTENDED') and code is not null;

-- Whether a visit's clock has ever stood still; most never do, and then nothing is to be read.
alter table handling add column has_paused boolean default false not null;
update handling set has_paused = true
where exists (select 1 from handling_pause where handling_pause.handling_id = handling.id);
