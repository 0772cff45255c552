-- A decision says what came of it: until now each was an answer.
update step set outcome = 'answered', code = 'refused' where kind = 'DECISION' and outcome is null and named_unit is null;
update step set outcome = 'answered', code = 'decided' where kind = 'DECISION' and outcome is null;
