-- 并案: visits that are handled together (adr/0066).
-- merged_group: of all of them, the id of the visit that led first, also at the levels after it; null where one is handled alone.
alter table handling add merged_group bigint;
-- led_by: the visit that is worked on for this one too; null for one that leads or is alone.
alter table handling add led_by bigint;
create index handling_led_by on handling (led_by, ended_at);
create index handling_merged_group on handling (merged_group, ended_at);

-- An open visit that waits for another one, which is open too: nothing of it is late, and somebody goes on with it there.
create view standing_merged as
select m.id as handling, m.number, m.led_by as leading
from handling m
join handling l on l.id = m.led_by and l.ended_at is null
where m.ended_at is null;

-- 附议: the visit of another concern that this one was raised to join; null where it was raised by itself.
alter table concern add joins bigint;
