-- What stands still, and perhaps why: a code with its arguments, or an operator's reason.
alter table stalled alter column detail set data type varchar(1000);
