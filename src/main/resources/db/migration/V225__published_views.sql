-- What a module lets others count. Other modules read these views and never its tables (adr/0042).

-- A concern once for each visit to a level, and once without any. Nothing of what is written in it.
create view concern_visits as
select c.number, c.raised_at, c.raised_by, c.colleague, c.category, c.college, c.state, c.rating,
       h.id as visit, h.unit, h.entered_at, h.outcome
from concern c left join handling h on h.number = c.number;

-- A kind of contact that somebody owes for one pair in one period, without those who have been released from it.
create view contacts_owed as
select o.pairing, o.relation, o.at_least, o.done, s.carrier, s.branch, s.college, s.to_day
from duty_owed o join duty_sheet s on s.number = o.number
where o.released_on is null;

-- A contact that took place; confirmed_note: what the colleague has confirmed, null without that.
create view contacts_held as
select c.id, c.carrier, c.pairing, c.held_on, c.way, c.topics, c.actions, n.words as confirmed_note
from contact c left join contact_note n on n.contact_id = c.id and n.state = 'CONFIRMED';
