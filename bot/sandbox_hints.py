"""What the sandbox tells the person who started it: sentences with whole commands, to be typed as they stand.

Not here: when each is said (sandbox_launcher.py).
"""

import errno
import os
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Final

USUAL_DIR: Final = Path("data/sandbox")
"""Where `make demo` keeps its cafe, from the project's folder."""
_BOT: Final = ".venv/bin/python -m bot"
_COMMAND: Final = f"{_BOT} sandbox"
USUAL_PORT: Final = 8080
_OTHER_PORT: Final = 8081


@dataclass(frozen=True, slots=True)
class Hints:
    """The sentences for a sandbox in this folder, with its page on this port."""

    data_dir: Path
    port: int = USUAL_PORT

    @property
    def go_on(self) -> str:
        """The command that goes on with this cafe at this address, and never begins a new one."""
        return "make demo" if self._usual and self.port == USUAL_PORT else self._command()

    @property
    def stopped(self) -> str:
        """The person ended it."""
        return (
            f"Stopped. The cafe is kept. To go on: {self.go_on}\nFor a new cafe: {self._command('--fresh')}"
        )

    @property
    def not_empty(self) -> str:
        """--empty came too late."""
        anew = self._command("--fresh", "--empty")
        return f"There is a cafe already, so --empty changes nothing. To begin anew without anybody: {anew}"

    @property
    def running(self) -> str:
        """Somebody else has the folder's lock."""
        return (
            f"A sandbox is running on {self.data_dir} already. Stop it with Ctrl+C first, or give this one "
            f"a folder and a port of its own: {_COMMAND} --port {_OTHER_PORT} --data-dir data/another-sandbox"
        )

    @property
    def real_cafe(self) -> str:
        """The folder holds a cafe that no sandbox has made."""
        return (
            f"{self.data_dir} holds a cafe that is not the sandbox's, and playing would spoil it. Name "
            f"another folder: {_COMMAND} --data-dir data/another-sandbox"
        )

    @property
    def none_here(self) -> str:
        """Another command was to look at a sandbox's cafe, and the folder has none."""
        return f"{self.data_dir} holds no cafe of a sandbox. To make one: {self.go_on}"

    @property
    def start_again(self) -> str:
        """Something is wrong with its cafe."""
        return f"Start the sandbox again: {self.go_on}; if that does not help: {self._command('--fresh')}"

    def beside(self, command: str) -> str:
        """A command looks at another cafe, and may have been meant for this one."""
        return f"The demo's cafe in {self.data_dir} is another one: {self.about(command)}"

    def about(self, command: str) -> str:
        """The whole command that looks at this cafe; `command`: what is said to a real one."""
        place = "" if self._usual else f" --data-dir {shlex.quote(str(self.data_dir))}"
        return f"{_BOT} {command} --sandbox{place}"

    @property
    def link_comes(self) -> str:
        """Nobody owns the cafe, and whoever looks from outside has no link."""
        return f"Each start of the sandbox prints a link for the owner: {self.go_on}"

    @property
    def stop_first(self) -> str:
        """Something can be done only while nobody plays."""
        return f"The sandbox is running on {self.data_dir}. Stop it with Ctrl+C first. Nothing was changed."

    def restored(self, owners: int) -> str:
        """A backup has become the demo's cafe."""
        return f"Restored. To go on: {self.go_on}" + ("" if owners else f"\n{self.link_comes}")

    def owner_link(self, link: str) -> str:
        """Nobody runs the cafe yet."""
        return (
            "Nobody runs this cafe yet. Whoever opens this link within 15 minutes is its owner (a new start "
            f"makes a new link): {link}"
        )

    def put_aside(self, folder: Path) -> str:
        """A new cafe begins where there was another one."""
        old = Hints(folder, self.port)
        kept = f"The cafe that was here is kept in {folder} until another one is put aside."
        return f"{kept} To open it: {old.go_on}"

    def port_refused(self, error: OSError) -> str:
        """The page can't be there."""
        other = self._command(port=_OTHER_PORT + (self.port == _OTHER_PORT))
        if error.errno == errno.EADDRINUSE:
            return f"Port {self.port} is taken by another program. Choose another one: {other}"
        return f"Port {self.port} can't be used: {_reason(error)}. Choose another one: {other}"

    def folder_refused(self, error: OSError) -> str:
        """Nothing can be kept there."""
        if isinstance(error, FileExistsError | NotADirectoryError):
            return f"{self.data_dir} can't be the sandbox's folder: there is a file. Name another --data-dir."
        return f"{self.data_dir} can't be the sandbox's folder: {_reason(error)}. Name another --data-dir."

    def folder_too_deep(self) -> str:
        """The control socket in it could not be reached."""
        return f"{self.data_dir} is too long a path for the sandbox. Name a shorter --data-dir."

    def set_up_failed(self, error: Exception) -> str:
        """People saw something else than they should."""
        return f"The cafe could not be set up: {error}\nBegin with a new one: {self._command('--fresh')}"

    @property
    def _usual(self) -> bool:
        return self.data_dir == USUAL_DIR.absolute()

    def _command(self, *options: str, port: int | None = None) -> str:
        port = self.port if port is None else port
        place = () if self._usual else ("--data-dir", shlex.quote(str(self.data_dir)))
        address = () if port == USUAL_PORT else ("--port", str(port))
        return " ".join((_COMMAND, *place, *address, *options))


def _reason(error: OSError) -> str:
    # asyncio puts the system's words and more of its own into strerror.
    return os.strerror(error.errno) if error.errno else str(error)
