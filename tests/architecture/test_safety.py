"""What our code never does, and how the container is shut in: by the sources, compose.yaml and Dockerfile.

Not here: whether a running container keeps to it (tests/drills/test_container.py).
"""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.sources import PACKAGES, ROOT, Source, is_below, parse, sources

# What is read from a file or a message must never become code.
MAKES_CODE_OF_DATA = ("pickle", "cPickle", "shelve", "marshal", "dill", "cloudpickle", "jsonpickle", "yaml")
# APScheduler's other job stores pickle; truth lives in rows (docs/decisions).
JOB_STORES = ("apscheduler.jobstores",)
RUN_TEXT = frozenset({"eval", "exec", "compile"})
# Bots can't delete after 48 hours, so nothing may be built on it.
DELETE = re.compile(r"delete_?messages?", re.IGNORECASE)
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def dangers(source: Source) -> Iterator[str]:
    for imported in source.imports():
        if is_below(imported.name, *MAKES_CODE_OF_DATA, *JOB_STORES):
            yield f"{source.name}:{imported.line} imports {imported.name}"
    for node in ast.walk(source.tree):
        match node:
            case ast.Call(func=ast.Name(id=called)) if called in RUN_TEXT:
                yield f"{source.name}:{node.lineno} calls {called}"
            case ast.keyword(arg="drop_pending_updates", value=value) if not _is_false(value):
                yield f"{source.name}:{node.lineno} drops updates that wait"
            case ast.Attribute(attr=name) | ast.Name(id=name) if DELETE.fullmatch(name):
                yield f"{source.name} uses {name}"


def _is_false(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is False


def test_nothing_becomes_code_and_no_update_or_message_is_thrown_away() -> None:
    ours = [source for source in sources(*PACKAGES) if not is_below(source.name, "bot.sandbox")]
    assert [danger for source in ours for danger in dangers(source)] == []


@pytest.mark.parametrize(
    "text",
    [
        "import pickle",
        "from shelve import open",
        "from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore",
        "eval('1')",
        "bot.delete_webhook(drop_pending_updates=True)",
        "bot.delete_webhook(drop_pending_updates=drop)",
        "await bot.delete_message(1, 2)",
        "from aiogram.methods import DeleteMessage\nbot(DeleteMessage(chat_id=1, message_id=2))",
    ],
)
def test_a_planted_danger_is_found(text: str) -> None:
    assert len(list(dangers(parse("handlers.planted", text)))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "    read_only: true\n", "    tmpfs:\n      - /tmp\n", "    cap_drop:\n      - ALL\n",
        "      - no-new-privileges:true\n", "    mem_limit: ", "    pids_limit: ",
        "    volumes:\n      - data:/data\n    init: true\n",
    ],
)  # fmt: skip
def test_the_container_may_do_as_little_as_possible(line: str) -> None:
    assert line in COMPOSE


def test_the_container_opens_nothing_and_has_no_keys_of_the_machine() -> None:
    words = re.sub(r"#.*", "", COMPOSE)
    for too_much in (
        "ports:",
        "privileged",
        "network_mode",
        "docker.sock",
        "cap_add",
        "pid: host",
        "devices:",
    ):
        assert too_much not in words
    assert not re.search(r"^(EXPOSE|VOLUME (?!/data$))", DOCKERFILE, re.MULTILINE)


def test_the_image_runs_as_nobody_in_particular_and_holds_no_settings() -> None:
    *_, last = DOCKERFILE.split("\nFROM ")
    after = last.partition("\nUSER cup\n")[2]
    assert after, "the image runs as root"
    assert not re.search(r"^(USER|RUN|COPY|ADD) ", after, re.MULTILINE)
    assert "--uid 10001" in last
    shut_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in shut_out or {".env", "data"} <= {line.rstrip("/") for line in shut_out}
