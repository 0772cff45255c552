-- Why a message could not be sent at the latest attempt: a word or two, such as the code of the server's answer.
alter table notice add column trouble varchar(64);
