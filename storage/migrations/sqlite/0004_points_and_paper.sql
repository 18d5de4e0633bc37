-- Bills and points, sale codes, vouchers, cards on paper, and cards that move to another account.

INSERT INTO operation_kinds (name) VALUES ('visit_bill'), ('visit_spend'), ('move');

-- NULL: not moved
ALTER TABLE customers ADD COLUMN moved_to INTEGER REFERENCES customers (id);

-- picked: pay with points
ALTER TABLE scans ADD COLUMN spending INTEGER NOT NULL DEFAULT 0 CHECK (spending IN (0, 1));

CREATE TABLE spend_offers (                    -- staff offer to take points for a part of the bill; the customer answers
    id INTEGER PRIMARY KEY,
    visit_id INTEGER NOT NULL REFERENCES visits (id),
    points INTEGER NOT NULL CHECK (points > 0), -- whole points
    state TEXT NOT NULL REFERENCES offer_states (name),
    asked_by INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER REFERENCES tills (id),
    asked_at INTEGER NOT NULL,
    answered_at INTEGER
) STRICT;

CREATE UNIQUE INDEX spend_offers_one ON spend_offers (visit_id) WHERE state = 'asked';
CREATE INDEX spend_offers_by ON spend_offers (asked_by) WHERE state = 'asked';
CREATE INDEX spend_offers_visit ON spend_offers (visit_id);

CREATE TABLE code_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO code_states (name) VALUES ('live'), ('used'), ('expired'), ('void');

