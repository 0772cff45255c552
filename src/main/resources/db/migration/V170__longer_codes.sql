-- What an administrator calls a code is as long as a code may be: 40 characters.
alter table contact alter column way set data type varchar(40);
alter table contact alter column topics set data type varchar(2000);
alter table contact alter column actions set data type varchar(2000);
alter table event_talk alter column way set data type varchar(40);
alter table event_talk alter column kind set data type varchar(40);
