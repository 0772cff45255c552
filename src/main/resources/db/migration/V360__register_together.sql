-- 并案 in the register: visits that are or were handled together, the one that led and those that waited for it (adr/0066).
create view register_together as
select h.id as visit from handling h where h.led_by is not null
union
select h.led_by as visit from handling h where h.led_by is not null;
