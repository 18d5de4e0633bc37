"""The words: all there, all used, all complete, in every language.

Not here: whether they are good words.
"""

import ast as python
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import babel
import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from handlers.drawings.phrases import EMOJI
from handlers.keyboards import ALONE, SHARED
from handlers.texts import LOCALES, Html, Texts, UnsaidError, Words
from loyalty.pair_codes import ANIMALS

HANDLERS = LOCALES.parent
LANGUAGES = sorted(path.name for path in LOCALES.iterdir())
PLURALS = {"zero", "one", "two", "few", "many", "other"}
SAYING = {"words.say", "words.plain", "SaysOneOf"}
SHARING_A_ROW = {
    "button-stamp-me", "button-my-card", "button-rewards", "button-history", "button-undo",
    "button-undo-all", "button-make-it-two", "button-older", "button-newest", "button-offer-yes",
    "button-offer-no",
}  # fmt: skip
SAMPLES: dict[str, list[Any]] = {
    "role": ["owner", "manager", "barista"],
    "when": ["now", "next"],
    "state": ["open", "confirmed", "declined", "expired", "undone"],
    "animal": list(ANIMALS),
    "stamps": [0, 1, 5], "goal": [1, 6], "left": [1, 6], "added": [1, 2, 5], "removed": [1, 2, 5],
    "rewards": [1, 2, 5], "count": [1, 2, 5], "most": [1, 6], "minutes": [15], "hours": [24], "length": [99],
}  # fmt: skip


class Arguments(Visitor):
    """Collects the names that a sentence speaks of."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the parser's name
        self.names.add(node.id.name)


class Selects(Visitor):
    """Collects the branches of each choice."""

    def __init__(self) -> None:
        self.keys: list[set[str]] = []

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - the parser's name
        keys = [variant.key for variant in node.variants]
        self.keys.append({key.name for key in keys if isinstance(key, ast.Identifier)})
        self.generic_visit(node)


def messages(language: str) -> dict[str, ast.Message]:
    found = {}
    for path in (LOCALES / language).glob("*.ftl"):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                found[entry.id.name] = entry
    return found


def arguments_of(message: ast.Message) -> set[str]:
    visitor = Arguments()
    visitor.visit(message)
    return visitor.names


def sources() -> list[Path]:
    """Where words are said: on screens, and by the process when a handler failed."""
    return [*HANDLERS.rglob("*.py"), *(HANDLERS.parent / "bot").glob("*.py")]


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Where, key and argument names of every sentence that the code says."""
    for path in sorted(sources()):
        for node in python.walk(python.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, python.Call) or not node.args:
                continue
            function = node.func
            name = python.unparse(function)
            if name in SAYING:
                keys = [part.value for part in python.walk(node.args[0]) if isinstance(part, python.Constant)]
                where = f"{path.relative_to(HANDLERS.parent)}:{node.lineno}"
                for key in keys:
                    yield where, str(key), {word.arg for word in node.keywords if word.arg}


def strings_in_code() -> set[str]:
    return {
        node.value
        for path in sources()
        for node in python.walk(python.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, python.Constant) and isinstance(node.value, str)
    }


def test_every_sentence_that_the_code_says_exists_and_gets_what_it_speaks_of() -> None:
    known = messages("en")
    wrong = [
        f"{where}: {key} gets {sorted(given)}"
        for where, key, given in calls()
        if key not in known or given != arguments_of(known[key])
    ]
    assert wrong == []


