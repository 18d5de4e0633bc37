"""The cafe's own sentences, laid over ours: read from its folder, each one checked before it is used.

Not here: our own files (texts.py reads them, tests check them) and who is told of a problem.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from handlers.labels import width_of
from handlers.our_sentences import Bundle
from handlers.sentences import Kind, Parsed, Sentence, locale_of, plural_forms, read_file

NAME_KEY: Final = "language-name"
REFERENCE: Final = "en"
"""The language that a language of the cafe's own is compared with, and that says what it lacks."""
_FOLDER: Final = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})?")
_KEY: Final = re.compile(r"[a-zA-Z][\w-]*")
_TAG: Final = re.compile(r"<(/?)(b|i|u|s|code|pre|blockquote|tg-spoiler|a)((?: [^<>]*)?)>")
_ALERT: Final = 200  # what Telegram shows over a button
_LONG: Final = 700  # a screen of 4096 or a caption of 1024 is several sentences
_TEXT_ON_A_BUTTON: Final = "x" * 8  # longer ones are shortened where the button is drawn
_TEXT: Final = "x" * 60
_MOST_BYTES: Final = 1_000_000
"""All our sentences in one language are a tenth of it."""
_MOST_SAMPLES: Final = 10_000
"""More would hold up the start; none of ours needs a tenth of it."""


class Reason(StrEnum):
    """Why a sentence of the cafe's can't be used."""

    FOLDER = "folder"
    """Its folder's name is no language."""
    FILE = "file"
    """The file can't be read."""
    SYNTAX = "syntax"
    """The sentence can't be read."""
    TWICE = "twice"
    """It stands there before."""
    UNKNOWN = "unknown"
    """We say nothing under this name."""
    ARGUMENTS = "arguments"
    """It speaks of other things than ours."""
    CHOICES = "choices"
    """It lacks a choice that ours has."""
    PLURAL = "plural"
    """It lacks a plural form of its language."""
    TAGS = "tags"
    """Its tags are not closed, not known, or stand where there may be none."""
    LONG = "long"
    """It doesn't fit where it stands."""
    BROKEN = "broken"
    """It can't be said."""
    MISSING = "missing"
    """A language of the cafe's own lacks it."""
    UNFINISHED = "unfinished"
    """A language of the cafe's own has too few sentences to be spoken."""


@dataclass(frozen=True, slots=True, order=True)
class TextProblem:
    """One thing that is wrong; `name`: the sentence, the file or the folder."""

    language: str
    name: str
    reason: Reason

    def __str__(self) -> str:
        return f"{self.language} {self.name} {self.reason.value}"


@dataclass(slots=True)
class Laid:
    """What the cafe says otherwise in one language, all of it fit to be said."""

    sentences: dict[str, Sentence] = field(default_factory=dict)
    terms: list[ast.Term] = field(default_factory=list)


Ours = Mapping[str, Mapping[str, Sentence]]
"""Our sentences by language and key."""


def read_overlay(folder: Path, ours: Ours) -> tuple[dict[str, Laid], list[TextProblem]]:
    """Everything under the folder that can be used, language by language, and what can't."""
    laid: dict[str, Laid] = {}
    problems: list[TextProblem] = []
    if not folder.is_dir():
        return laid, problems
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return laid, [TextProblem(REFERENCE, _in_one_word(folder.name), Reason.FILE)]
    for path in paths:
        if path.name.startswith(".") or not path.is_dir():
            continue
        if not _FOLDER.fullmatch(path.name):
            problems.append(TextProblem(_in_one_word(path.name), _in_one_word(path.name), Reason.FOLDER))
            continue
        written, slips = _read_folder(path)
        good, faults = _judge(path.name, written, ours)
        problems += [*slips, *faults]
        if path.name in ours or not _is_unfinished(good, ours):
            laid[path.name] = good
        else:
            problems.append(TextProblem(path.name, path.name, Reason.UNFINISHED))
    return laid, sorted(problems)


def _read_folder(folder: Path) -> tuple[Laid, list[TextProblem]]:
    written, problems = Laid(), []
    for path in sorted(folder.glob("*.ftl")):
        try:
            # What is no plain file may never end: a pipe waits for whoever writes into it.
            parsed = read_file(path) if _is_readable(path) else None
        except (OSError, UnicodeDecodeError):
            parsed = None
        if parsed is None:
            problems.append(TextProblem(folder.name, _in_one_word(path.name), Reason.FILE))
            continue
        problems += _collect(parsed, path, written)
    return written, problems


def _is_readable(path: Path) -> bool:
    return path.is_file() and path.stat().st_size <= _MOST_BYTES


def _collect(parsed: Parsed, path: Path, written: Laid) -> list[TextProblem]:
    problems = []
    written.terms += parsed.terms
    for junk in parsed.junk:
        key = _KEY.match(junk)
        name = key[0] if key else _in_one_word(path.name)
        problems.append(TextProblem(path.parent.name, name, Reason.SYNTAX))
    for sentence in parsed.sentences:
        if sentence.key in written.sentences:
            problems.append(TextProblem(path.parent.name, sentence.key, Reason.TWICE))
        else:
            written.sentences[sentence.key] = sentence
    return problems


