### What Telegram shows of the bot: its description, and the commands beside the text box.

# On the empty chat, before START; at most 512 characters.
bot-description =
    The stamp card of { $cafe }. { $goal ->
        [one] { $goal } stamp fills it
       *[other] { $goal } stamps fill it
    }, and a full card gives you: { $item }.
    No app to install and no phone number: tap START.
# On the bot's profile; at most 120 characters.
bot-short-description = The stamp card of { $cafe }

command-stamp = Show my code at the counter
command-card = My card
command-rewards = What I can have
command-history = Every change of my card
command-rules = How the card works
command-language = Speak another language
command-help = What the buttons do
command-about = About this bot
command-privacy = What we keep, and how to leave
command-messages = What you may send me
command-mydata = Everything that is kept of me
command-forget = Forget me
command-confirm = Give a stamp: /confirm 418302
command-queue = Who waits at the counter
command-sale = A QR for the customer: /sale +2
command-practice = Somebody to practise on
command-paper = A paper card: /paper Olga
command-papers = Find a paper card
command-move = A lost account: /move 123 456 why
command-name = The name that customers see
command-pin = A PIN for tills
command-leave = Stop working here
command-today = The day on one page
command-close = Close the day
command-undo = Take something back: /undo 123 why
command-adjust = Put a card right: /adjust 123 +2 why
command-print = Signs and sheets to print
command-vouchers = Printed slips: /vouchers 40
command-setup = The rules of your card
command-staff = Who works here
command-staffchat = The staff chat
command-invite = Bring in a barista
command-unbind = Stop using this group
command-answers = Your short answers
command-broadcast = Write to your customers
command-question = Ask customers a question of your own
