"""Paper: cards for who has no Telegram, vouchers and signs."""
