-- What an answer leaves with beside its words (adr/0067): what became of the matter, and what its unit checked. On the handling as
-- it was proposed last, on the step for good.
alter table handling add column settled varchar(40);
alter table handling add column settled_because varchar(4000);
alter table handling add column checks_asked varchar(4000);
alter table handling add column checks_held varchar(4000);
alter table handling add column checks_because varchar(4000);
alter table step add column settled varchar(40);
alter table step add column settled_because varchar(4000);
alter table step add column checks_asked varchar(4000);
alter table step add column checks_held varchar(4000);
alter table step add column checks_because varchar(4000);
