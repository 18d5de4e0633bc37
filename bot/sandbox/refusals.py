"""How the sandbox says no: to a bot in Telegram's words, to a person in a sentence.

It doesn't decide what is refused.
"""

from typing import Any

Json = dict[str, Any]


class Refusal(Exception):
    """A call that the Bot API refuses."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> Json:
        """The answer as the Bot API words it."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class Impossible(Exception):
    """What a person can't do in a chat; the text is a sentence for people."""


def bad_request(words: str) -> Refusal:
    """400, the call itself is wrong."""
    return Refusal(400, f"Bad Request: {words}")


def forbidden(words: str) -> Refusal:
    """403, this chat doesn't want the bot."""
    return Refusal(403, f"Forbidden: {words}")


def conflict(words: str) -> Refusal:
    """409, somebody else takes the updates."""
    return Refusal(409, f"Conflict: {words}")


def unsupported(words: str) -> Refusal:
    """400 for what Telegram can do and the sandbox can't, in words that are clearly not Telegram's."""
    return bad_request(f"{words} is not supported by the sandbox")
