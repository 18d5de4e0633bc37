"""A sheet of paper in millimetres: text that always fits its box, QR codes, rules, stamps; greys only.

Not here: what stands where (print_sign.py, print_staff.py) and files (print_files.py).
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, cast

import qrcode
from fpdf import FPDF
from fpdf.drawing import PaintedPath
from fpdf.enums import PathPaintRule
from fpdf.fonts import TTFFont
from qrcode.constants import ERROR_CORRECT_Q

from handlers.pictures.print_lines import balanced_lines, full_lines, words_of

INK: Final = 0
SOFT: Final = 80
"""Grey for what stands in the second row; dark enough for a tired printer, and for 4.5 : 1."""
HAIR: Final = 170

QUIET_ZONE: Final = 4
"""Modules of white around a QR, as the standard asks."""

_FONTS: Final = Path(__file__).parent / "fonts"
_FAMILY: Final = "Roboto"
_POINT: Final = 25.4 / 72
_LEADING: Final = 1.17  # Roboto's own distance of lines, in sizes of the letters
_ASCENT: Final = 0.93
_STEP: Final = 0.96  # a size that doesn't fit is tried again that much smaller
_MOST_STAMPS: Final = 20  # beyond that a row of stamps is a pattern, and nobody counts it
_IN_A_ROW: Final = 10

Align = Literal["left", "center", "right"]
Middle = Literal["top", "middle"]


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the sheet, in millimetres from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half of its width."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Type:
    """How letters look: sizes in points, the largest one first tried, the smallest one before words break."""

    most: float
    least: float
    bold: bool = False
    grey: int = INK


class Paper:
    """One sheet, or several of the same size."""

    def __init__(self, *, width: float, height: float, title: str, language: str) -> None:
        self.width, self.height = width, height
        self._measuring = False
        self._sizes: dict[tuple[str, float, float, Type], float] = {}
        """Of what was written before: the slips of a sheet say the same two hundred times."""
        self._pdf = pdf = FPDF(unit="mm", format=(width, height))
        pdf.set_auto_page_break(False)
        pdf.set_title(title)
        pdf.set_lang(language)
        pdf.set_margin(0)
        pdf.c_margin = 0
        pdf.add_font(_FAMILY, "", _FONTS / "Roboto-Regular.ttf")
        pdf.add_font(_FAMILY, "B", _FONTS / "Roboto-Bold.ttf")
        self._letters = cast(TTFFont, pdf.fonts[_FAMILY.lower()]).cmap
        pdf.add_page()

    def turn_page(self) -> None:
        """What is drawn from now on stands on a further sheet of the same size."""
        self._pdf.add_page()

    def to_pdf(self) -> bytes:
        """The sheet as a file."""
        return bytes(self._pdf.output())

    @contextmanager
    def measured(self) -> Iterator[None]:
        """What is written inside leaves no ink, and answers where it would end."""
        self._measuring = True
        yield
        self._measuring = False

    def turned(self) -> AbstractContextManager[None]:
        """What is drawn inside stands upside down: a tent is read from both sides."""
        return self._pdf.rotation(180, self.width / 2, self.height / 2)

    def write(
        self, text: str, box: Box, letters: Type, *, align: Align = "center", middle: Middle = "middle"
    ) -> float:
        """Text in a box: smaller when it is long, in lines when it is wide. Answers where it ends (y).

        A character that the font doesn't have is left out: a printed box says nothing.
        """
        text = self.printable(text)
        size = self._fitted(text, box, letters)
        lines = self._wrapped(text, box.width, balanced=align == "center")
        line_height = size * _POINT * _LEADING
        height = line_height * len(lines)
        y = box.y + ((box.height - height) / 2 if middle == "middle" else 0)
        if self._measuring:
            return y + height
        self._use(size, letters.bold)
        self._pdf.set_text_color(letters.grey)
        for number, line in enumerate(lines):
            spare = box.width - self._pdf.get_string_width(line)
            x = box.x + {"left": 0.0, "center": spare / 2, "right": spare}[align]
            self._pdf.text(x, y + number * line_height + size * _POINT * _ASCENT, line)
        return y + height

    def shared(self, texts: Sequence[str], box: Box, letters: Type) -> Type:
        """Letters in which each of these texts fits a box of this size: neighbours look alike."""
        sizes = [self._fitted(self.printable(text), box, letters) for text in texts]
        return replace(letters, most=min(sizes), least=min([letters.least, *sizes]))

    def printable(self, text: str) -> str:
        """The text without what our letters can't print, such as emoji."""
        words = ["".join(filter(self._knows, word)) for word in words_of(text)]
        return " ".join(word for word in words if word.strip())

    def draw_qr(self, link: str, box: Box) -> None:
        """A link as QR in the middle of a box, its quiet zone included. A quarter of it may be stained."""
        if self._measuring:
            return
        code = qrcode.QRCode(error_correction=ERROR_CORRECT_Q, border=QUIET_ZONE)
        code.add_data(link)
        code.make(fit=True)
        matrix = code.get_matrix()
        side = min(box.width, box.height)
        module = side / len(matrix)
        left, top = box.middle - side / 2, box.y + (box.height - side) / 2
        self._fill(255)
        self._pdf.rect(left, top, side, side, style="F")
        path = PaintedPath()  # one path: no hair of white between modules that touch
        path.style.fill_color = "#000000"
        path.style.stroke_color = None
        path.style.paint_rule = PathPaintRule.FILL_NONZERO
        for row, cells in enumerate(matrix):
            for start, end in _runs(cells):
                path.rectangle(left + start * module, top + row * module, (end - start) * module, module)
        with self._pdf.drawing_context() as context:
            context.add_item(path, clone=False)  # copying it takes longer than all the rest

    def draw_rule(
        self, x: float, y: float, length: float, *, down: bool = False, dashed: bool = False
    ) -> None:
        """A thin line."""
        if self._measuring:
            return
        self._pdf.set_draw_color(HAIR)
        self._pdf.set_line_width(0.2)
        if dashed:
            self._pdf.set_dash_pattern(dash=2, gap=2)
        self._pdf.line(x, y, x if down else x + length, y + length if down else y)
        self._pdf.set_dash_pattern()

    def draw_frame(self, box: Box) -> None:
        """A dashed line around a box, to cut along."""
        for y in (box.y, box.bottom):
            self.draw_rule(box.x, y, box.width, dashed=True)
        for x in (box.x, box.x + box.width):
            self.draw_rule(x, box.y, box.height, down=True, dashed=True)

    def draw_disc(self, number: int, x: float, y: float, radius: float) -> None:
        """A number in a black disc; `x` and `y` are its middle."""
        if self._measuring:
            return
        self._fill(INK)
        self._pdf.circle(x, y, radius, style="F")
        size = radius * 1.25 / _POINT
        box = Box(x - radius, y - radius * 1.02, 2 * radius, 2 * radius)
        self.write(str(number), box, Type(size, size / 2, bold=True, grey=255))

    def draw_dot(self, x: float, y: float, radius: float) -> None:
        """A small black round; `x` and `y` are its middle."""
        if self._measuring:
            return
        self._fill(INK)
        self._pdf.circle(x, y, radius, style="F")

    def draw_stamps(self, goal: int, box: Box) -> bool:
        """A card as it will be filled, the last round with a star; False, and nothing, for a long card."""
        if not 2 <= goal <= _MOST_STAMPS:
            return False
        if self._measuring:
            return True
        rows = math.ceil(goal / _IN_A_ROW)
        in_row = math.ceil(goal / rows)
        cell = min(box.width / in_row, box.height / rows, box.height * 0.9)
        for index in range(goal):
            row, column = divmod(index, in_row)
            here = min(in_row, goal - row * in_row)
            x = box.middle + (column - (here - 1) / 2) * cell * 1.12
            y = box.y + box.height / 2 + (row - (rows - 1) / 2) * cell
            self._draw_stamp(x, y, cell * 0.42, last=index == goal - 1)
        return True

    def _draw_stamp(self, x: float, y: float, radius: float, *, last: bool) -> None:
        self._pdf.set_draw_color(INK)
        self._pdf.set_line_width(radius * 0.09)
        if not last:
            self._pdf.circle(x, y, radius, style="D")
            _draw_cup(self._pdf, x, y, radius * 0.5)
            return
        self._fill(INK)
        self._pdf.circle(x, y, radius, style="DF")
        self._fill(255)
        self._pdf.polygon(_star(x, y, radius * 0.62), style="F")

    def _fitted(self, text: str, box: Box, letters: Type) -> float:
        """The largest size at which the text fits, now in use; words break only when nothing else helps."""
        known = (text, box.width, box.height, letters)
        if known in self._sizes:
            self._use(self._sizes[known], letters.bold)
            return self._sizes[known]
        size = letters.most
        while size > letters.least and not self._fits(text, box, size, letters.bold, whole=True):
            size *= _STEP
        if not self._fits(text, box, size, letters.bold, whole=True):
            while not self._fits(text, box, size, letters.bold, whole=False):
                size *= _STEP
        self._sizes[known] = size
        return size

    def _fits(self, text: str, box: Box, size: float, bold: bool, *, whole: bool) -> bool:
        self._use(size, bold)
        if whole and any(self._pdf.get_string_width(word) > box.width for word in words_of(text)):
            return False
        return (
            len(self._wrapped(text, box.width, balanced=False)) * size * _POINT * _LEADING
            <= box.height + 1e-6
        )

    def _wrapped(self, text: str, width: float, *, balanced: bool) -> list[str]:
        """Lines of the width, in the font that is in use; a word that is wider than a line is cut."""
        return (balanced_lines if balanced else full_lines)(text, width, self._pdf.get_string_width)

    def _knows(self, char: str) -> bool:
        return ord(char) in self._letters

    def _use(self, size: float, bold: bool) -> None:
        self._pdf.set_font(_FAMILY, "B" if bold else "", size)

    def _fill(self, grey: int) -> None:
        self._pdf.set_fill_color(grey)


def _runs(cells: list[bool]) -> list[tuple[int, int]]:
    """Where black begins and ends in a row of modules."""
    edges = [
        index
        for index, (before, cell) in enumerate(zip([False, *cells], [*cells, False], strict=True))
        if before != cell
    ]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.42
        angle = math.pi * (corner / 5 - 0.5)
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return points


def _draw_cup(pdf: FPDF, x: float, y: float, unit: float) -> None:
    """A cup from the side: bowl, handle, saucer."""
    pdf.set_fill_color(INK)
    pdf.ellipse(x + 0.25 * unit, y - 0.55 * unit, 0.75 * unit, 0.7 * unit, style="D")
    bowl = [
        (x - 0.1 * unit + 0.7 * unit * math.cos(angle) ** 0.6, y - 0.6 * unit + 1.15 * unit * math.sin(angle))
        for angle in (math.pi / 2 * step / 8 for step in range(9))
    ]
    pdf.polygon([*bowl, *((2 * (x - 0.1 * unit) - px, py) for px, py in reversed(bowl))], style="F")
    pdf.rect(x - 0.85 * unit, y + 0.68 * unit, 1.5 * unit, 0.16 * unit, style="F")
