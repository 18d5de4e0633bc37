"""A message that an owner wrote or forwarded, as a post: its words with their formatting, and its picture.

Not here: how long it may be (loyalty/posts.py), and what becomes of it (owner/broadcast.py).
"""

from aiogram.types import Message

from handlers.names import in_one_line
from loyalty.campaigns import Photo
from loyalty.posts import tidy_link
from loyalty.refusals import LinkUnfit, NotAPost, PostKind, QuestionIsWords, Refused
from loyalty.use_cases.campaigns.drafts import WrittenPost


def read_post(message: Message, *, bot_id: int) -> WrittenPost:
    """Words with at most one picture. Raises Refused(NotAPost) for everything else."""
    if message.media_group_id is not None:
        raise Refused(NotAPost(PostKind.ALBUM))
    if message.photo:
        return WrittenPost(message.html_text.strip(), Photo(bot_id, message.photo[-1].file_id))
    if message.text is None:
        raise Refused(NotAPost(kind_of(message)))
    return WrittenPost(message.html_text.strip(), None)


def read_question(message: Message, *, bot_id: int) -> WrittenPost:
    """Words alone. Raises Refused(QuestionIsWords) for everything else."""
    try:
        return read_post(message, bot_id=bot_id)
    except Refused as refused:
        raise Refused(QuestionIsWords()) from refused


def read_link(text: str) -> tuple[str, str]:
    """The words of a button and its link, from one message. Raises Refused(LinkUnfit) when one is missing."""
    parts = in_one_line(text).split()
    place = next((at for at, part in enumerate(parts) if tidy_link(part) is not None), None)
    if place is None or len(parts) < 2:
        raise Refused(LinkUnfit())
    return " ".join([*parts[:place], *parts[place + 1 :]]), parts[place]


def kind_of(message: Message) -> PostKind:
    """What it is that is no post."""
    if message.poll is not None:
        return PostKind.POLL
    if message.sticker is not None:
        return PostKind.STICKER
    if message.voice is not None or message.audio is not None:
        return PostKind.VOICE
    if message.video is not None or message.video_note is not None or message.animation is not None:
        return PostKind.VIDEO
    return PostKind.FILE if message.document is not None else PostKind.OTHER
