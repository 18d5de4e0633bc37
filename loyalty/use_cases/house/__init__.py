"""The cafe and its machine: the rules, the day, what goes in and out, and what is kept."""
