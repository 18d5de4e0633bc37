-- Made by `python -m storage.dump_schema` from the migrations; a test compares it. Not to be edited.

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

CREATE TABLE approval_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO approval_states (name) VALUES ('asked');

INSERT INTO approval_states (name) VALUES ('granted');

INSERT INTO approval_states (name) VALUES ('lapsed');

INSERT INTO approval_states (name) VALUES ('refused');

CREATE TABLE "approvals" (                   -- a manager is asked to let something pass
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
, amount INTEGER) STRICT;

CREATE INDEX approvals_by ON approvals (asked_by) WHERE state = 'asked';

CREATE UNIQUE INDEX approvals_one ON approvals (visit_id, add_number) WHERE state = 'asked';

CREATE INDEX approvals_visit ON approvals (visit_id, id);

CREATE TABLE aspects (                         -- what is asked about, one at a time; the owner edits the list
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,                        -- JSON: the owner's words by language
    place INTEGER NOT NULL,                    -- in the list, and in the round
    asked INTEGER NOT NULL DEFAULT 1 CHECK (asked IN (0, 1)),   -- 0: off the list, its answers stay
    created_at INTEGER NOT NULL
) STRICT;

INSERT INTO aspects (id, name, place, asked, created_at) VALUES (1, '{"en": "the drink", "ru": "напиток", "et": "jook"}', 1, 1, 0);

INSERT INTO aspects (id, name, place, asked, created_at) VALUES (2, '{"en": "the speed", "ru": "скорость", "et": "kiirus"}', 2, 1, 0);

INSERT INTO aspects (id, name, place, asked, created_at) VALUES (3, '{"en": "the cleanliness", "ru": "чистота", "et": "puhtus"}', 3, 1, 0);

INSERT INTO aspects (id, name, place, asked, created_at) VALUES (4, '{"en": "the staff", "ru": "персонал", "et": "teenindajad"}', 4, 1, 0);

CREATE TABLE backups (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    problem TEXT NOT NULL DEFAULT '',          -- '': opened again and found good
    made_at INTEGER NOT NULL,
    sent_at INTEGER                            -- an encrypted copy is in the owner's chat
) STRICT;

CREATE INDEX backups_made ON backups (made_at);

