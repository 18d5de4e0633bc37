"""Sending the locked copy of a backup as a document: to every owner, uploaded once.

Not here: which backup and when (backups.py). It is no delivery: a file of megabytes has no place among rows.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import FSInputFile

from bot.sealing import SEALED_SUFFIX
from handlers.texts import Texts
from loyalty.use_cases.house.safekeeping import Consignment
from loyalty.use_cases.house.screens import ReadReader

_log = structlog.get_logger(__name__)

UPLOAD_SECONDS: Final = 300
"""49 MB over a slow line."""


@dataclass(frozen=True, slots=True)
class BackupPost:
    """Telegram as the way out of the house."""

    bot: Bot
    texts: Texts
    read_reader: ReadReader

    async def __call__(self, consignment: Consignment, file: Path) -> bool:
        """Whether at least one owner has it; who can't be written to is passed over."""
        document: FSInputFile | str = FSInputFile(file, filename=f"{consignment.backup.file}{SEALED_SUFFIX}")
        arrived = False
        for chat_id in consignment.chats:
            reader = await self.read_reader(chat_id)
            words = self.texts.in_language(self.texts.choose(reader.language, reader.cafe_language))
            caption = words.say("backup-caption", day=consignment.made_on)
            try:
                message = await self.bot.send_document(
                    chat_id, document, caption=caption, disable_notification=True,
                    request_timeout=UPLOAD_SECONDS,
                )  # fmt: skip
            except TelegramAPIError as error:
                _log.warning("backup_not_sent", problem=type(error).__name__)
                continue
            arrived = True
            if message.document is not None:
                document = message.document.file_id
        return arrived
