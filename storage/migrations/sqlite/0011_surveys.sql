-- Surveys: how likely somebody is to recommend the cafe, or one aspect of a visit at a time; and what was answered.

INSERT INTO campaign_kinds (name) VALUES ('aspect'), ('survey');
INSERT INTO question_kinds (name) VALUES ('survey');

CREATE TABLE aspects (                         -- what is asked about, one at a time; the owner edits the list
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,                        -- JSON: the owner's words by language
    place INTEGER NOT NULL,                    -- in the list, and in the round
    asked INTEGER NOT NULL DEFAULT 1 CHECK (asked IN (0, 1)),   -- 0: off the list, its answers stay
    created_at INTEGER NOT NULL
) STRICT;
INSERT INTO aspects (name, place, created_at)
VALUES ('{"en": "the drink", "ru": "напиток", "et": "jook"}', 1, 0),
       ('{"en": "the speed", "ru": "скорость", "et": "kiirus"}', 2, 0),
       ('{"en": "the cleanliness", "ru": "чистота", "et": "puhtus"}', 3, 0),
       ('{"en": "the staff", "ru": "персонал", "et": "teenindajad"}', 4, 0);

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
CREATE INDEX responses_time ON responses (scored_at);
CREATE UNIQUE INDEX responses_cause ON responses (cause_chat, cause_message) WHERE cause_chat IS NOT NULL;

CREATE TABLE praises (                         -- praise that its customer let us pass on to who served them
    recipient_id INTEGER PRIMARY KEY REFERENCES responses (recipient_id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    passed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX praises_staff ON praises (staff_id, passed_at);
