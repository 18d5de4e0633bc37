"""What *undo last* took back, said with the pair code: its card may be far up in the chat.

No name stands here: this answer is never drawn again, so somebody who is forgotten would stay in it.

Not here: the toasts of the card's own undo (counter_toasts.py).
"""

from handlers.drawings.phrases import name_item, say_pair, say_standing
from handlers.outgoing import OutgoingMessage
from handlers.texts import Words
from loyalty.use_cases.corrections.undo_last import UndoneLast


def draw_undone_last(done: UndoneLast, words: Words) -> OutgoingMessage:
    """Stamps with where the card stands now, or a reward that is the customer's again."""
    facts = done.facts
    pair = say_pair(words, facts.visit.pair_code)
    if done.item is not None:
        item = name_item(words, done.item)
        return OutgoingMessage(words.say("undo-last-reward", item=item, pair=pair))
    progress = say_standing(words, facts)
    if not done.stamps:
        return OutgoingMessage(words.say("undo-last-bill", pair=pair, progress=progress))
    return OutgoingMessage(words.say("undo-last-visit", stamps=done.stamps, pair=pair, progress=progress))