def test_every_sentence_in_the_files_is_said_somewhere() -> None:
    assert sorted(set(messages("en")) - strings_in_code()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_sentences_of_the_same_things(language: str) -> None:
    ours = {key: arguments_of(message) for key, message in messages(language).items()}
    assert ours == {key: arguments_of(message) for key, message in messages("en").items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    for key, message in messages(language).items():
        names = arguments_of(message)
        for turn in range(max([1, *(len(SAMPLES.get(name, ["Olga"])) for name in names)])):
            assert words.say(key, **sample(names, turn)).strip()


def sample(names: set[str], turn: int) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for name in names:
        values = [date(2026, 11, 3)] if name == "day" else SAMPLES.get(name, ["Olga"])
        given[name] = values[turn % len(values)]
    return given


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_count_has_all_plural_forms_of_its_language(language: str) -> None:
    forms = set(babel.Locale.parse(language).plural_form.tags) | {"other"}
    wrong = []
    for key, message in messages(language).items():
        visitor = Selects()
        visitor.visit(message)
        wrong += [key for keys in visitor.keys if keys & (PLURALS - {"other"}) and keys != forms]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_animal_of_a_pair_code_has_its_own_name(texts: Texts, language: str) -> None:
    said = [texts.in_language(language).plain("animal", animal=animal) for animal in ANIMALS]
    assert len(set(said)) == len(ANIMALS)
    assert set(EMOJI) == set(ANIMALS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_fit_a_small_phone(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    labels = {
        key: words.plain(key, **{name: 20 if name == "stamps" else "🦊 42" for name in arguments_of(message)})
        for key, message in messages(language).items()
        if key.startswith("button-")
    }
    most = {key: SHARED if key in SHARING_A_ROW else ALONE for key in labels}
    assert [key for key, label in labels.items() if len(label) > most[key]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_on_buttons_and_in_toasts_holds_no_tags(language: str) -> None:
    known = messages(language)
    plain = {key for key in known if key.startswith(("button-", "toast-", "error-"))}
    code = [path.read_text(encoding="utf-8") for path in sources()]
    plain |= {key for key in known if any(f'plain("{key}"' in source for source in code)}
    assert [key for key in sorted(plain) if "<" in text_of(known[key])] == []


def text_of(message: ast.Message) -> str:
    class Texts(Visitor):
        found = ""

        def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - the parser's name
            self.found += node.value

    visitor = Texts()
    visitor.visit(message)
    return visitor.found


def test_what_is_handed_in_is_quoted_once(words: Words) -> None:
    said = words.say("staff-progress", progress="<b>R&B</b>")
    assert said == "<b>&lt;b&gt;R&amp;B&lt;/b&gt;</b>"
    assert words.say("card-heading", cafe=Html("R&amp;B")) == "<b>R&amp;B</b>"


def test_a_plain_sentence_is_not_quoted_and_takes_no_html(words: Words) -> None:
    assert words.plain("button-hand-over", item="R&B") == "Hand over: R&B"
    with pytest.raises(UnsaidError):
        words.plain("button-hand-over", item=Html("R&amp;B"))


def test_a_sentence_that_is_missing_or_short_of_facts_is_an_error(words: Words) -> None:
    with pytest.raises(UnsaidError):
        words.say("no-such-sentence")
    with pytest.raises(UnsaidError):
        words.say("staff-progress")


def test_the_phones_language_is_taken_exactly_else_the_cafes(tmp_path: Path) -> None:
    for language in ("en", "ru"):
        (tmp_path / language).mkdir()
        (tmp_path / language / "a.ftl").write_text(f"button-stamp-me = {language}\n", encoding="utf-8")
    texts = Texts(tmp_path)
    assert texts.choose("ru", "en") == "ru"
    assert texts.choose("EN", "ru") == "en"
    assert texts.choose("uk", "ru") == "ru"
    assert texts.choose("", "tlh") == "en"
    assert texts.every_form_of("button-stamp-me") == {"en", "ru"}


@pytest.mark.parametrize("broken", ["a = { $x ->\n", "a = 1\na = 2\n"])
def test_a_file_that_is_broken_or_repeats_itself_is_not_taken(tmp_path: Path, broken: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "first.ftl").write_text("b = 1\n", encoding="utf-8")
    (tmp_path / "en" / "second.ftl").write_text(broken, encoding="utf-8")
    with pytest.raises(UnsaidError):
        Texts(tmp_path)
