-- 补位: who answers for a unit meanwhile, where nobody heads or deputizes for it (adr/0061).
create table stand_in_post (
    unit varchar(32) not null primary key references unit (code),
    person varchar(32) not null references person (id),
    first_day date not null,
    last_day date not null,
    -- Staff number of whoever named them.
    named_by varchar(64) not null
);
