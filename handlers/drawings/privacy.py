"""The privacy page, and what forgetting would cost.

Not here: the file of what is kept (my_data.py).
"""

from handlers import callbacks
from handlers.drawings.phrases import say_held, say_progress, say_worth
from handlers.drawings.wishes import place_wishes
from handlers.outgoing import Button, OutgoingMessage, Style
from handlers.texts import Words
from loyalty import letters
from loyalty.privacy import BACKUP_NIGHTS, Loss, PrivacyFacts
from loyalty.use_cases.house.upkeep import BODIES_KEPT


def draw_privacy(facts: PrivacyFacts, words: Words) -> OutgoingMessage:
    """Who is responsible, what is kept and how long, who sees it, and how to leave."""
    rules = facts.rules
    if rules.responsible:
        who = words.say("privacy-who", responsible=rules.responsible)
    else:
        who = words.say("privacy-who-cafe", cafe=rules.cafe)
    how_long = words.say(
        "privacy-how-long",
        received=str(BODIES_KEPT.days),
        written=str(letters.KEPT.days),
        backups=str(BACKUP_NIGHTS),
    )
    lines = [words.say("privacy-heading", cafe=rules.cafe), who, words.say("privacy-what"), how_long]
    if facts.copies_leave:
        lines.append(words.say("privacy-copies"))
    lines += [words.say("privacy-who-sees"), words.say("privacy-leave")]
    return OutgoingMessage("\n\n".join(lines), (place_wishes(words),))


def draw_loss(loss: Loss, words: Words) -> OutgoingMessage:
    """What would be lost, and the one question."""
    lines = [words.say("forget-what")]
    if loss.card is not None and (loss.card.rules.gives_stamps or loss.card.stamps):
        progress = say_progress(words, stamps=loss.card.stamps, goal=loss.card.goal)
        lines.append(words.say("forget-stamps", progress=progress))
    if loss.card is not None and loss.card.points:
        points = say_worth(words, loss.card.points, loss.card.rules.currency)
        lines.append(words.say("forget-points", points=points))
    if loss.card is not None and loss.card.rewards:
        lines.append(words.say("forget-rewards", rewards=say_held(words, loss.card.rewards, loss.card.rules)))
    if loss.works_here:
        lines.append(words.say("forget-work"))
    lines.append(words.say("forget-sure"))
    yes = Button(words.plain("button-forget-yes"), callbacks.ForgetMe(sure=True).pack(), Style.DANGER)
    no = Button(words.plain("button-forget-no"), callbacks.ForgetMe(sure=False).pack())
    return OutgoingMessage("\n\n".join(lines), ((yes,), (no,)), asks=True)
