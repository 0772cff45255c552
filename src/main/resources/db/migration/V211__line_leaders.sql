-- Staff numbers of the university's leaders who are in charge of the unit (分管), parted by blanks.
alter table unit add line_leaders varchar(200) default '' not null;
