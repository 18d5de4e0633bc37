-- What is asked at the counter, by ticks and by reports stays as quick in a cafe that has grown.

CREATE INDEX handover_offers_due ON handover_offers (id) WHERE state = 'asked';
CREATE INDEX spend_offers_due ON spend_offers (id) WHERE state = 'asked';
CREATE INDEX sale_codes_till ON sale_codes (till_id, id) WHERE state = 'live';
CREATE INDEX rewards_redeemed_visit ON rewards (redeemed_visit_id) WHERE redeemed_visit_id IS NOT NULL;
CREATE INDEX flags_open ON flags (created_at, id) WHERE state = 'open';
CREATE INDEX flags_asked ON flags (decided_at, id) WHERE state IN ('asked', 'answered');
CREATE INDEX deliveries_drawn ON deliveries (id) WHERE screen_id IS NOT NULL AND state IN ('sent', 'skipped', 'failed');
CREATE INDEX dialogues_updated ON dialogues (updated_at, key);
CREATE INDEX forgotten_until ON forgotten (until);
CREATE INDEX closes_by_itself ON closes (day) WHERE closed_by IS NULL;
CREATE INDEX cards_with_points ON cards (id) WHERE points > 0;

-- What is left of somebody is found without reading everything that was ever sent, shown or opened.
CREATE INDEX deliveries_to ON deliveries (chat_id);
CREATE INDEX deliveries_screen ON deliveries (screen_id) WHERE screen_id IS NOT NULL;
CREATE INDEX scans_cause ON scans (cause_chat) WHERE cause_chat IS NOT NULL;
CREATE INDEX visits_cause ON visits (cause_chat) WHERE cause_chat IS NOT NULL;
CREATE INDEX sale_codes_asked ON sale_codes (cause_chat) WHERE cause_chat IS NOT NULL;
CREATE INDEX letters_media ON letters (media_chat) WHERE media_chat IS NOT NULL;
CREATE INDEX freezes_customer ON freezes (customer_id);
