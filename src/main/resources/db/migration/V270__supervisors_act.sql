-- 改派经办人: of those who answer for the unit, the one to whom its supervising unit has given this visit.
alter table handling add column given_to varchar(64);
-- When the supervising unit has last urged, and when it was last asked to.
alter table handling add column urged_at timestamp with time zone;
alter table handling add column urging_asked_at timestamp with time zone;
