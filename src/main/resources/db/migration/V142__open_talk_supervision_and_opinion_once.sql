-- While it is to be held: one talk about one occasion, arranged by the same person. A digest, because the occasion is for
-- the two alone; null when it is over.
alter table event_talk add column open_key varchar(64);
alter table event_talk add constraint event_talk_once unique (open_key);

-- One open supervision of a visit to a level; null when it is decided.
alter table supervision add column open_handling bigint;
update supervision set open_handling = handling_id
where decision is null
  and not exists (
    select 1 from supervision earlier
    where earlier.handling_id = supervision.handling_id and earlier.decision is null and earlier.id < supervision.id);
alter table supervision add constraint supervision_once unique (open_handling);

-- One opinion for one task.
alter table opinion add constraint opinion_once unique (work_item);
