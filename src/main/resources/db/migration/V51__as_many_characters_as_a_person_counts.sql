-- H2 counts a character outside the basic plane (emoji, rare Han) twice, people count it once; and a colleague may pass over
-- any number of people.
alter table pairing alter column thanks set data type varchar(4000);
alter table pairing alter column passed_over set data type varchar(4000);
alter table pairing_wave alter column name set data type varchar(200);
alter table programme alter column name set data type varchar(200);
alter table programme alter column document set data type varchar(400);