CREATE TABLE sale_codes (                      -- staff show it, the customer collects
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER REFERENCES tills (id),
    location_id INTEGER NOT NULL REFERENCES locations (id),
    secret_hash TEXT NOT NULL UNIQUE,
    stamps INTEGER NOT NULL CHECK (stamps >= 0),
    amount INTEGER CHECK (amount > 0),         -- the bill in minor units; NULL: stamps only
    state TEXT NOT NULL REFERENCES code_states (name),
    cause_chat INTEGER,
    cause_message INTEGER,
    created_at INTEGER NOT NULL,               -- its stamps count to this hour
    expires_at INTEGER NOT NULL,
    settled_at INTEGER,
    refused TEXT,                              -- the limit that held somebody back last, who had no other word
    refused_customer_id INTEGER REFERENCES customers (id),
    CHECK (stamps > 0 OR amount IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX sale_codes_one ON sale_codes (staff_id) WHERE state = 'live';
CREATE UNIQUE INDEX sale_codes_cause ON sale_codes (cause_chat, cause_message) WHERE state IN ('live', 'used');
CREATE INDEX sale_codes_due ON sale_codes (expires_at) WHERE state = 'live';
CREATE INDEX sale_codes_refused ON sale_codes (refused_customer_id) WHERE refused_customer_id IS NOT NULL;

CREATE TABLE voucher_sheets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,      -- stands on paper: never used twice
    location_id INTEGER NOT NULL REFERENCES locations (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),   -- to whom it was issued
    slips INTEGER NOT NULL CHECK (slips > 0),
    cause_chat INTEGER,
    cause_message INTEGER,
    cause_tap TEXT NOT NULL DEFAULT '',        -- which tap on that message; empty: the message itself
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    voided_at INTEGER,                         -- NULL: its open slips can be collected
    voided_by INTEGER REFERENCES staff (id)
) STRICT;

CREATE INDEX voucher_sheets_cause ON voucher_sheets (cause_chat, cause_message);

CREATE TABLE vouchers (                        -- a printed slip: one stamp, once
    id INTEGER PRIMARY KEY,
    sheet_id INTEGER NOT NULL REFERENCES voucher_sheets (id),
    number INTEGER NOT NULL CHECK (number > 0), -- on its sheet
    secret_hash TEXT NOT NULL UNIQUE,
    customer_id INTEGER REFERENCES customers (id),     -- who collected it; NULL: nobody
    collected_at INTEGER,
    voided_at INTEGER,
    voided_by INTEGER REFERENCES staff (id),
    UNIQUE (sheet_id, number),
    CHECK (collected_at IS NULL OR voided_at IS NULL)
) STRICT;

CREATE INDEX vouchers_customer ON vouchers (customer_id, collected_at) WHERE customer_id IS NOT NULL;

CREATE TABLE paper_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO paper_states (name) VALUES ('active'), ('blocked'), ('moved'), ('replaced');

CREATE TABLE paper_cards (                     -- a printed identity; its number is an identity of kind 'paper' while active
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,               -- eight digits, the last one checks the others
    secret_hash TEXT NOT NULL UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    location_id INTEGER NOT NULL REFERENCES locations (id),
    state TEXT NOT NULL REFERENCES paper_states (name),
    issued_by INTEGER NOT NULL REFERENCES staff (id),
    cause_chat INTEGER,
    cause_message INTEGER,
    issued_at INTEGER NOT NULL,
    ended_by INTEGER REFERENCES staff (id),
    ended_at INTEGER
) STRICT;

CREATE UNIQUE INDEX paper_cards_one ON paper_cards (customer_id) WHERE state = 'active';
CREATE INDEX paper_cards_cause ON paper_cards (cause_chat, cause_message);
CREATE INDEX paper_cards_customer ON paper_cards (customer_id);
CREATE INDEX paper_cards_found ON paper_cards (id) WHERE state IN ('active', 'blocked');

CREATE TABLE moves (                           -- all that was on one customer's card went to another's
    id INTEGER PRIMARY KEY,
    from_customer_id INTEGER NOT NULL UNIQUE REFERENCES customers (id),
    to_customer_id INTEGER NOT NULL REFERENCES customers (id),
    operation_id INTEGER NOT NULL REFERENCES operations (id),
    staff_id INTEGER REFERENCES staff (id),    -- NULL: the customer, with the paper card in hand
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX moves_to ON moves (to_customer_id);

-- How a visit came to the counter: by a scan, or by one of these.
-- whole points that paid for a part of the bill
ALTER TABLE visits ADD COLUMN spent INTEGER NOT NULL DEFAULT 0 CHECK (spent >= 0);
ALTER TABLE visits ADD COLUMN sale_code_id INTEGER REFERENCES sale_codes (id);
ALTER TABLE visits ADD COLUMN voucher_id INTEGER REFERENCES vouchers (id);
ALTER TABLE visits ADD COLUMN paper_card_id INTEGER REFERENCES paper_cards (id);

CREATE UNIQUE INDEX visits_sale_code ON visits (sale_code_id) WHERE sale_code_id IS NOT NULL;
CREATE UNIQUE INDEX visits_voucher ON visits (voucher_id) WHERE voucher_id IS NOT NULL;
CREATE INDEX visits_paper ON visits (paper_card_id) WHERE paper_card_id IS NOT NULL;
CREATE UNIQUE INDEX visits_one_paper ON visits (paper_card_id) WHERE paper_card_id IS NOT NULL AND state = 'open';

-- A manager may be asked about a bill without stamps.
CREATE TABLE approvals_new (                   -- a manager is asked to let something pass
    id INTEGER PRIMARY KEY,
    visit_id INTEGER NOT NULL REFERENCES visits (id),
    stamps INTEGER NOT NULL CHECK (stamps >= 0),
    add_number INTEGER NOT NULL,               -- 0: the visit itself, else which add
    reason TEXT,
    state TEXT NOT NULL REFERENCES approval_states (name),
    asked_by INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER REFERENCES tills (id),
    asked_at INTEGER NOT NULL,
    decided_by INTEGER REFERENCES staff (id),
    decided_at INTEGER
) STRICT;

INSERT INTO approvals_new SELECT id, visit_id, stamps, add_number, reason, state, asked_by, till_id, asked_at, decided_by, decided_at FROM approvals;
DROP TABLE approvals;
ALTER TABLE approvals_new RENAME TO approvals;

CREATE INDEX approvals_by ON approvals (asked_by) WHERE state = 'asked';
CREATE UNIQUE INDEX approvals_one ON approvals (visit_id, add_number) WHERE state = 'asked';
CREATE INDEX approvals_visit ON approvals (visit_id, id);
