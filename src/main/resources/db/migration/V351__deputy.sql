-- 代办: who stands in while somebody is away, and what they have done in whose place.
alter table absence add column deputy varchar(32) references person (id);

alter table step add column in_place_of varchar(32);
-- Last day of that leave.
alter table step add column in_place_until date;