CREATE TABLE bot_profile (                     -- what the bot last told Telegram of itself: set only what changed
    bot_id INTEGER NOT NULL,
    key TEXT NOT NULL,                         -- name:ru, commands:staff:et ...
    value_hash TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (bot_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign_kinds (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO campaign_kinds (name) VALUES ('aspect');

INSERT INTO campaign_kinds (name) VALUES ('birthday');

INSERT INTO campaign_kinds (name) VALUES ('broadcast');

INSERT INTO campaign_kinds (name) VALUES ('milestone');

INSERT INTO campaign_kinds (name) VALUES ('own_question');

INSERT INTO campaign_kinds (name) VALUES ('recurring');

INSERT INTO campaign_kinds (name) VALUES ('reminder');

INSERT INTO campaign_kinds (name) VALUES ('survey');

INSERT INTO campaign_kinds (name) VALUES ('welcome');

INSERT INTO campaign_kinds (name) VALUES ('win_back');

CREATE TABLE campaign_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO campaign_states (name) VALUES ('draft');

INSERT INTO campaign_states (name) VALUES ('off');

INSERT INTO campaign_states (name) VALUES ('on');

INSERT INTO campaign_states (name) VALUES ('over');

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
    cause_chat INTEGER,
    cause_message INTEGER
, read_words INTEGER) STRICT;

CREATE UNIQUE INDEX campaigns_cause ON campaigns (cause_chat, cause_message) WHERE cause_chat IS NOT NULL;

CREATE INDEX campaigns_kind ON campaigns (kind, id);

CREATE INDEX campaigns_on ON campaigns (kind) WHERE state = 'on';

CREATE TABLE cards (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    scheme_id INTEGER NOT NULL REFERENCES schemes (id),
    goal INTEGER NOT NULL CHECK (goal > 0),    -- the goal that this card was begun under
    stamps INTEGER NOT NULL DEFAULT 0 CHECK (stamps >= 0),
    points INTEGER NOT NULL DEFAULT 0 CHECK (points >= 0),
    opened_at INTEGER NOT NULL,
    UNIQUE (customer_id, scheme_id)
) STRICT;

CREATE INDEX cards_with_points ON cards (id) WHERE points > 0;

CREATE TABLE chat_pauses (                     -- one chat that Telegram asked us to leave alone for a while
    chat_id INTEGER PRIMARY KEY,
    paused_until INTEGER NOT NULL
) STRICT;

CREATE TABLE closes (                          -- what a day came to, as it was told
    id INTEGER PRIMARY KEY,
    location_id INTEGER NOT NULL REFERENCES locations (id),
    day TEXT NOT NULL,                         -- the cafe's own date, 2026-05-31
    facts TEXT NOT NULL,                       -- JSON, see storage/facts.py
    until INTEGER NOT NULL,                    -- everything before this moment is in it
    closed_by INTEGER REFERENCES staff (id),   -- NULL: by itself, when the day was over
    closed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX closes_by_itself ON closes (day) WHERE closed_by IS NULL;

CREATE UNIQUE INDEX closes_day ON closes (location_id, day);

CREATE TABLE code_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO code_states (name) VALUES ('expired');

INSERT INTO code_states (name) VALUES ('live');

INSERT INTO code_states (name) VALUES ('used');

INSERT INTO code_states (name) VALUES ('void');

CREATE TABLE commits (
    writer TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    purpose TEXT NOT NULL,
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    text_version TEXT NOT NULL,
    language TEXT NOT NULL,
    update_id INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX consents_customer ON consents (customer_id, purpose, id);

CREATE TABLE currencies (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO currencies (name) VALUES ('points');

INSERT INTO currencies (name) VALUES ('stamps');

CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    location_id INTEGER NOT NULL REFERENCES locations (id),  -- where they joined
    source TEXT NOT NULL DEFAULT '',           -- the sign that brought them
    practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1)),
    birth_month INTEGER,
    birth_day INTEGER,
    joined_at INTEGER NOT NULL,
    last_visit_at INTEGER,                     -- NULL: never had a visit confirmed
    visits INTEGER NOT NULL DEFAULT 0 CHECK (visits >= 0),
    unreachable_since INTEGER,                 -- NULL: messages arrive
    unreachable_reason TEXT,
    frozen_at INTEGER,                         -- NULL: not frozen
    forgotten_at INTEGER                       -- NULL: not forgotten
, chosen_language TEXT, carried TEXT NOT NULL DEFAULT '{}', moved_to INTEGER REFERENCES customers (id), birthday_set_at INTEGER, rhythm_halves INTEGER) STRICT;

CREATE INDEX customers_birthday ON customers (birth_month, birth_day, id);

CREATE INDEX customers_joined ON customers (joined_at);

CREATE INDEX customers_last_visit ON customers (last_visit_at, id);

CREATE INDEX customers_no_rhythm ON customers (id) WHERE rhythm_halves IS NULL AND visits >= 4;

CREATE INDEX customers_source ON customers (source) WHERE source <> '';

CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dedupe_key TEXT NOT NULL UNIQUE,
    lane TEXT NOT NULL REFERENCES lanes (name),
    chat_id INTEGER NOT NULL,
    customer_id INTEGER REFERENCES customers (id),   -- whose reachability it tells about
    screen_id INTEGER REFERENCES screens (id),       -- exactly one of these three: a screen to draw,
    operation_id INTEGER REFERENCES operations (id), -- an operation's receipt,
    notice TEXT,                                     -- or a notice's facts (JSON, see storage/facts.py)
    state TEXT NOT NULL REFERENCES delivery_states (name),
    run_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    lease_until INTEGER,
    message_id INTEGER,
    error TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    settled_at INTEGER,
    CHECK ((screen_id IS NOT NULL) + (operation_id IS NOT NULL) + (notice IS NOT NULL) = 1)
) STRICT;

CREATE INDEX deliveries_chat ON deliveries (chat_id) WHERE state = 'sending';

CREATE INDEX deliveries_drawn ON deliveries (id) WHERE screen_id IS NOT NULL AND state IN ('sent', 'skipped', 'failed');

CREATE INDEX deliveries_due ON deliveries (lane, run_at, id) WHERE state = 'pending';

CREATE UNIQUE INDEX deliveries_one_redraw ON deliveries (screen_id) WHERE state = 'pending' AND screen_id IS NOT NULL;

CREATE INDEX deliveries_screen ON deliveries (screen_id) WHERE screen_id IS NOT NULL;

CREATE INDEX deliveries_sending ON deliveries (lease_until) WHERE state = 'sending';

CREATE INDEX deliveries_to ON deliveries (chat_id);

CREATE TABLE delivery_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO delivery_states (name) VALUES ('failed');

INSERT INTO delivery_states (name) VALUES ('pending');

INSERT INTO delivery_states (name) VALUES ('sending');

INSERT INTO delivery_states (name) VALUES ('sent');

INSERT INTO delivery_states (name) VALUES ('skipped');

INSERT INTO delivery_states (name) VALUES ('unknown');

CREATE TABLE departure_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO departure_states (name) VALUES ('kept');

INSERT INTO departure_states (name) VALUES ('open');

INSERT INTO departure_states (name) VALUES ('removed');

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

CREATE TABLE dialogues (
    key TEXT PRIMARY KEY,                      -- bot, chat and person
    state TEXT NOT NULL,
    data TEXT NOT NULL,                        -- JSON, opaque here
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX dialogues_updated ON dialogues (updated_at, key);

CREATE TABLE entry_kinds (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO entry_kinds (name) VALUES ('adjust');

INSERT INTO entry_kinds (name) VALUES ('earn');

INSERT INTO entry_kinds (name) VALUES ('expire');

INSERT INTO entry_kinds (name) VALUES ('redeem');

INSERT INTO entry_kinds (name) VALUES ('reverse');

INSERT INTO entry_kinds (name) VALUES ('write_off');

CREATE TABLE flag_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO flag_states (name) VALUES ('answered');

INSERT INTO flag_states (name) VALUES ('asked');

INSERT INTO flag_states (name) VALUES ('ok');

INSERT INTO flag_states (name) VALUES ('open');

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

CREATE INDEX flags_asked ON flags (decided_at, id) WHERE state IN ('asked', 'answered');

CREATE INDEX flags_card ON flags (card_id, created_at);

CREATE INDEX flags_open ON flags (created_at, id) WHERE state = 'open';

CREATE INDEX flags_time ON flags (created_at);

CREATE TABLE foreign_chats (                   -- groups that somebody else put the bot into
    chat_id INTEGER PRIMARY KEY,
    seen_at INTEGER NOT NULL,
    leave_at INTEGER NOT NULL
) STRICT;

CREATE TABLE forgotten (
    identity_hash TEXT PRIMARY KEY,            -- keyed hash of kind and external id
    facts TEXT NOT NULL,                       -- JSON: what limits must survive a re-join
    forgotten_at INTEGER NOT NULL,
    until INTEGER NOT NULL
, after_at INTEGER) STRICT;

CREATE INDEX forgotten_until ON forgotten (until);

CREATE TABLE freezes (                         -- "this wasn't me": nothing leaves the card meanwhile
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    operation_id INTEGER NOT NULL REFERENCES operations (id),
    frozen_at INTEGER NOT NULL,
    thawed_at INTEGER,                         -- NULL: frozen
    thawed_by INTEGER REFERENCES staff (id)    -- NULL with thawed_at: the customer, a day later
) STRICT;

CREATE INDEX freezes_customer ON freezes (customer_id);

CREATE UNIQUE INDEX freezes_one ON freezes (customer_id) WHERE thawed_at IS NULL;

CREATE INDEX freezes_operation ON freezes (operation_id);

CREATE TABLE handover_offers (                 -- staff offer to hand a reward over; the customer answers
    id INTEGER PRIMARY KEY,
    reward_id INTEGER NOT NULL REFERENCES rewards (id),
    visit_id INTEGER NOT NULL REFERENCES visits (id),
    state TEXT NOT NULL REFERENCES offer_states (name),
    asked_by INTEGER NOT NULL REFERENCES staff (id),
    asked_at INTEGER NOT NULL,
    answered_at INTEGER
, till_id INTEGER REFERENCES tills (id)) STRICT;

CREATE INDEX handover_offers_asked ON handover_offers (visit_id) WHERE state = 'asked';

CREATE INDEX handover_offers_by ON handover_offers (asked_by) WHERE state = 'asked';

CREATE INDEX handover_offers_due ON handover_offers (id) WHERE state = 'asked';

CREATE UNIQUE INDEX handover_offers_one ON handover_offers (reward_id) WHERE state = 'asked';

CREATE INDEX handover_offers_visit ON handover_offers (visit_id);

CREATE TABLE identities (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    kind TEXT NOT NULL REFERENCES identity_kinds (name),
    external_id TEXT NOT NULL,                 -- Telegram's id, or the number of a paper card
    created_at INTEGER NOT NULL,
    UNIQUE (kind, external_id)
) STRICT;

CREATE INDEX identities_customer ON identities (customer_id);

CREATE TABLE identity_kinds (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO identity_kinds (name) VALUES ('paper');

INSERT INTO identity_kinds (name) VALUES ('practice');

INSERT INTO identity_kinds (name) VALUES ('telegram');

CREATE TABLE inbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,     -- order of arrival; Telegram's ids may go backwards
    update_id INTEGER NOT NULL UNIQUE,
    body TEXT NOT NULL,                        -- as received; blanked when it holds a secret and is done
    state TEXT NOT NULL REFERENCES inbox_states (name),
    attempts INTEGER NOT NULL DEFAULT 0,       -- raised before handling
    error TEXT NOT NULL DEFAULT '',
    received_at INTEGER NOT NULL,
    settled_at INTEGER
, person_id INTEGER) STRICT;

CREATE INDEX inbox_person ON inbox (person_id) WHERE body <> '';

CREATE INDEX inbox_settled ON inbox (settled_at) WHERE body <> '';

CREATE INDEX inbox_waiting ON inbox (seq) WHERE state = 'waiting';

CREATE TABLE inbox_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO inbox_states (name) VALUES ('dead');

INSERT INTO inbox_states (name) VALUES ('done');

INSERT INTO inbox_states (name) VALUES ('waiting');

CREATE TABLE installation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    hash_key TEXT NOT NULL,                    -- keys the hashes of typed codes and of forgotten people
    created_at INTEGER NOT NULL
, polled_at INTEGER, bot_id INTEGER) STRICT;

CREATE TABLE invitations (                     -- somebody was asked about a visit; the message is the recipient's
    recipient_id INTEGER PRIMARY KEY REFERENCES recipients (id),
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    visit_id INTEGER NOT NULL REFERENCES visits (id),
    location_id INTEGER NOT NULL REFERENCES locations (id),
    aspect_id INTEGER REFERENCES aspects (id), -- NULL: how likely they are to recommend the cafe
    question_id INTEGER NOT NULL REFERENCES questions (id),     -- the only one of its day
    visits INTEGER NOT NULL,                   -- of the customer, when asked
    invited_at INTEGER NOT NULL
) STRICT;

CREATE INDEX invitations_customer ON invitations (customer_id, invited_at);

CREATE INDEX invitations_time ON invitations (invited_at);

CREATE TABLE invite_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO invite_states (name) VALUES ('accepted');

INSERT INTO invite_states (name) VALUES ('came');

INSERT INTO invite_states (name) VALUES ('live');

INSERT INTO invite_states (name) VALUES ('refused');

INSERT INTO invite_states (name) VALUES ('void');

CREATE TABLE invites (
    id INTEGER PRIMARY KEY,
    role TEXT NOT NULL REFERENCES roles (name),
    secret_hash TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL REFERENCES invite_states (name),
    created_by INTEGER REFERENCES staff (id),  -- NULL: made on the server, the owner link
    cause_chat INTEGER,
    cause_message INTEGER,
    came_telegram_id INTEGER,
    came_name TEXT NOT NULL DEFAULT '',
    came_language TEXT NOT NULL DEFAULT '',
    came_at INTEGER,
    decided_by INTEGER REFERENCES staff (id),
    decided_at INTEGER,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
, till INTEGER NOT NULL DEFAULT 0 CHECK (till IN (0, 1)), invited_telegram_id INTEGER) STRICT;

CREATE INDEX invites_by ON invites (created_by, state);

CREATE INDEX invites_cause ON invites (cause_chat, cause_message);

CREATE TABLE lanes (
    name TEXT PRIMARY KEY,
    rank INTEGER NOT NULL UNIQUE,              -- lower goes first
    paused_until INTEGER NOT NULL DEFAULT 0    -- Telegram asked us to wait
) STRICT;

INSERT INTO lanes (name, rank, paused_until) VALUES ('bulk', 2, 0);

INSERT INTO lanes (name, rank, paused_until) VALUES ('transactional', 1, 0);

CREATE TABLE ledger_entries (
    id INTEGER PRIMARY KEY,
    operation_id INTEGER NOT NULL REFERENCES operations (id),
    seq INTEGER NOT NULL,                      -- order inside the operation and currency, from 1
    card_id INTEGER NOT NULL REFERENCES cards (id),
    currency TEXT NOT NULL REFERENCES currencies (name),
    kind TEXT NOT NULL REFERENCES entry_kinds (name),
    amount INTEGER NOT NULL CHECK (amount <> 0),   -- stamps, or points in hundredths
    reverses INTEGER UNIQUE REFERENCES ledger_entries (id),
    program_version INTEGER NOT NULL REFERENCES programs (version),
    location_id INTEGER NOT NULL REFERENCES locations (id),
    staff_id INTEGER REFERENCES staff (id),
    till_id INTEGER REFERENCES tills (id),
    visit_id INTEGER REFERENCES visits (id),
    practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1)),
    created_at INTEGER NOT NULL,
    UNIQUE (operation_id, currency, seq)
) STRICT;

