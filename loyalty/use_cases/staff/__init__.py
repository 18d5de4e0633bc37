"""Who works at the cafe, in which chats and at which tills."""
