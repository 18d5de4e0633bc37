-- Whoever was asked about a flag has answered.

INSERT INTO flag_states (name) VALUES ('answered');
