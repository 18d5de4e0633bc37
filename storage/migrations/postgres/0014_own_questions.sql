-- A question of the owner's own, and what was answered; the rows of a customer go when they are forgotten.

INSERT INTO campaign_kinds (name) VALUES ('own_question');

CREATE TABLE own_answers (                     -- somebody was asked it: the message is the recipient's
    recipient_id BIGINT PRIMARY KEY REFERENCES recipients (id),
    question_id BIGINT NOT NULL REFERENCES questions (id),     -- the only one of its day
    choice BIGINT CHECK (choice BETWEEN 1 AND 6),              -- which of the owner's answers
    scale BIGINT CHECK (scale BETWEEN 1 AND 5),
    text TEXT COLLATE "C",                     -- in the own words
    answered_at BIGINT,                        -- the first time: it may be changed for an hour from here
    CHECK (num_nonnulls(choice, scale, text) = num_nonnulls(answered_at))
);
CREATE INDEX own_answers_question ON own_answers (question_id);
