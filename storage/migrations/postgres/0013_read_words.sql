-- What goes out by itself is off until its words were read: which words those were.

-- what tells the words that were read then from others; NULL: nobody has read any since this column is there
ALTER TABLE campaigns ADD COLUMN read_words BIGINT;
