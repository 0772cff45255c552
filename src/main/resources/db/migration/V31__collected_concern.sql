-- Where a collected concern was heard or found.
alter table concern add column channel varchar(40);
