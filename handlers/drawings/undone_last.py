"""What *undo last* took back, said with whose it was: its card may be far up in the chat.

Not here: the toasts of the card's own undo (counter_toasts.py).
"""

from handlers.drawings.phrases import name_customer, name_item, say_pair_code, say_standing
from handlers.outgoing import OutgoingMessage
from handlers.texts import Words
from loyalty.use_cases.undo_last import UndoneLast


def draw_undone_last(done: UndoneLast, words: Words) -> OutgoingMessage:
    """Stamps with where the card stands now, or a reward that is the customer's again."""
    facts = done.facts
    pair = say_pair_code(words, facts.visit.pair_code) if facts.visit.pair_code else ""
    name = name_customer(words, facts)
    if done.item is not None:
        item = name_item(words, done.item)
        return OutgoingMessage(words.say("undo-last-reward", item=item, pair=pair, name=name))
    progress = say_standing(words, facts)
    if not done.stamps:
        text = words.say("undo-last-bill", pair=pair, name=name, progress=progress)
        return OutgoingMessage(text)
    return OutgoingMessage(
        words.say("undo-last-visit", stamps=done.stamps, pair=pair, name=name, progress=progress)
    )
