-- A day at the counter: tills and shifts, the staff chat, the queue, limits and their answers, corrections, the
-- close, what people write, signs, backups.

-- People ------------------------------------------------------------------------------------------------------

-- NULL: no PIN asked at a till
ALTER TABLE staff ADD COLUMN pin_hash TEXT;
-- NULL: the phone's
ALTER TABLE staff ADD COLUMN chosen_language TEXT;
ALTER TABLE staff ADD COLUMN removed_by INTEGER REFERENCES staff (id);

-- NULL: the phone's
ALTER TABLE customers ADD COLUMN chosen_language TEXT;
-- JSON: what limits remember of somebody who was forgotten and came back (loyalty/forgetting.py)
ALTER TABLE customers ADD COLUMN carried TEXT NOT NULL DEFAULT '{}';

-- external id: the staff member who practises
INSERT INTO identity_kinds (name) VALUES ('practice');

ALTER TABLE tills ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE tills ADD COLUMN removed_by INTEGER REFERENCES staff (id);

CREATE TABLE shifts (                          -- who stands at a till
    id INTEGER PRIMARY KEY,
    till_id INTEGER NOT NULL REFERENCES tills (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    started_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,                  -- the day's end, decided when it began
    ended_at INTEGER                           -- NULL: still on
) STRICT;
CREATE UNIQUE INDEX shifts_on ON shifts (till_id) WHERE ended_at IS NULL;

-- the account becomes a till
ALTER TABLE invites ADD COLUMN till INTEGER NOT NULL DEFAULT 0 CHECK (till IN (0, 1));
-- picked from Telegram's list; NULL: whoever has the link
ALTER TABLE invites ADD COLUMN invited_telegram_id INTEGER;

CREATE TABLE staff_chats (                     -- the group in which staff see the queue
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    location_id INTEGER NOT NULL REFERENCES locations (id),
    bound_by INTEGER NOT NULL REFERENCES staff (id),
    bound_at INTEGER NOT NULL,
    administrator INTEGER NOT NULL DEFAULT 0 CHECK (administrator IN (0, 1)),
    unbound_at INTEGER,                        -- NULL: in use
    unbound_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX staff_chats_one ON staff_chats (location_id) WHERE unbound_at IS NULL;
CREATE UNIQUE INDEX staff_chats_chat ON staff_chats (chat_id) WHERE unbound_at IS NULL;

CREATE TABLE foreign_chats (                   -- groups that somebody else put the bot into
    chat_id INTEGER PRIMARY KEY,
    seen_at INTEGER NOT NULL,
    leave_at INTEGER NOT NULL
) STRICT;

-- The queue -----------------------------------------------------------------------------------------------------

-- staff tapped "not here"
INSERT INTO scan_states (name) VALUES ('absent');
-- NULL: not in the queue
ALTER TABLE scans ADD COLUMN queued_at INTEGER;
ALTER TABLE scans ADD COLUMN settled_by INTEGER REFERENCES staff (id);
CREATE INDEX scans_queue ON scans (queued_at) WHERE state = 'live' AND queued_at IS NOT NULL;
CREATE INDEX scans_customer ON scans (customer_id, id);

-- messages that came after it in its chat
ALTER TABLE screens ADD COLUMN buried INTEGER NOT NULL DEFAULT 0;
CREATE INDEX screens_chat ON screens (chat_id, kind);

-- Limits and their answers ----------------------------------------------------------------------------------------

-- its stamps were added to that visit
ALTER TABLE visits ADD COLUMN joined_to INTEGER REFERENCES visits (id);
-- why a further visit of the day: a key of loyalty/limits.py
ALTER TABLE visits ADD COLUMN reason TEXT;
CREATE INDEX visits_settled ON visits (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX visits_card ON visits (card_id, settled_at);

CREATE TABLE approval_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO approval_states (name) VALUES ('asked'), ('granted'), ('refused'), ('lapsed');

CREATE TABLE approvals (                       -- a manager is asked to let something pass
    id INTEGER PRIMARY KEY,
    visit_id INTEGER NOT NULL REFERENCES visits (id),
    stamps INTEGER NOT NULL CHECK (stamps > 0),
    add_number INTEGER NOT NULL,               -- 0: the visit itself, else which add
    reason TEXT,
    state TEXT NOT NULL REFERENCES approval_states (name),
    asked_by INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER REFERENCES tills (id),
    asked_at INTEGER NOT NULL,
    decided_by INTEGER REFERENCES staff (id),
    decided_at INTEGER
) STRICT;
CREATE UNIQUE INDEX approvals_one ON approvals (visit_id, add_number) WHERE state = 'asked';
CREATE INDEX approvals_visit ON approvals (visit_id, id);

CREATE TABLE flag_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO flag_states (name) VALUES ('open'), ('ok'), ('asked');

CREATE TABLE flags (                           -- something passed that the owner should look at
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    operation_id INTEGER NOT NULL REFERENCES operations (id),
    card_id INTEGER REFERENCES cards (id),
    staff_id INTEGER REFERENCES staff (id),
    reason TEXT,
    state TEXT NOT NULL DEFAULT 'open' REFERENCES flag_states (name),
    created_at INTEGER NOT NULL,
    decided_by INTEGER REFERENCES staff (id),
    decided_at INTEGER,
    UNIQUE (operation_id, kind)
) STRICT;
CREATE INDEX flags_time ON flags (created_at);
CREATE INDEX flags_card ON flags (card_id, created_at);

CREATE INDEX refusals_time ON refusals (created_at);

-- Corrections ---------------------------------------------------------------------------------------------------

INSERT INTO operation_kinds (name) VALUES ('late_undo'), ('adjustment'), ('old_card');
-- was drunk and can't be taken back: the cafe bears it
INSERT INTO entry_kinds (name) VALUES ('write_off');

CREATE INDEX operations_staff ON operations (staff_id, created_at);

CREATE TABLE freezes (                         -- "this wasn't me": nothing leaves the card meanwhile
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    operation_id INTEGER NOT NULL REFERENCES operations (id),
    frozen_at INTEGER NOT NULL,
    thawed_at INTEGER,                         -- NULL: frozen
    thawed_by INTEGER REFERENCES staff (id)    -- NULL with thawed_at: the customer, a day later
) STRICT;
CREATE UNIQUE INDEX freezes_one ON freezes (customer_id) WHERE thawed_at IS NULL;
CREATE INDEX freezes_operation ON freezes (operation_id);

-- The day -------------------------------------------------------------------------------------------------------

CREATE TABLE closes (                          -- what a day came to, as it was told
    id INTEGER PRIMARY KEY,
    location_id INTEGER NOT NULL REFERENCES locations (id),
    day TEXT NOT NULL,                         -- the cafe's own date, 2026-05-31
    facts TEXT NOT NULL,                       -- JSON, see storage/facts.py
    until INTEGER NOT NULL,                    -- everything before this moment is in it
    closed_by INTEGER REFERENCES staff (id),   -- NULL: by itself, when the day was over
    closed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX closes_day ON closes (location_id, day);

CREATE INDEX ledger_entries_time ON ledger_entries (created_at);
CREATE INDEX rewards_redeemed ON rewards (redeemed_at) WHERE redeemed_at IS NOT NULL;
CREATE INDEX customers_joined ON customers (joined_at);

-- What people write ------------------------------------------------------------------------------------------------

CREATE TABLE answers (                         -- the owner's short answers: hours, address, menu, Wi-Fi, own ones
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL UNIQUE,                 -- hours, address, menu, wifi, or own:<n>
    triggers TEXT NOT NULL,                    -- JSON: words that ask for it, all languages together
    words TEXT NOT NULL,                       -- JSON: the answer, one version per language
    photo_bot_id INTEGER,                      -- a file_id belongs to one bot
    photo_file_id TEXT,
    changed_by INTEGER NOT NULL REFERENCES staff (id),
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE letters (                         -- what a customer wrote to the cafe, and what was answered
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    staff_id INTEGER REFERENCES staff (id),    -- NULL: from the customer
    answers_letter INTEGER REFERENCES letters (id),
    text TEXT NOT NULL,                        -- blanked when the customer is forgotten, and after 30 days
    media_chat INTEGER,                        -- a photo or voice, copied from where it was sent
    media_message INTEGER,
    cause_chat INTEGER,
    cause_message INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX letters_cause ON letters (cause_chat, cause_message) WHERE cause_chat IS NOT NULL;
CREATE INDEX letters_customer ON letters (customer_id, id);

-- Privacy ---------------------------------------------------------------------------------------------------------

-- who it is from, so that it can be erased; NULL: nobody
ALTER TABLE inbox ADD COLUMN person_id INTEGER;
CREATE INDEX inbox_person ON inbox (person_id) WHERE body <> '';

-- Print -------------------------------------------------------------------------------------------------------------

CREATE TABLE signs (                           -- the posters with the join link
    id INTEGER PRIMARY KEY,
    tag TEXT NOT NULL UNIQUE,                  -- in the link; no secret
    created_by INTEGER NOT NULL REFERENCES staff (id),
    created_at INTEGER NOT NULL,
    voided_at INTEGER                          -- NULL: people join by it
) STRICT;

-- Safe keeping and being away -----------------------------------------------------------------------------------------

CREATE TABLE backups (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    problem TEXT NOT NULL DEFAULT '',          -- '': opened again and found good
    made_at INTEGER NOT NULL,
    sent_at INTEGER                            -- an encrypted copy is in the owner's chat
) STRICT;
CREATE INDEX backups_made ON backups (made_at);

-- when Telegram last answered; NULL: never yet
ALTER TABLE installation ADD COLUMN polled_at INTEGER;

CREATE TABLE outages (                         -- times in which the bot was away
    id INTEGER PRIMARY KEY,
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    caught_up_at INTEGER                       -- NULL: what had waited is still being done
) STRICT;

CREATE TABLE bot_profile (                     -- what the bot last told Telegram of itself: set only what changed
    bot_id INTEGER NOT NULL,
    key TEXT NOT NULL,                         -- name:ru, commands:staff:et ...
    value_hash TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (bot_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE restores (                        -- times that a restored backup took back
    id INTEGER PRIMARY KEY,
    from_at INTEGER NOT NULL,                  -- when that backup was made
    restored_at INTEGER NOT NULL
) STRICT;

-- Signs: what each was printed as; one live sign of a kind, and who came by which ------------------------------------
ALTER TABLE signs ADD COLUMN kind TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX signs_one_live ON signs (kind) WHERE voided_at IS NULL;
CREATE INDEX customers_source ON customers (source) WHERE source <> '';

-- Staff: who left the staff chat, and whether they work here still ----------------------------------------------------
CREATE TABLE departure_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO departure_states (name) VALUES ('open'), ('removed'), ('kept');

CREATE TABLE departures (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    chat_id INTEGER NOT NULL,
    left_at INTEGER NOT NULL,                  -- as Telegram dates it
    state TEXT NOT NULL REFERENCES departure_states (name),
    decided_by INTEGER REFERENCES staff (id),
    decided_at INTEGER
) STRICT;
CREATE UNIQUE INDEX departures_one ON departures (staff_id) WHERE state = 'open';
CREATE INDEX departures_staff ON departures (staff_id, left_at);
CREATE INDEX shifts_staff ON shifts (staff_id) WHERE ended_at IS NULL;
CREATE INDEX invites_by ON invites (created_by, state);
CREATE INDEX handover_offers_by ON handover_offers (asked_by) WHERE state = 'asked';
CREATE INDEX visits_opened ON visits (opened_by) WHERE state = 'open';
CREATE INDEX approvals_by ON approvals (asked_by) WHERE state = 'asked';

-- Letters: what they are besides text; what is copied has a place, whether it has words or not ------------------------
ALTER TABLE letters ADD COLUMN content TEXT NOT NULL DEFAULT 'text';
CREATE INDEX letters_kept ON letters (created_at) WHERE text <> '' OR media_chat IS NOT NULL;

-- Which message asked for an operation can be forgotten, with the person who sent it; what it did never changes --------
DROP TRIGGER operations_no_update;
CREATE TRIGGER operations_no_update BEFORE UPDATE OF id, op_key, kind, parameters_hash, result, customer_id, visit_id,
    staff_id, till_id, location_id, program_version, practice, created_at ON operations
BEGIN SELECT RAISE(ABORT, 'operations are append-only'); END;

-- Which bot the ids of chats' messages and of updates are of; NULL: none has been met yet ------------------------------
ALTER TABLE installation ADD COLUMN bot_id INTEGER;

-- Where a reward was offered; NULL: on the own phone --------------------------------------------------------------------
ALTER TABLE handover_offers ADD COLUMN till_id INTEGER REFERENCES tills (id);
