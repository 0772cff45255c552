-- A decision says what came of it: until now each was an answer.
update step set outcome = 'answered', code = 'decided' where kind = 'DECISION' and outcome is null;
