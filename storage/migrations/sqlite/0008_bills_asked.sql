-- A manager is asked to let a bill pass too: the question keeps which one it was about, in minor units.

ALTER TABLE approvals ADD COLUMN amount INTEGER;

UPDATE approvals SET amount = (SELECT v.amount FROM visits v WHERE v.id = approvals.visit_id) WHERE state = 'asked' AND add_number = 0;
