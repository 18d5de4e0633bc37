-- Tickets: who gave something with an apology, and since when their customer waits, in a second round too.

-- who gave it; NULL: nobody did, or it was not kept who
ALTER TABLE tickets ADD COLUMN apologised_by BIGINT REFERENCES staff (id);
-- the customer waits for an answer; NULL: there is one since it was opened, or opened again
ALTER TABLE tickets ADD COLUMN waits_since BIGINT;

DROP INDEX tickets_unanswered;
CREATE INDEX tickets_unanswered ON tickets (waits_since)
    WHERE state IN ('open', 'taken') AND waits_since IS NOT NULL AND reminded_at IS NULL;

UPDATE tickets SET waits_since = COALESCE(reopened_at, opened_at)
WHERE state IN ('open', 'taken') AND (answered_at IS NULL OR answered_at < reopened_at);
UPDATE tickets SET reminded_at = NULL WHERE state IN ('open', 'taken') AND reminded_at < reopened_at;
