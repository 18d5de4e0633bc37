-- Campaigns: what is sent to whom, once; what customers let us send; and offers as rewards with an end.

CREATE TABLE purposes (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO purposes (name) VALUES ('birthday'), ('offers'), ('surveys');

CREATE TABLE wish_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO wish_states (name) VALUES ('granted'), ('muted'), ('refused');

CREATE TABLE wishes (                          -- what a customer lets us send, as it stands; how it came about: consents
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    purpose TEXT NOT NULL REFERENCES purposes (name),
    state TEXT NOT NULL REFERENCES wish_states (name),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (customer_id, purpose)
) STRICT, WITHOUT ROWID;

CREATE TABLE question_kinds (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO question_kinds (name) VALUES ('birthday'), ('offers');

CREATE TABLE question_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO question_states (name) VALUES ('answered'), ('open'), ('skipped');

CREATE TABLE questions (                       -- what a customer is asked beside the counter: one a day
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    kind TEXT NOT NULL REFERENCES question_kinds (name),
    day TEXT NOT NULL,                         -- the cafe's own date
    operation_id INTEGER REFERENCES operations (id),   -- under whose receipt it stands
    state TEXT NOT NULL REFERENCES question_states (name),
    asked_at INTEGER NOT NULL,
    answered_at INTEGER,
    UNIQUE (customer_id, day)
) STRICT;
CREATE INDEX questions_operation ON questions (operation_id) WHERE operation_id IS NOT NULL;

-- when the date was given last; NULL: never
ALTER TABLE customers ADD COLUMN birthday_set_at INTEGER;
-- the median of the time between the last visits, in half days; NULL: to be looked at, or too few of them
ALTER TABLE customers ADD COLUMN rhythm_halves INTEGER;
CREATE INDEX customers_no_rhythm ON customers (id) WHERE rhythm_halves IS NULL AND visits >= 4;
-- on the cafe's wall when it was confirmed; NULL: older than this column
ALTER TABLE visits ADD COLUMN hour INTEGER;
CREATE INDEX visits_hourless ON visits (id) WHERE state = 'confirmed' AND stamped_at IS NOT NULL AND hour IS NULL;

CREATE TABLE segments (                        -- segments that the owner saved by name
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    conditions TEXT NOT NULL,                  -- JSON, see loyalty/segments.py
    created_by INTEGER NOT NULL REFERENCES staff (id),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE campaign_kinds (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO campaign_kinds (name)
VALUES ('birthday'), ('broadcast'), ('milestone'), ('recurring'), ('reminder'), ('welcome'), ('win_back');

CREATE TABLE campaign_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO campaign_states (name) VALUES ('draft'), ('off'), ('on'), ('over');

CREATE TABLE campaigns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,      -- stands in keys of operations and deliveries: never used twice
    kind TEXT NOT NULL REFERENCES campaign_kinds (name),
    state TEXT NOT NULL REFERENCES campaign_states (name),
    terms TEXT NOT NULL,                       -- JSON: what this kind needs to know, see loyalty/campaigns.py
    conditions TEXT NOT NULL DEFAULT '[]',     -- JSON: for whom
    offer TEXT,                                -- JSON; NULL: nothing to take
    created_by INTEGER NOT NULL REFERENCES staff (id),
    created_at INTEGER NOT NULL,
    approved_by INTEGER REFERENCES staff (id), -- who has read its words and let it go
    approved_at INTEGER,
    read_words INTEGER,                        -- what tells the words that were read then from others
    cause_chat INTEGER,
    cause_message INTEGER
) STRICT;
CREATE UNIQUE INDEX campaigns_cause ON campaigns (cause_chat, cause_message) WHERE cause_chat IS NOT NULL;
CREATE INDEX campaigns_on ON campaigns (kind) WHERE state = 'on';
CREATE INDEX campaigns_kind ON campaigns (kind, id);

CREATE TABLE posts (                           -- what a campaign says, one version per language
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
    language TEXT NOT NULL,
    text TEXT NOT NULL,                        -- Telegram's HTML
    photo_bot_id INTEGER,                      -- a file_id belongs to one bot
    photo_file_id TEXT,
    label TEXT NOT NULL DEFAULT '',            -- of the button with the link; '': none
    link TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (campaign_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO run_states (name)
VALUES ('finished'), ('missed'), ('paused'), ('running'), ('stopped'), ('taken_back'),
       ('waiting');

CREATE TABLE runs (                            -- one time that a campaign goes out
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
    occurrence TEXT NOT NULL,                  -- which time: '1', or a date of the cafe
    state TEXT NOT NULL REFERENCES run_states (name),
    run_at INTEGER NOT NULL,
    stale_at INTEGER NOT NULL,                 -- not begun by then: missed
    frozen_upto INTEGER NOT NULL DEFAULT 0,    -- customers up to this number were looked at
    eligible INTEGER NOT NULL DEFAULT 0,       -- of them so many may get it or are held out
    frozen_at INTEGER,                         -- its recipients are rows; NULL: not yet all
    pilot_until INTEGER,                       -- the pilot is out, the rest waits until then; NULL: no pilot, or the rest may go
    asked_by INTEGER REFERENCES staff (id),    -- who let it go, paused or stopped it last
    taken INTEGER NOT NULL DEFAULT 0,         -- of its offer, in all
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    ended_at INTEGER,
    UNIQUE (campaign_id, occurrence)
) STRICT;
CREATE INDEX runs_due ON runs (run_at) WHERE state = 'waiting';
CREATE INDEX runs_live ON runs (id) WHERE state IN ('waiting', 'running', 'paused');

CREATE TABLE recipient_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO recipient_states (name)
VALUES ('failed'), ('held_out'), ('queued'), ('sent'), ('skipped'), ('unknown'), ('waiting');

CREATE TABLE recipients (                      -- one customer of one run, frozen when it was let go
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES runs (id),
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    occurrence TEXT NOT NULL,                  -- which time for this customer: of the run, or of the customer's own
    state TEXT NOT NULL REFERENCES recipient_states (name),
    pilot INTEGER NOT NULL DEFAULT 0 CHECK (pilot IN (0, 1)),
    reason TEXT NOT NULL DEFAULT '',           -- why it was skipped, or what Telegram said
    language TEXT NOT NULL DEFAULT '',         -- of the version that was sent
    facts TEXT NOT NULL DEFAULT '{}',          -- JSON: what the words need to know of this customer
    operation_id INTEGER REFERENCES operations (id),   -- told on this operation's receipt; NULL: a message of its own
    delivery_id INTEGER UNIQUE,                -- while it is queued, and of the message that was sent
    created_at INTEGER NOT NULL,
    settled_at INTEGER,
    muted_at INTEGER,                          -- its own button muted what it was for; NULL: not tapped
    UNIQUE (campaign_id, customer_id, occurrence)
) STRICT;
CREATE INDEX recipients_run ON recipients (run_id, state, pilot, id);
CREATE INDEX recipients_customer ON recipients (customer_id, settled_at);
CREATE INDEX recipients_operation ON recipients (operation_id) WHERE operation_id IS NOT NULL;

-- the campaign's message that it was taken from
ALTER TABLE rewards ADD COLUMN recipient_id INTEGER REFERENCES recipients (id);
CREATE UNIQUE INDEX rewards_recipient ON rewards (recipient_id) WHERE recipient_id IS NOT NULL AND replaces IS NULL;
CREATE INDEX rewards_taken ON rewards (recipient_id) WHERE recipient_id IS NOT NULL;
CREATE INDEX rewards_expiring ON rewards (expires_at) WHERE state = 'issued' AND expires_at IS NOT NULL;
INSERT INTO operation_kinds (name) VALUES ('gift'), ('gift_expired');
