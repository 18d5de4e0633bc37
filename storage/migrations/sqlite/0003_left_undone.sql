-- What staff had tapped while the bot was away, and what could not be done any more.

CREATE TABLE outage_refusals (                 -- taps of staff's that had waited and came too late
    id INTEGER PRIMARY KEY,
    outage_id INTEGER NOT NULL REFERENCES outages (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    facts TEXT NOT NULL,                       -- JSON
    refused_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outage_refusals_outage ON outage_refusals (outage_id, id);
