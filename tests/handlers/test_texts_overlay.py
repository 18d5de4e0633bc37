"""The cafe's own sentences over ours: what is taken, what is refused, and how that is told.

Not here: our own sentences (test_texts.py), and who is told (tests/use_cases/test_languages.py).
"""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from handlers.notices import render_notice
from handlers.overlay import Reason
from handlers.texts import LOCALES, Texts
from loyalty.notices import TextsFaulty
from loyalty.programs import Rules
from tests.tongues import sentences_in


def laid(folder: Path, files: Mapping[str, str]) -> Texts:
    """The texts of a cafe that wrote these files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Texts(overlay=folder)


def test_a_cafe_without_a_folder_of_its_own_has_our_words(tmp_path: Path) -> None:
    texts = Texts(overlay=tmp_path / "texts")
    assert texts.problems == ()
    assert texts.in_language("en").say("code-picture-used") == "Used."


def test_the_cafes_sentence_stands_in_place_of_ours_in_its_language_alone(tmp_path: Path) -> None:
    texts = laid(tmp_path, {"en/ours.ftl": "toast-offer-agreed = Bon appétit\n"})
    assert texts.problems == ()
    assert texts.in_language("en").plain("toast-offer-agreed") == "Bon appétit"
    assert texts.in_language("en").plain("toast-offer-refused") == "It stays on your card"
    assert texts.in_language("et").plain("toast-offer-agreed") == "Head nautimist"


def test_a_button_that_is_called_otherwise_is_named_so_everywhere_and_known_by_both_names(
    tmp_path: Path,
) -> None:
    texts = laid(tmp_path, {"en/ours.ftl": "button-stamp-me = Bean me up\n"})
    assert "<b>Bean me up</b>" in texts.in_language("en").say("greeting-how")
    assert {"Bean me up", "Stamp me", "Поставить штамп"} <= texts.every_form_of("button-stamp-me")


FAULTY = [
    ("no-such-sentence = Hello", "no-such-sentence", Reason.UNKNOWN),
    ("card-heading = { $coffee }", "card-heading", Reason.ARGUMENTS),
    ("card-heading = Our cafe", "card-heading", Reason.ARGUMENTS),
    ("card-heading = { $cafe", "card-heading", Reason.SYNTAX),
    ("receipt-handed-over = { $number } { $item } { NOSUCH($by) }", "receipt-handed-over", Reason.BROKEN),
    ("code-void = { code-void }", "code-void", Reason.BROKEN),
    ("button-back = { button-undo }", "button-back", Reason.BROKEN),
    ("code-void = { -our-cafe }", "code-void", Reason.BROKEN),
    ("-a = { -b }\n-b = { -a }\ncode-void = { -a }", "code-void", Reason.BROKEN),
    ("card-heading = <b>{ $cafe }", "card-heading", Reason.TAGS),
    ("card-heading = <h1>{ $cafe }</h1>", "card-heading", Reason.TAGS),
    ("card-heading = <b><i>{ $cafe }</b></i>", "card-heading", Reason.TAGS),
    ("card-heading = { $cafe } < us", "card-heading", Reason.TAGS),
    ("button-back = <b>Back</b>", "button-back", Reason.TAGS),
    ("button-stamp-me = Stamp me if you please", "button-stamp-me", Reason.LONG),
    ("button-back = " + "x" * 33, "button-back", Reason.LONG),
    ("button-undo-all = Take back all the { $stamps }", "button-undo-all", Reason.LONG),
    ("error-offer-over = " + "x" * 201, "error-offer-over", Reason.LONG),
    ("code-void = " + "x" * 5000, "code-void", Reason.LONG),
    ("animal = { $animal ->\n    [fox] vixen\n   *[swan] swan\n}", "animal", Reason.CHOICES),
    ("code-void = One.\ncode-void = Two.", "code-void", Reason.TWICE),
]


@pytest.mark.parametrize(("text", "name", "reason"), FAULTY)
def test_a_sentence_that_can_not_be_used_is_named_with_its_reason_and_the_others_stand(
    tmp_path: Path, text: str, name: str, reason: Reason
) -> None:
    texts = laid(tmp_path, {"en/ours.ftl": f"{text}\ntoast-declined = All right\n"})
    assert [(one.name, one.reason) for one in texts.problems] == [(name, reason)]
    assert texts.in_language("en").plain("toast-declined") == "All right"
    known = texts.in_language("en")
    assert known.say("card-heading", cafe="Bean") == "<b>Bean</b>"
    assert known.plain("button-back") == "Back"


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("code-void = " + "{" * 300 + '"a"' + "}" * 300, "code-void", Reason.SYNTAX),
        ("-deep = " + "{" * 300 + '"a"' + "}" * 300 + "\ncode-void = { -deep }", "code-void", Reason.BROKEN),
        ("history-filled = { $rewards ->\n [" + "9" * 400 + "] a\n *[other] b\n }", "history-filled",
         Reason.SYNTAX),
        ('history-filled = { NUMBER($rewards, minimumIntegerDigits: "x") }', "history-filled", Reason.BROKEN),
        (
            "progress = "
            + "".join(
                f"{{ ${name} ->\n" + "".join(f"  [{n}] x\n" for n in range(100, 400)) + " *[other] x\n }"
                for name in ("goal", "left", "stamps")
            ),
            "progress", Reason.BROKEN,
        ),
    ],
)  # fmt: skip
def test_no_sentence_of_the_cafes_stops_the_bot_or_holds_it_up(
    tmp_path: Path, text: str, name: str, reason: Reason
) -> None:
    texts = laid(tmp_path, {"en/ours.ftl": f"toast-declined = All right\n{text}\nbutton-back = Go back\n"})
    assert (name, reason) in [(one.name, one.reason) for one in texts.problems]
    assert texts.in_language("en").plain("toast-declined") == "All right"
    assert texts.in_language("en").plain("button-back") == "Go back"


def test_what_is_no_file_of_sentences_is_named_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    os.mkfifo(tmp_path / "en" / "pipe.ftl")
    (tmp_path / "en" / "long.ftl").write_text("code-void = " + "x" * 2_000_000, encoding="utf-8")
    (tmp_path / "en" / "folder.ftl").mkdir()
    texts = laid(tmp_path, {"en/ours.ftl": "toast-declined = All right\n"})
    names = ["en folder.ftl file", "en long.ftl file", "en pipe.ftl file"]
    assert [str(one) for one in texts.problems] == names
    assert texts.in_language("en").plain("toast-declined") == "All right"


def test_a_russian_count_without_its_forms_falls_back_to_ours(tmp_path: Path) -> None:
    text = "history-filled = { $rewards ->\n    [one] { $rewards } карта\n   *[other] { $rewards } карт\n}\n"
    texts = laid(tmp_path, {"ru/ours.ftl": text})
    assert [one.reason for one in texts.problems] == [Reason.PLURAL]
    assert texts.in_language("ru").say("history-filled", rewards=3) == "3 полные карты"


def test_a_file_in_another_encoding_and_a_folder_that_is_no_language_are_named(tmp_path: Path) -> None:
    texts = laid(tmp_path, {"en/good.ftl": "toast-declined = All right\n", "Deutsch!/a.ftl": "a = b\n"})
    (tmp_path / "en" / "windows 1251.ftl").write_bytes("code-void = Код\n".encode("cp1251"))
    (tmp_path / "notes.txt").write_text("not a folder", encoding="utf-8")
    texts = Texts(overlay=tmp_path)
    assert [str(one) for one in texts.problems] == ["Deutsch_ Deutsch_ folder", "en windows_1251.ftl file"]
    assert texts.in_language("en").plain("toast-declined") == "All right"


def english_but(*without: str) -> str:
    """A translation that is complete except for these, every sentence said in English."""
    lines = []
    for path in sorted((LOCALES / "en").glob("*.ftl")):
        text = path.read_text(encoding="utf-8")
        for key, sentence in sentences_in(path).items():
            span = sentence.message.span
            if key not in without and span is not None:
                lines.append(text[span.start : span.end].rstrip())
    return "\n".join(lines) + "\n"


def test_a_language_of_the_cafes_own_is_spoken_and_what_it_lacks_is_said_in_english(tmp_path: Path) -> None:
    own = english_but("language-name", "code-void") + "language-name = Frysk\n"
    texts = laid(tmp_path, {"fy/all.ftl": own})
    assert [str(one) for one in texts.problems] == ["fy code-void missing"]
    assert texts.choose("fy", "en") == "fy"
    assert texts.in_language("en").language_names["fy"] == "Frysk"
    assert texts.in_language("fy").say("code-void") == texts.in_language("en").say("code-void")


def test_a_language_that_is_hardly_begun_or_has_no_name_is_not_spoken(tmp_path: Path) -> None:
    texts = laid(
        tmp_path, {"fy/all.ftl": "language-name = Frysk\n", "nb/all.ftl": english_but("language-name")}
    )
    assert [str(one) for one in texts.problems] == ["fy fy unfinished", "nb nb unfinished"]
    assert texts.languages == Texts().languages


def test_a_sentence_that_fails_only_with_todays_facts_is_said_in_our_words(tmp_path: Path) -> None:
    text = "code-picture = { NUMBER($pair, maximumFractionDigits: 0) } { $pair }\n"
    said = laid(tmp_path, {"en/a.ftl": text}).in_language("en").say("code-picture", pair="🦊 fox 42")
    assert said.startswith("🦊 fox 42")


def test_the_owner_reads_which_sentence_and_why(texts: Texts) -> None:
    words = texts.in_language("en")
    for reason in Reason:
        text = render_notice(TextsFaulty(f"ru animal {reason}", more=3), words, Rules()).text
        assert "<code>ru</code> <code>animal</code>: " in text
        assert "3 more" in text
    arguments = render_notice(TextsFaulty("en card-heading arguments", more=0), words, Rules())
    assert "speak of the same things" in arguments.text
