-- On a server, each writer's last COMMIT, so that one without an answer can be asked about. A file leaves it empty.
CREATE TABLE commits (
    writer TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);
