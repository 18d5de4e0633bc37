### The cafe has another bot than before.

# To owners, by the new bot.
notice-another-bot =
    I am the cafe's new bot. Cards with all that is on them and the people of the cafe are here, as they were.
    Signs and links made before lead to the old bot: print new ones with /print, and make invites anew with /staff.
    Customers and staff have to press START in my chat once. The staff chat: add me there and send me /staffchat.
