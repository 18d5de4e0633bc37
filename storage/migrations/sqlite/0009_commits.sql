-- On a server, each writer's last COMMIT, so that one without an answer can be asked about. A file leaves it empty.
CREATE TABLE commits (
    writer TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
