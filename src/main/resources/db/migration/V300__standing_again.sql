-- Few open cases were returned or found wanting; the minute's look goes to them alone.
create index concern_returns on concern (state, returns);
create index concern_dissatisfactions on concern (state, dissatisfactions);
