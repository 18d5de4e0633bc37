"""What people see and tap: aiogram routers, screens, texts and pictures.

Not here: rules, SQL, sending of deliveries.
"""