def _judge(language: str, written: Laid, ours: Ours) -> tuple[Laid, list[TextProblem]]:
    """What can be used of it. A sentence is tried together with all others, since it may name them."""
    known = ours.get(language, ours[REFERENCE])
    bundle = make_bundle(language, known, written)
    good, problems = Laid(terms=written.terms), []
    for key, sentence in written.sentences.items():
        reason = find_fault(sentence, known[key], language, bundle) if key in known else Reason.UNKNOWN
        if reason is None:
            good.sentences[key] = sentence
        else:
            problems.append(TextProblem(language, key, reason))
    if language not in ours and not _is_unfinished(good, ours):
        lacking = known.keys() - written.sentences.keys()
        problems += [TextProblem(language, key, Reason.MISSING) for key in lacking]
    return good, problems


def _is_unfinished(good: Laid, ours: Ours) -> bool:
    """A language that has less than half is not offered to anybody yet."""
    return NAME_KEY not in good.sentences or 2 * len(good.sentences) < len(ours[REFERENCE])


def make_bundle(language: str, ours: Mapping[str, Sentence], laid: Laid | None = None) -> FluentBundle:
    """What says the sentences of a language: ours, with the cafe's over them."""
    bundle = Bundle([str(locale_of(language))], ours)
    if laid is not None:
        body: list[ast.EntryType] = [*laid.terms, *(one.message for one in laid.sentences.values())]
        bundle.add_resource(ast.Resource(body), allow_overrides=True)
        for key in {named for one in laid.sentences.values() for named in one.named}:
            bundle.fetch(key)
    return bundle


def say(
    bundle: FluentBundle, key: str, arguments: Mapping[str, str | int | Decimal | date]
) -> tuple[str, Sequence[Exception]]:
    """A sentence of a bundle, and why it can't be said, if it can't: nothing is raised."""
    try:
        pattern = bundle.get_message(key).value
        if pattern is None:
            return "", [ValueError(f"{key!r} has no words")]
        text, errors = bundle.format_pattern(pattern, dict(arguments))
    except Exception as error:  # options of NUMBER and DATETIME, and depth, come from whoever wrote it
        return "", [error]
    return str(text), errors


def find_fault(theirs: Sentence, ours: Sentence, language: str, bundle: FluentBundle) -> Reason | None:
    """Why this sentence can't stand where ours does; `bundle` says it. None: it can."""
    if theirs.arguments != ours.arguments:
        return Reason.ARGUMENTS
    if any(theirs.names_for(name) != ours.names_for(name) for name in _chosen_by_name(ours)):
        return Reason.CHOICES
    forms = plural_forms(language)
    if any(choice.by_plural and choice.names != forms for choice in theirs.choices):
        return Reason.PLURAL
    if any(theirs.key.startswith("button-") or not key.startswith("button-") for key in theirs.named):
        return Reason.BROKEN  # only labels may be named, and they name nothing: no two can go round
    return _find_fault_in_sayings(theirs, ours, bundle)


def _chosen_by_name(ours: Sentence) -> list[str]:
    return [name for name in ours.arguments if ours.kind_of(name) is Kind.CHOICE]


def _find_fault_in_sayings(theirs: Sentence, ours: Sentence, bundle: FluentBundle) -> Reason | None:
    if theirs.count_samples(like=ours) > _MOST_SAMPLES:
        return Reason.BROKEN
    is_label = theirs.key.startswith("button-") or theirs.key == NAME_KEY
    has_tags = "<" in ours.text
    longest = _longest(theirs.key, ours)
    for sample in theirs.samples(_TEXT_ON_A_BUTTON if is_label else _TEXT, like=ours):
        said, errors = say(bundle, theirs.key, sample)
        if errors or not said.strip():
            return Reason.BROKEN
        if not _is_well_tagged(said) if has_tags else "<" in said:
            return Reason.TAGS
        if len(_TAG.sub("", said)) > longest or (is_label and "\n" in said):
            return Reason.LONG
    return None


def _longest(key: str, ours: Sentence) -> int:
    if key.startswith("button-") or key == NAME_KEY:
        return width_of(key)
    if key.startswith(("toast-", "error-")):
        return _ALERT
    return max(_LONG, 2 * len(ours.text))


def _is_well_tagged(said: str) -> bool:
    """Whether Telegram would take it: known tags only, each closed in its turn."""
    opened: list[str] = []
    for closing, tag, attributes in _TAG.findall(said):
        if not closing:
            if bool(attributes) != (tag == "a"):
                return False
            opened.append(tag)
        elif not opened or opened.pop() != tag:
            return False
    return not opened and "<" not in _TAG.sub("", said)


def _in_one_word(name: str) -> str:
    """A file's name as it can stand in a line: whoever wrote it may have put anything there."""
    return "".join(char if char.isalnum() or char in "._-" else "_" for char in name)[:40]
