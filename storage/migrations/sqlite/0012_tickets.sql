-- Tickets: an unhappy customer, who of the managers takes care of it, and what came of it.

CREATE TABLE ticket_causes (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO ticket_causes (name) VALUES ('aspect'), ('complaint'), ('detractor');

CREATE TABLE ticket_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO ticket_states (name) VALUES ('closed'), ('open'), ('taken');

CREATE TABLE ticket_outcomes (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO ticket_outcomes (name) VALUES ('corrected'), ('not_put_right'), ('put_right');

CREATE TABLE tickets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,      -- stands in keys of operations: never used twice
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    cause TEXT NOT NULL REFERENCES ticket_causes (name),
    recipient_id INTEGER UNIQUE REFERENCES responses (recipient_id),   -- the low score; NULL: a complaint
    letter_id INTEGER UNIQUE REFERENCES letters (id),                  -- the complaint; NULL: a low score
    visit_id INTEGER REFERENCES visits (id),
    location_id INTEGER REFERENCES locations (id),
    state TEXT NOT NULL REFERENCES ticket_states (name),
    opened_at INTEGER NOT NULL,
    taken_by INTEGER REFERENCES staff (id),    -- who takes care of it, or did
    taken_at INTEGER,
    answered_at INTEGER,                       -- the first time
    reminded_at INTEGER,                       -- that nobody had answered
    closed_by INTEGER REFERENCES staff (id),   -- NULL: the score was corrected, or the customer forgotten
    closed_at INTEGER,
    outcome TEXT REFERENCES ticket_outcomes (name),   -- NULL: not closed, or the customer was forgotten
    apology_operation INTEGER UNIQUE REFERENCES operations (id),
    apologised_at INTEGER,
    asked_at INTEGER,                          -- the customer was asked whether it was put right
    agreed INTEGER CHECK (agreed IN (0, 1)),   -- what they said; NULL: nothing
    reopened_at INTEGER,                       -- because they said no: once
    CHECK (state <> 'taken' OR taken_by IS NOT NULL),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;
CREATE INDEX tickets_customer ON tickets (customer_id, id);
CREATE INDEX tickets_opened ON tickets (opened_at);
CREATE INDEX tickets_live ON tickets (opened_at, id) WHERE state IN ('open', 'taken');
CREATE INDEX tickets_unanswered ON tickets (opened_at)
    WHERE state IN ('open', 'taken') AND answered_at IS NULL AND reminded_at IS NULL;
CREATE INDEX tickets_taken ON tickets (taken_by) WHERE state = 'taken';
CREATE INDEX tickets_closed ON tickets (closed_at, id) WHERE state = 'closed';
CREATE INDEX tickets_apologies ON tickets (apologised_at) WHERE apologised_at IS NOT NULL;

-- the ticket that it belongs to; NULL: anybody who works here may read it
ALTER TABLE letters ADD COLUMN ticket_id INTEGER REFERENCES tickets (id);
CREATE INDEX letters_ticket ON letters (ticket_id, id) WHERE ticket_id IS NOT NULL;
