-- A card that a manager moves leaves an account behind, which limits and restores still have to know:
-- its Telegram id (none for paper, or once it asked to be forgotten), the keyed hash of that, and as JSON
-- what limits must know when it comes back. All three go when whoever has the card now is forgotten.
ALTER TABLE moves ADD COLUMN account INTEGER;
ALTER TABLE moves ADD COLUMN account_hash TEXT;
ALTER TABLE moves ADD COLUMN limits TEXT NOT NULL DEFAULT '{}';
CREATE INDEX moves_account ON moves (account) WHERE account IS NOT NULL;
CREATE INDEX moves_left ON moves (account_hash) WHERE account_hash IS NOT NULL;

-- Whose card an account had before this moment is somebody else now, who has not asked to be forgotten.
ALTER TABLE forgotten ADD COLUMN after_at INTEGER;

-- An answer follows its customer to another card, so it is found by its letter.
CREATE INDEX letters_answers ON letters (answers_letter) WHERE answers_letter IS NOT NULL;
