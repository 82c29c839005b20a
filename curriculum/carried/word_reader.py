"""Paragraphs and tables of a Word part, put together from its tags."""

import re
from collections.abc import Callable, Iterable

from curriculum.carried.shown import HEADING, Block, Cell, Row
from curriculum.carried.word_tags import Token, attribute, unquoted
from curriculum.findings import SourceError

_VOLATILE = re.compile(
    r"\s*(PAGE|PAGEREF|NUMPAGES|SECTIONPAGES|DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE|"
    r"FILENAME|FILESIZE|EDITTIME|REVNUM|LASTSAVEDBY|NUMWORDS|NUMCHARS)\b",
    re.IGNORECASE,
)


class WordReader:
    """Takes the text of one part."""

    def __init__(self, name: str, headings: frozenset[str] = frozenset()) -> None:
        self._name, self._headings = name, headings
        self._blocks: list[Block] = []
        self._tables: list[list[Row]] = []
        self._rows: list[list[Cell]] = []
        self._gone: list[bool] = []
        """For each open row whether it is marked as deleted."""
        self._cells: list[list[str]] = []
        self._texts: list[list[str]] = []
        self._fields: list[tuple[list[str], list[str]]] = []
        """For each open field what it is told to show, and whether that follows."""
        self._simple: list[bool] = []
        self._mute = 0
        self._in_row_form = self._in_tabs = False

    def read(self, tokens: Iterable[Token]) -> list[Block]:
        """The paragraphs and tables of a part."""
        try:
            for name, attributes, text in tokens:
                tag = name[name.find(":") + 1 :]
                if name[0] == "/":
                    _ENDS[tag.lstrip("/")](self)
                    continue
                _STARTS[tag](self, attributes, text)
                if attributes and attributes[-1] == "/" and tag in _ENDS:
                    _ENDS[tag](self)
        except IndexError:
            raise SourceError(f"{self._name} is damaged") from None
        if self._texts or self._tables:
            raise SourceError(f"{self._name} is damaged: its end is missing")
        return self._blocks

    # What begins.

    def _text(self, _attributes: str, text: str) -> None:
        if text:
            self._say(unquoted(text))

    def _paragraph(self, _attributes: str, _text: str) -> None:
        self._texts.append([])

    def _style(self, attributes: str, _text: str) -> None:
        if self._headings and attribute(attributes, "val") in self._headings:
            self._texts[-1].append(HEADING)

    def _cell(self, _attributes: str, _text: str) -> None:
        self._cells.append([])

    def _row(self, _attributes: str, _text: str) -> None:
        self._rows.append([])
        self._gone.append(False)

    def _table(self, _attributes: str, _text: str) -> None:
        self._tables.append([])

    def _space(self, _attributes: str, _text: str) -> None:
        # In the form of a paragraph, tabs are stops and no text.
        if not self._in_tabs:
            self._say(" ")

    def _hyphen(self, _attributes: str, _text: str) -> None:
        self._say("-")

    def _tabs(self, _attributes: str, _text: str) -> None:
        self._in_tabs = True

    def _row_form(self, _attributes: str, _text: str) -> None:
        self._in_row_form = True

    def _deleted(self, _attributes: str, _text: str) -> None:
        if self._in_row_form:
            self._gone[-1] = True

    def _silence(self, _attributes: str, _text: str) -> None:
        self._mute += 1

    # Fields: what Word works out on every page is passed over.

    def _field(self, attributes: str, _text: str) -> None:
        kind = attribute(attributes, "fldCharType")
        if kind == "begin":
            self._fields.append(([], []))
        elif kind == "separate" and self._fields:
            self._fields[-1][1].append("result")
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _instruction(self, _attributes: str, text: str) -> None:
        if self._fields:
            self._fields[-1][0].append(unquoted(text))

    def _simple_field(self, attributes: str, _text: str) -> None:
        self._simple.append(bool(_VOLATILE.match(attribute(attributes, "instr"))))
        self._mute += self._simple[-1]

    # What ends.

    def _end_paragraph(self) -> None:
        pieces = self._texts.pop()
        text = " ".join("".join(pieces).split())
        if not text or self._mute:
            return
        if self._cells:
            self._cells[-1].append(text)
        else:
            self._blocks.append(HEADING * (pieces[0] == HEADING) + text)

    def _end_cell(self) -> None:
        self._rows[-1].append(tuple(self._cells.pop()))

    def _end_row(self) -> None:
        row = tuple(self._rows.pop())
        if not self._gone.pop() and any(row):
            self._tables[-1].append(row)

    def _end_table(self) -> None:
        rows = tuple(self._tables.pop())
        if rows and not self._mute:
            self._blocks.append(rows)

    def _end_tabs(self) -> None:
        self._in_tabs = False

    def _end_row_form(self) -> None:
        self._in_row_form = False

    def _end_deleted(self) -> None:
        """What is deleted within a text has no text of its own."""

    def _end_silence(self) -> None:
        self._mute -= 1

    def _end_simple_field(self) -> None:
        self._mute -= self._simple.pop()

    def _say(self, text: str) -> None:
        if not self._texts or self._mute:
            return
        if self._fields and any(
            result and _VOLATILE.match("".join(told)) for told, result in self._fields
        ):
            return
        self._texts[-1].append(text)


# ruff: noqa: SLF001 (the tables belong to the class)
_STARTS: dict[str, Callable[[WordReader, str, str], None]] = {
    "t": WordReader._text,
    "p": WordReader._paragraph,
    "pStyle": WordReader._style,
    "tc": WordReader._cell,
    "tr": WordReader._row,
    "tbl": WordReader._table,
    "tab": WordReader._space,
    "br": WordReader._space,
    "cr": WordReader._space,
    "ptab": WordReader._space,
    "noBreakHyphen": WordReader._hyphen,
    "tabs": WordReader._tabs,
    "trPr": WordReader._row_form,
    "del": WordReader._deleted,
    "moveFrom": WordReader._silence,
    "Fallback": WordReader._silence,
    "fldChar": WordReader._field,
    "instrText": WordReader._instruction,
    "fldSimple": WordReader._simple_field,
}
_ENDS: dict[str, Callable[[WordReader], None]] = {
    "p": WordReader._end_paragraph,
    "tc": WordReader._end_cell,
    "tr": WordReader._end_row,
    "tbl": WordReader._end_table,
    "tabs": WordReader._end_tabs,
    "trPr": WordReader._end_row_form,
    "del": WordReader._end_deleted,
    "moveFrom": WordReader._end_silence,
    "Fallback": WordReader._end_silence,
    "fldSimple": WordReader._end_simple_field,
}
