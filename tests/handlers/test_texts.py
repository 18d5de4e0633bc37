"""The words: all there, all used, all complete, in every language.

Not here: whether they are good words, and the cafe's own (test_texts_overlay.py).
"""

import ast as python
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from handlers.drawings.phrases import EMOJI
from handlers.labels import SHARING_A_ROW
from handlers.our_sentences import UnsaidError, read_ours
from handlers.overlay import find_fault, make_bundle
from handlers.sentences import Kind, Sentence
from handlers.texts import LOCALES, POINTS, Html, Texts, Words
from loyalty.pair_codes import ANIMALS
from tests.tongues import as_read, sentences_in

HANDLERS = LOCALES.parent
LANGUAGES = sorted(path.name for path in LOCALES.iterdir())
SAYING = {"words.say", "words.plain", "SaysOneOf"}


def messages(language: str) -> dict[str, Sentence]:
    return sentences_in(LOCALES / language)


def said(texts: Texts, language: str, text: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Every sentence with everything that could be handed in; English knows of what kind that is."""
    words, english = texts.in_language(language), messages("en")
    for key, sentence in messages(language).items():
        for sample in sentence.samples(text, like=english[key]):
            yield key, sample, words.say(key, **sample)


def sources() -> list[Path]:
    """Where words are said: on screens, and by the process when a handler failed."""
    return [*HANDLERS.rglob("*.py"), *(HANDLERS.parent / "bot").glob("*.py")]


def calls() -> Iterator[tuple[str, str, str, set[str]]]:
    """Where, how, key and argument names of every sentence that the code says."""
    for path in sorted(sources()):
        for node in python.walk(python.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, python.Call) or not node.args:
                continue
            name = python.unparse(node.func)
            if name in SAYING and not made_up_keys(node.args[0]):
                keys = [part.value for part in python.walk(node.args[0]) if isinstance(part, python.Constant)]
                where = f"{path.relative_to(HANDLERS.parent)}:{node.lineno}"
                for key in keys:
                    yield where, name, str(key), {word.arg or "**" for word in node.keywords}


def fits(given: set[str], spoken_of: frozenset[str]) -> bool:
    """Whether the sentence gets what it speaks of; what `**` hands in, only its being said can tell."""
    return given == spoken_of or ("**" in given and given - {"**"} <= spoken_of)


def made_up_keys(node: python.AST) -> list[str]:
    """How the keys begin that are put together where they are said: f"button-print-{kind}"."""
    found = [part for part in python.walk(node) if isinstance(part, python.JoinedStr)]
    starts = [part.values[0] for part in found if part.values]
    return [str(start.value) for start in starts if isinstance(start, python.Constant)]


def is_made_up(key: str, starts: set[str]) -> bool:
    """Whether the code can put this key together."""
    return any(key.startswith(start) for start in starts)


def strings_in_code() -> set[str]:
    return {
        node.value
        for path in sources()
        for node in python.walk(python.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, python.Constant) and isinstance(node.value, str)
    }


def permanent_labels() -> set[str]:
    """The keys of what stands on the keyboards under the text box: they are recognised by what they say."""
    return {key for _, name, key, _ in calls() if name == "SaysOneOf"}


def test_every_sentence_that_the_code_says_exists_and_gets_what_it_speaks_of() -> None:
    known = messages("en")
    wrong = [
        f"{where}: {key} gets {sorted(given)}"
        for where, _, key, given in calls()
        if key not in known or not fits(given, known[key].arguments)
    ]
    assert wrong == []


def test_every_sentence_in_the_files_is_said_somewhere() -> None:
    trees = [python.parse(path.read_text(encoding="utf-8")) for path in sources()]
    said_in_calls = [
        node.args[0]
        for tree in trees
        for node in python.walk(tree)
        if isinstance(node, python.Call) and node.args and python.unparse(node.func) in SAYING
    ]
    starts = {start for node in said_in_calls for start in made_up_keys(node)}
    never = set(messages("en")) - strings_in_code()
    assert sorted(key for key in never if not is_made_up(key, starts)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_files_with_the_same_sentences(language: str) -> None:
    def files(of: str) -> dict[str, list[str]]:
        return {path.name: sorted(sentences_in(path)) for path in (LOCALES / of).iterdir()}

    assert files(language) == files("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_speaks_of_the_same_things_completely_and_fits(language: str) -> None:
    """Arguments, choices, plural forms, tags, widths: by what the cafe's own words are judged with."""
    english, bundle = messages("en"), make_bundle(language, messages(language))
    faults = {
        key: find_fault(sentence, english[key], language, bundle)
        for key, sentence in messages(language).items()
    }
    assert {key: fault for key, fault in faults.items() if fault is not None} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_otherwise_among_points_stands_where_the_sentence_of_its_name_does(
    language: str,
) -> None:
    """Choices, plural forms, tags, widths as ours; it may speak of less, where the rest is of stamps."""
    english, among_points = messages("en"), sentences_in(LOCALES / language / POINTS)
    bundle = make_bundle(language, {**messages(language), **among_points})
    assert among_points.keys() <= english.keys()
    assert [key for key, one in among_points.items() if not one.arguments <= english[key].arguments] == []
    faults = {
        key: find_fault(replace(one, arguments=english[key].arguments), english[key], language, bundle)
        for key, one in among_points.items()
    }
    assert {key: fault for key, fault in faults.items() if fault is not None} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_among_points_nobody_is_told_of_stamps(language: str) -> None:
    """But by what says that they are not collected: vouchers, /adjust, old cards."""
    stamp = {"en": "stamp", "ru": "штамп", "et": "templ"}[language]
    of_them = {
        "vouchers-how", "staff-how-vouchers", "adjust-how", "error-old-card-over",
        "error-old-card-over-manager",
    }  # fmt: skip
    among_points = sentences_in(LOCALES / language / POINTS)
    assert {key for key, one in among_points.items() if stamp in one.text.lower()} <= of_them


def test_a_button_is_known_by_its_label_whatever_was_collected_when_it_was_sent(texts: Texts) -> None:
    assert {"Stamp me", "Show my code"} <= texts.every_form_of("button-stamp-me")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said_with_long_names_and_fits_where_it_stands(
    texts: Texts, language: str
) -> None:
    long = []
    for key, _, sentence in said(texts, language, "W" * 64):
        limit = 200 if key.startswith(("toast-", "error-")) else 4096
        assert sentence.strip()
        if len(as_read(sentence)) > limit and not key.startswith("button-"):
            long.append(key)
    assert long == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_for_one_that_holds_for_twenty_one_says_the_number(texts: Texts, language: str) -> None:
    """Russian's [one] is 1, 21, 31: a sentence without the number is right for 1 alone."""
    words, wrong = texts.in_language(language), set()
    for key, sample, _ in said(texts, language, "x"):
        counts = {n: 3 for n in sample if messages(language)[key].kind_of(n) is Kind.COUNT}
        for name in counts:
            many = words.say(key, **{**sample, **counts, name: 25})
            one = words.say(key, **{**sample, **counts, name: 21})
            wrong |= {key} if "25" in many and "21" not in one else set()
    assert wrong == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_animal_of_a_pair_code_has_its_own_name(texts: Texts, language: str) -> None:
    animals = [texts.in_language(language).plain("animal", animal=animal) for animal in ANIMALS]
    assert len(set(animals)) == len(ANIMALS)
    assert set(EMOJI) == set(ANIMALS)


def test_every_label_that_shares_a_row_exists() -> None:
    assert sorted(SHARING_A_ROW - set(messages("en"))) == []


def test_no_two_buttons_of_the_keyboard_say_the_same_in_any_two_languages(texts: Texts) -> None:
    """They are recognised by their words in every language: one word can't mean two buttons."""
    keys = sorted(permanent_labels())
    assert len(keys) >= 4
    same = [
        (one, other)
        for one, other in combinations(keys, 2)
        if texts.every_form_of(one) & texts.every_form_of(other)
    ]
    assert same == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_names_a_button_by_its_key(texts: Texts, language: str) -> None:
    """So that it still leads there when the cafe calls the button otherwise."""
    labels = {f"<b>{texts.in_language(language).plain(key)}</b>" for key in permanent_labels()}
    wrong = [key for key, one in messages(language).items() if any(label in one.text for label in labels)]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusals_have_no_exclamation_mark(language: str) -> None:
    assert [
        key for key, one in messages(language).items() if key.startswith("error-") and "!" in one.text
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_on_buttons_and_in_toasts_holds_no_tags(language: str) -> None:
    known = messages(language)
    plain = {key for key in known if key.startswith(("button-", "toast-", "error-"))}
    plain |= {key for _, name, key, _ in calls() if name == "words.plain"}
    assert [key for key in sorted(plain) if "<" in known[key].text] == []


def test_no_sentence_puts_a_full_stop_behind_the_one_of_a_russian_date() -> None:
    ended = re.compile(r'dateStyle: "(?:medium|long)"\) \}\.(?:\s|$)', re.MULTILINE)
    twice = {path.name for path in (LOCALES / "ru").rglob("*.ftl") if ended.search(path.read_text("utf-8"))}
    assert not twice, "a date ends with г. already"


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


@pytest.mark.parametrize("broken", ["a = 1\na = 2\n", "b = 2\n", "a\n"])
def test_a_file_that_has_no_key_or_repeats_itself_is_not_taken(tmp_path: Path, broken: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "first.ftl").write_text("b = 1\n", encoding="utf-8")
    (tmp_path / "en" / "second.ftl").write_text(broken, encoding="utf-8")
    with pytest.raises(UnsaidError):
        Texts(tmp_path)


def test_a_sentence_that_is_broken_is_an_error_when_it_is_said_and_spoils_no_other(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    text = "# About b.\nb = 1\na = { $x ->\n}\n\nc = {b} and 3\n"
    (tmp_path / "en" / "first.ftl").write_text(text, encoding="utf-8")
    words = Texts(tmp_path).in_language("en")
    assert (words.say("b"), words.say("c")) == ("1", "1 and 3")
    with pytest.raises(UnsaidError):
        words.say("a")


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_that_are_read_one_by_one_are_those_of_the_files(language: str) -> None:
    one_by_one, whole = read_ours(LOCALES / language), messages(language)
    assert list(one_by_one) == list(whole)
    for key, sentence in whole.items():
        found = one_by_one[key]
        assert found.message.equals(sentence.message, ignored_fields=["span", "comment"]), key
        assert (found.arguments, found.choices, found.text) == (
            sentence.arguments, sentence.choices, sentence.text,
        )  # fmt: skip
