-- A question of the owner's own, and what was answered; the rows of a customer go when they are forgotten.

INSERT INTO campaign_kinds (name) VALUES ('own_question');

CREATE TABLE own_answers (                     -- somebody was asked it: the message is the recipient's
    recipient_id INTEGER PRIMARY KEY REFERENCES recipients (id),
    question_id INTEGER NOT NULL REFERENCES questions (id),     -- the only one of its day
    choice INTEGER CHECK (choice BETWEEN 1 AND 6),              -- which of the owner's answers
    scale INTEGER CHECK (scale BETWEEN 1 AND 5),
    text TEXT,                                 -- in the own words
    answered_at INTEGER,                       -- the first time: it may be changed for an hour from here
    CHECK ((choice IS NOT NULL) + (scale IS NOT NULL) + (text IS NOT NULL) = (answered_at IS NOT NULL))
) STRICT;
CREATE INDEX own_answers_question ON own_answers (question_id);