CREATE INDEX ledger_entries_card ON ledger_entries (card_id, id);

CREATE TRIGGER ledger_entries_no_delete BEFORE DELETE ON ledger_entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_entries_no_update BEFORE UPDATE ON ledger_entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE INDEX ledger_entries_time ON ledger_entries (created_at);

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
, content TEXT NOT NULL DEFAULT 'text', ticket_id INTEGER REFERENCES tickets (id)) STRICT;

CREATE INDEX letters_answers ON letters (answers_letter) WHERE answers_letter IS NOT NULL;

CREATE UNIQUE INDEX letters_cause ON letters (cause_chat, cause_message) WHERE cause_chat IS NOT NULL;

CREATE INDEX letters_customer ON letters (customer_id, id);

CREATE INDEX letters_kept ON letters (created_at) WHERE text <> '' OR media_chat IS NOT NULL;

CREATE INDEX letters_media ON letters (media_chat) WHERE media_chat IS NOT NULL;

CREATE INDEX letters_ticket ON letters (ticket_id, id) WHERE ticket_id IS NOT NULL;

CREATE TABLE locations (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,                        -- '' for the only counter of a single cafe
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE moves (                           -- all that was on one customer's card went to another's
    id INTEGER PRIMARY KEY,
    from_customer_id INTEGER NOT NULL UNIQUE REFERENCES customers (id),
    to_customer_id INTEGER NOT NULL REFERENCES customers (id),
    operation_id INTEGER NOT NULL REFERENCES operations (id),
    staff_id INTEGER REFERENCES staff (id),    -- NULL: the customer, with the paper card in hand
    created_at INTEGER NOT NULL
, account INTEGER, account_hash TEXT, limits TEXT NOT NULL DEFAULT '{}') STRICT;

CREATE INDEX moves_account ON moves (account) WHERE account IS NOT NULL;

CREATE INDEX moves_left ON moves (account_hash) WHERE account_hash IS NOT NULL;

CREATE INDEX moves_to ON moves (to_customer_id);

CREATE TABLE offer_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO offer_states (name) VALUES ('agreed');

INSERT INTO offer_states (name) VALUES ('asked');

INSERT INTO offer_states (name) VALUES ('lapsed');

INSERT INTO offer_states (name) VALUES ('refused');

CREATE TABLE operation_kinds (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO operation_kinds (name) VALUES ('adjustment');

INSERT INTO operation_kinds (name) VALUES ('gift');

INSERT INTO operation_kinds (name) VALUES ('gift_expired');

INSERT INTO operation_kinds (name) VALUES ('late_undo');

INSERT INTO operation_kinds (name) VALUES ('move');

INSERT INTO operation_kinds (name) VALUES ('old_card');

INSERT INTO operation_kinds (name) VALUES ('redemption');

INSERT INTO operation_kinds (name) VALUES ('redemption_undo');

INSERT INTO operation_kinds (name) VALUES ('visit');

INSERT INTO operation_kinds (name) VALUES ('visit_add');

INSERT INTO operation_kinds (name) VALUES ('visit_bill');

INSERT INTO operation_kinds (name) VALUES ('visit_spend');

INSERT INTO operation_kinds (name) VALUES ('visit_undo');

CREATE TABLE operation_reasons (               -- free text lives beside the ledger, so that it can be blanked
    operation_id INTEGER PRIMARY KEY REFERENCES operations (id),
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE operations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,      -- the receipt's number
    op_key TEXT NOT NULL UNIQUE,               -- the business fact, never a Telegram id
    kind TEXT NOT NULL REFERENCES operation_kinds (name),
    parameters_hash TEXT NOT NULL,
    result TEXT NOT NULL,                      -- the receipt's facts (JSON, see storage/facts.py)
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    visit_id INTEGER REFERENCES visits (id),
    staff_id INTEGER REFERENCES staff (id),
    till_id INTEGER REFERENCES tills (id),
    location_id INTEGER NOT NULL REFERENCES locations (id),
    program_version INTEGER NOT NULL REFERENCES programs (version),
    practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1)),
    cause_chat INTEGER,
    cause_message INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX operations_cause ON operations (cause_chat, cause_message) WHERE cause_chat IS NOT NULL;

CREATE INDEX operations_customer ON operations (customer_id, id);

CREATE TRIGGER operations_no_delete BEFORE DELETE ON operations
BEGIN SELECT RAISE(ABORT, 'operations are append-only'); END;

CREATE TRIGGER operations_no_update BEFORE UPDATE OF id, op_key, kind, parameters_hash, result, customer_id, visit_id,
    staff_id, till_id, location_id, program_version, practice, created_at ON operations
BEGIN SELECT RAISE(ABORT, 'operations are append-only'); END;

CREATE INDEX operations_staff ON operations (staff_id, created_at);

CREATE INDEX operations_time ON operations (created_at);

CREATE INDEX operations_visit ON operations (visit_id);

CREATE TABLE outage_refusals (                 -- taps of staff's that had waited and came too late
    id INTEGER PRIMARY KEY,
    outage_id INTEGER NOT NULL REFERENCES outages (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    facts TEXT NOT NULL,                       -- JSON
    refused_at INTEGER NOT NULL
) STRICT;

CREATE INDEX outage_refusals_outage ON outage_refusals (outage_id, id);

CREATE TABLE outages (                         -- times in which the bot was away
    id INTEGER PRIMARY KEY,
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    caught_up_at INTEGER                       -- NULL: what had waited is still being done
) STRICT;

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

CREATE INDEX paper_cards_cause ON paper_cards (cause_chat, cause_message);

CREATE INDEX paper_cards_customer ON paper_cards (customer_id);

CREATE INDEX paper_cards_found ON paper_cards (id) WHERE state IN ('active', 'blocked');

CREATE UNIQUE INDEX paper_cards_one ON paper_cards (customer_id) WHERE state = 'active';

CREATE TABLE paper_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO paper_states (name) VALUES ('active');

INSERT INTO paper_states (name) VALUES ('blocked');

INSERT INTO paper_states (name) VALUES ('moved');

INSERT INTO paper_states (name) VALUES ('replaced');

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

CREATE TABLE praises (                         -- praise that its customer let us pass on to who served them
    recipient_id INTEGER PRIMARY KEY REFERENCES responses (recipient_id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    passed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX praises_staff ON praises (staff_id, passed_at);

CREATE TABLE programs (
    version INTEGER PRIMARY KEY,
    rules TEXT NOT NULL,                       -- JSON, see storage/programs.py
    created_by INTEGER,                        -- staff; NULL: the defaults
    created_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER programs_no_delete BEFORE DELETE ON programs
BEGIN SELECT RAISE(ABORT, 'a program version never changes'); END;

CREATE TRIGGER programs_no_update BEFORE UPDATE ON programs
BEGIN SELECT RAISE(ABORT, 'a program version never changes'); END;

CREATE TABLE purposes (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO purposes (name) VALUES ('birthday');

INSERT INTO purposes (name) VALUES ('offers');

INSERT INTO purposes (name) VALUES ('surveys');

CREATE TABLE question_kinds (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO question_kinds (name) VALUES ('birthday');

INSERT INTO question_kinds (name) VALUES ('offers');

INSERT INTO question_kinds (name) VALUES ('survey');

CREATE TABLE question_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO question_states (name) VALUES ('answered');

INSERT INTO question_states (name) VALUES ('open');

INSERT INTO question_states (name) VALUES ('skipped');

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

CREATE TABLE recipient_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO recipient_states (name) VALUES ('failed');

INSERT INTO recipient_states (name) VALUES ('held_out');

INSERT INTO recipient_states (name) VALUES ('queued');

INSERT INTO recipient_states (name) VALUES ('sent');

INSERT INTO recipient_states (name) VALUES ('skipped');

INSERT INTO recipient_states (name) VALUES ('unknown');

INSERT INTO recipient_states (name) VALUES ('waiting');

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

CREATE INDEX recipients_customer ON recipients (customer_id, settled_at);

CREATE INDEX recipients_operation ON recipients (operation_id) WHERE operation_id IS NOT NULL;

CREATE INDEX recipients_run ON recipients (run_id, state, pilot, id);

CREATE TABLE refusals (                        -- what was refused and must be remembered
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    customer_id INTEGER REFERENCES customers (id),
    visit_id INTEGER REFERENCES visits (id),
    facts TEXT NOT NULL,                       -- JSON
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX refusals_customer ON refusals (customer_id, created_at);

CREATE INDEX refusals_staff ON refusals (staff_id, kind, created_at);

CREATE INDEX refusals_time ON refusals (created_at);

CREATE TABLE responses (                       -- the one answer to an invitation
    recipient_id INTEGER PRIMARY KEY REFERENCES invitations (recipient_id),
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),      -- 0-10; of an aspect 1-5
    scored_at INTEGER NOT NULL,                -- the first time: it may be corrected for an hour from here
    content TEXT NOT NULL DEFAULT '',          -- of the reason: what kind of message it was; '': none
    reason TEXT NOT NULL DEFAULT '',           -- its words; blanked when the customer is forgotten
    media_chat INTEGER,                        -- a photo or voice, copied from where it was sent
    media_message INTEGER,
    reason_at INTEGER,                         -- when it came, or was skipped; NULL: neither yet
    cause_chat INTEGER,
    cause_message INTEGER
) STRICT;

CREATE UNIQUE INDEX responses_cause ON responses (cause_chat, cause_message) WHERE cause_chat IS NOT NULL;

CREATE INDEX responses_time ON responses (scored_at);

CREATE TABLE restores (                        -- times that a restored backup took back
    id INTEGER PRIMARY KEY,
    from_at INTEGER NOT NULL,                  -- when that backup was made
    restored_at INTEGER NOT NULL
) STRICT;

CREATE TABLE reward_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO reward_states (name) VALUES ('cancelled');

INSERT INTO reward_states (name) VALUES ('expired');

INSERT INTO reward_states (name) VALUES ('issued');

INSERT INTO reward_states (name) VALUES ('redeemed');

CREATE TABLE rewards (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    card_id INTEGER NOT NULL REFERENCES cards (id),
    item TEXT NOT NULL,                        -- JSON: the owner's words, one version per language
    cost INTEGER NOT NULL CHECK (cost >= 0),   -- stamps that it took; 0: a gift
    state TEXT NOT NULL REFERENCES reward_states (name),
    operation_id INTEGER NOT NULL REFERENCES operations (id),   -- what issued it
    issued_visit_id INTEGER REFERENCES visits (id),             -- the visit that filled the card
    replaces INTEGER UNIQUE REFERENCES rewards (id),            -- the redemption that was undone
    issued_at INTEGER NOT NULL,
    expires_at INTEGER,                        -- NULL: does not expire
    redeemed_at INTEGER,
    redeemed_by INTEGER REFERENCES staff (id),
    redeemed_visit_id INTEGER REFERENCES visits (id),
    ended_at INTEGER                           -- cancelled or expired
, recipient_id INTEGER REFERENCES recipients (id)) STRICT;

CREATE INDEX rewards_customer ON rewards (customer_id, state, id);

CREATE INDEX rewards_expiring ON rewards (expires_at) WHERE state = 'issued' AND expires_at IS NOT NULL;

CREATE INDEX rewards_operation ON rewards (operation_id);

CREATE UNIQUE INDEX rewards_recipient ON rewards (recipient_id) WHERE recipient_id IS NOT NULL AND replaces IS NULL;

CREATE INDEX rewards_redeemed ON rewards (redeemed_at) WHERE redeemed_at IS NOT NULL;

CREATE INDEX rewards_redeemed_visit ON rewards (redeemed_visit_id) WHERE redeemed_visit_id IS NOT NULL;

CREATE INDEX rewards_taken ON rewards (recipient_id) WHERE recipient_id IS NOT NULL;

CREATE TABLE roles (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO roles (name) VALUES ('barista');

INSERT INTO roles (name) VALUES ('manager');

INSERT INTO roles (name) VALUES ('owner');

CREATE TABLE run_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO run_states (name) VALUES ('finished');

INSERT INTO run_states (name) VALUES ('missed');

INSERT INTO run_states (name) VALUES ('paused');

INSERT INTO run_states (name) VALUES ('running');

INSERT INTO run_states (name) VALUES ('stopped');

INSERT INTO run_states (name) VALUES ('taken_back');

INSERT INTO run_states (name) VALUES ('waiting');

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

CREATE INDEX sale_codes_asked ON sale_codes (cause_chat) WHERE cause_chat IS NOT NULL;

CREATE UNIQUE INDEX sale_codes_cause ON sale_codes (cause_chat, cause_message) WHERE state IN ('live', 'used');

CREATE INDEX sale_codes_due ON sale_codes (expires_at) WHERE state = 'live';

CREATE UNIQUE INDEX sale_codes_one ON sale_codes (staff_id) WHERE state = 'live';

CREATE INDEX sale_codes_refused ON sale_codes (refused_customer_id) WHERE refused_customer_id IS NOT NULL;

CREATE INDEX sale_codes_till ON sale_codes (till_id, id) WHERE state = 'live';

CREATE TABLE scan_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO scan_states (name) VALUES ('absent');

INSERT INTO scan_states (name) VALUES ('expired');

INSERT INTO scan_states (name) VALUES ('live');

INSERT INTO scan_states (name) VALUES ('used');

INSERT INTO scan_states (name) VALUES ('void');

CREATE TABLE scans (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    secret_hash TEXT NOT NULL UNIQUE,
    code_hash TEXT NOT NULL,                   -- keyed: six digits alone would be guessed from a plain hash
    pair_code TEXT NOT NULL,                   -- 'fox-42', no secret
    reward_id INTEGER REFERENCES rewards (id), -- picked by the customer before the code was shown
    state TEXT NOT NULL REFERENCES scan_states (name),
    cause_chat INTEGER,
    cause_message INTEGER,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
, queued_at INTEGER, settled_by INTEGER REFERENCES staff (id), spending INTEGER NOT NULL DEFAULT 0 CHECK (spending IN (0, 1))) STRICT;

CREATE INDEX scans_cause ON scans (cause_chat) WHERE cause_chat IS NOT NULL;

CREATE INDEX scans_code ON scans (code_hash, id);

CREATE INDEX scans_customer ON scans (customer_id, id);

CREATE INDEX scans_due ON scans (expires_at) WHERE state = 'live';

CREATE UNIQUE INDEX scans_live_code ON scans (code_hash) WHERE state = 'live';

CREATE UNIQUE INDEX scans_live_pair ON scans (pair_code) WHERE state = 'live';

CREATE UNIQUE INDEX scans_one_live ON scans (customer_id) WHERE state = 'live';

CREATE INDEX scans_queue ON scans (queued_at) WHERE state = 'live' AND queued_at IS NOT NULL;

CREATE TABLE schema_migrations (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT
;

CREATE TABLE schemes (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE screens (                         -- a message that is redrawn as things change
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,               -- the visit, scan, offer or invite it shows
    chat_id INTEGER NOT NULL,
    message_id INTEGER,                        -- NULL: not sent yet
    drawn_hash TEXT NOT NULL DEFAULT '',       -- of what it shows now; equal: no edit
    created_at INTEGER NOT NULL
, buried INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX screens_chat ON screens (chat_id, kind);

CREATE INDEX screens_subject ON screens (kind, subject_id);

CREATE TABLE segments (                        -- segments that the owner saved by name
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    conditions TEXT NOT NULL,                  -- JSON, see loyalty/segments.py
    created_by INTEGER NOT NULL REFERENCES staff (id),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sent_files (                      -- a picture's file_id belongs to one bot
    bot_id INTEGER NOT NULL,
    picture_key TEXT NOT NULL,
    file_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (bot_id, picture_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE shifts (                          -- who stands at a till
    id INTEGER PRIMARY KEY,
    till_id INTEGER NOT NULL REFERENCES tills (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    started_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,                  -- the day's end, decided when it began
    ended_at INTEGER                           -- NULL: still on
) STRICT;

CREATE UNIQUE INDEX shifts_on ON shifts (till_id) WHERE ended_at IS NULL;

CREATE INDEX shifts_staff ON shifts (staff_id) WHERE ended_at IS NULL;

CREATE TABLE signs (                           -- the posters with the join link
    id INTEGER PRIMARY KEY,
    tag TEXT NOT NULL UNIQUE,                  -- in the link; no secret
    created_by INTEGER NOT NULL REFERENCES staff (id),
    created_at INTEGER NOT NULL,
    voided_at INTEGER                          -- NULL: people join by it
, kind TEXT NOT NULL DEFAULT '') STRICT;

CREATE UNIQUE INDEX signs_one_live ON signs (kind) WHERE voided_at IS NULL;

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

CREATE INDEX spend_offers_by ON spend_offers (asked_by) WHERE state = 'asked';

CREATE INDEX spend_offers_due ON spend_offers (id) WHERE state = 'asked';

CREATE UNIQUE INDEX spend_offers_one ON spend_offers (visit_id) WHERE state = 'asked';

CREATE INDEX spend_offers_visit ON spend_offers (visit_id);

CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    telegram_id INTEGER NOT NULL,
    name TEXT NOT NULL,                        -- the name that customers see
    role TEXT NOT NULL REFERENCES roles (name),
    language TEXT NOT NULL,
    location_id INTEGER NOT NULL REFERENCES locations (id),
    created_at INTEGER NOT NULL,
    removed_at INTEGER                         -- NULL: works here
, pin_hash TEXT, chosen_language TEXT, removed_by INTEGER REFERENCES staff (id)) STRICT;

CREATE UNIQUE INDEX staff_active ON staff (telegram_id) WHERE removed_at IS NULL;

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

CREATE UNIQUE INDEX staff_chats_chat ON staff_chats (chat_id) WHERE unbound_at IS NULL;

CREATE UNIQUE INDEX staff_chats_one ON staff_chats (location_id) WHERE unbound_at IS NULL;

CREATE TABLE ticket_causes (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO ticket_causes (name) VALUES ('aspect');

INSERT INTO ticket_causes (name) VALUES ('complaint');

INSERT INTO ticket_causes (name) VALUES ('detractor');

CREATE TABLE ticket_outcomes (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO ticket_outcomes (name) VALUES ('corrected');

INSERT INTO ticket_outcomes (name) VALUES ('not_put_right');

INSERT INTO ticket_outcomes (name) VALUES ('put_right');

CREATE TABLE ticket_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO ticket_states (name) VALUES ('closed');

INSERT INTO ticket_states (name) VALUES ('open');

INSERT INTO ticket_states (name) VALUES ('taken');

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
    reopened_at INTEGER, apologised_by INTEGER REFERENCES staff (id), waits_since INTEGER,                       -- because they said no: once
    CHECK (state <> 'taken' OR taken_by IS NOT NULL),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;

CREATE INDEX tickets_apologies ON tickets (apologised_at) WHERE apologised_at IS NOT NULL;

CREATE INDEX tickets_closed ON tickets (closed_at, id) WHERE state = 'closed';

CREATE INDEX tickets_customer ON tickets (customer_id, id);

CREATE INDEX tickets_live ON tickets (opened_at, id) WHERE state IN ('open', 'taken');

CREATE INDEX tickets_opened ON tickets (opened_at);

CREATE INDEX tickets_taken ON tickets (taken_by) WHERE state = 'taken';

CREATE INDEX tickets_unanswered ON tickets (waits_since)
    WHERE state IN ('open', 'taken') AND waits_since IS NOT NULL AND reminded_at IS NULL;

CREATE TABLE tills (
    id INTEGER PRIMARY KEY,
    telegram_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    location_id INTEGER NOT NULL REFERENCES locations (id),
    created_at INTEGER NOT NULL,
    removed_at INTEGER
, language TEXT NOT NULL DEFAULT '', removed_by INTEGER REFERENCES staff (id)) STRICT;

CREATE UNIQUE INDEX tills_active ON tills (telegram_id) WHERE removed_at IS NULL;

CREATE TABLE visit_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO visit_states (name) VALUES ('confirmed');

INSERT INTO visit_states (name) VALUES ('declined');

INSERT INTO visit_states (name) VALUES ('expired');

INSERT INTO visit_states (name) VALUES ('open');

INSERT INTO visit_states (name) VALUES ('undone');

CREATE TABLE visits (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    card_id INTEGER NOT NULL REFERENCES cards (id),
    location_id INTEGER NOT NULL REFERENCES locations (id),
    scan_id INTEGER UNIQUE REFERENCES scans (id),
    state TEXT NOT NULL REFERENCES visit_states (name),
    pair_code TEXT NOT NULL DEFAULT '',
    stamps INTEGER NOT NULL DEFAULT 0 CHECK (stamps >= 0),   -- given in all, adds included
    adds INTEGER NOT NULL DEFAULT 0 CHECK (adds >= 0),       -- further operations so far
    amount INTEGER,                            -- the bill in minor units; NULL: not entered
    program_version INTEGER NOT NULL REFERENCES programs (version),
    practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1)),
    opened_by INTEGER NOT NULL REFERENCES staff (id),
    opened_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    settled_by INTEGER REFERENCES staff (id),  -- who confirmed or declined
    settled_at INTEGER,
    stamped_at INTEGER,                        -- the last stamps, adds included: undo counts from here
    undone_by INTEGER REFERENCES staff (id),
    undone_at INTEGER,
    redraw_at INTEGER,                         -- when time alone takes a button from the staff card; NULL: never
    till_id INTEGER REFERENCES tills (id),
    cause_chat INTEGER,
    cause_message INTEGER
, joined_to INTEGER REFERENCES visits (id), reason TEXT, spent INTEGER NOT NULL DEFAULT 0 CHECK (spent >= 0), sale_code_id INTEGER REFERENCES sale_codes (id), voucher_id INTEGER REFERENCES vouchers (id), paper_card_id INTEGER REFERENCES paper_cards (id), hour INTEGER) STRICT;

CREATE INDEX visits_card ON visits (card_id, settled_at);

CREATE INDEX visits_cause ON visits (cause_chat) WHERE cause_chat IS NOT NULL;

CREATE INDEX visits_customer ON visits (customer_id, id);

CREATE INDEX visits_due ON visits (expires_at) WHERE state = 'open';

CREATE INDEX visits_hourless ON visits (id) WHERE state = 'confirmed' AND stamped_at IS NOT NULL AND hour IS NULL;

CREATE UNIQUE INDEX visits_one_paper ON visits (paper_card_id) WHERE paper_card_id IS NOT NULL AND state = 'open';

CREATE INDEX visits_opened ON visits (opened_by) WHERE state = 'open';

CREATE INDEX visits_paper ON visits (paper_card_id) WHERE paper_card_id IS NOT NULL;

CREATE INDEX visits_redraw ON visits (redraw_at) WHERE redraw_at IS NOT NULL;

CREATE UNIQUE INDEX visits_sale_code ON visits (sale_code_id) WHERE sale_code_id IS NOT NULL;

CREATE INDEX visits_settled ON visits (settled_at) WHERE settled_at IS NOT NULL;

CREATE UNIQUE INDEX visits_voucher ON visits (voucher_id) WHERE voucher_id IS NOT NULL;

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

CREATE TABLE wish_states (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO wish_states (name) VALUES ('granted');

INSERT INTO wish_states (name) VALUES ('muted');

INSERT INTO wish_states (name) VALUES ('refused');

CREATE TABLE wishes (                          -- what a customer lets us send, as it stands; how it came about: consents
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    purpose TEXT NOT NULL REFERENCES purposes (name),
    state TEXT NOT NULL REFERENCES wish_states (name),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (customer_id, purpose)
) STRICT, WITHOUT ROWID;
