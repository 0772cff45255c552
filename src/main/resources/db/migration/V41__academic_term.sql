create table academic_term (
    code varchar(20) not null primary key,
    name varchar(50) not null,
    from_day date not null,
    to_day date not null,
    check (to_day > from_day)
);
