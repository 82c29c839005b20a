"""Turns the parts of a Word template into blocks that can be filled.

The tree of a part is marked where something is to be filled, repeated or
chosen; its text is then cut at the marks.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from curriculum.findings import SourceError
from curriculum.office import word_tree as tree
from curriculum.office.fields import (
    Expression,
    FieldError,
    Get,
    Group,
    Image,
    Many,
    Scope,
    Shape,
    Text,
    expression,
    is_picture,
    straightened,
)
from curriculum.office.package import Package
from curriculum.office.tracked_changes import accept_changes
from curriculum.office.word_blocks import (
    RESERVED,
    Block,
    Cell,
    Each,
    If,
    Op,
    Value,
    cut,
)
from curriculum.office.word_fit import narrow_tables
from curriculum.office.word_pictures import Media, Shown
from curriculum.office.word_room import A4, Room, page_room, room_at
from curriculum.office.word_tree import (
    CELL,
    FIELD,
    ONLY_IF,
    ROW,
    Element,
    P,
    R,
    T,
    own_text,
    w,
)

DEEPEST = 6
"""Repetitions within repetitions that a template may have."""

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = f"{_TYPES}document.main+xml"
_PROPERTIES = "application/vnd.openxmlformats-"
_FILLED = {
    _MAIN: "document",
    f"{_TYPES}header+xml": "header",
    f"{_TYPES}footer+xml": "footer",
    f"{_TYPES}footnotes+xml": "footnotes",
    f"{_TYPES}endnotes+xml": "endnotes",
    f"{_PROPERTIES}package.core-properties+xml": "properties",
    f"{_PROPERTIES}officedocument.extended-properties+xml": "properties",
}
_BLOCK = re.compile(r"(each|end|if)(?:\s+(.*))?", re.DOTALL)
_BRACES = re.compile(r"\{\{|\}\}|\{%")
_ROOT = re.compile(r"(?<![.\w])[^\W\d]\w*(?=\s*\.)")
_NONE = "\N{EN DASH}"
_LONGEST_PLACE = 58


class Problem(NamedTuple):
    """Something in a template that cannot be filled, and where."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class Use(NamedTuple):
    """A field that a template names, and where."""

    place: str
    field: str


@dataclass
class Compiled:
    """A template's parts that change, and what was found on the way."""

    parts: dict[str, Block] = field(default_factory=dict)
    media: Media | None = None
    """What changes besides, if a picture is to be shown."""
    problems: list[Problem] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)


def compiled(package: Package, fields: Group, without: Collection[str]) -> Compiled:
    """Compile every part that may hold fields; SourceError for no Word document."""
    found = Compiled()
    page, pictured = A4, []
    for part, title in _parts_to_fill(package).items():
        root = tree.parsed(package.read(part), f"{package.name}: {part}")
        page = page_room(root) if title == _FILLED[_MAIN] else page
        compiler = _Compiler(title, found, part, page)
        block = compiler.compile(root, Scope(fields), without)
        if without or any(not isinstance(piece, str) for piece in block):
            found.parts[part] = block
        if any(isinstance(op, Shown) for op in compiler.ops):
            pictured.append(part)
    found.media = Media.of(package, pictured) if pictured else None
    return found


def _parts_to_fill(package: Package) -> dict[str, str]:
    """The parts that may hold fields, with the word for each."""
    root = tree.parsed(package.read("[Content_Types].xml"), package.name)
    types = {
        (entry.get("PartName") or "").lstrip("/"): entry.get("ContentType") or ""
        for entry in root
    }
    kinds = set(types.values())
    if _MAIN not in kinds:
        raise SourceError(f"{package.name}: {_why_not(kinds)}")
    held = {part: _FILLED[kind] for part, kind in types.items() if kind in _FILLED}
    return dict(sorted(held.items(), key=lambda part: part[1] != _FILLED[_MAIN]))


def _why_not(kinds: set[str]) -> str:
    if any("macroEnabled" in kind for kind in kinds):
        return "holds macros; save it as .docx"
    if f"{_TYPES}template.main+xml" in kinds:
        return "is a .dotx file; save it as .docx"
    return "is not a Word document"


class _Open(NamedTuple):
    """A block that has begun: what was written, its end, the scope around it."""

    written: str
    name: str
    outside: Scope
    mark: Element


class _Compiler:
    """Compiles one part."""

    def __init__(self, part: str, found: Compiled, file: str, page: Room) -> None:
        self.part, self.found = part, found
        self.file, self.page = file, page
        self.ops: list[Op] = []
        self.near = ""
        """The words of the paragraph that a problem is said to be in."""

    def compile(self, root: Element, scope: Scope, without: Collection[str]) -> Block:
        """The part as a block."""
        accept_changes(root)
        tree.tidy(root)
        for message in tree.without_columns(root, without):
            self._problem(message)
        narrow_tables(root, self.page)
        self._element(root, scope)
        return cut(etree.tostring(root, encoding="unicode"), self.ops)

    # What is found on the way.

    def _place(self) -> str:
        words = " ".join(self.near.split())
        if len(words) > _LONGEST_PLACE:
            words = f"{words[: _LONGEST_PLACE - 1]}…"
        return f"{self.part}, “{words}”" if words else self.part

    def _problem(self, message: str) -> None:
        problem = Problem(self._place(), message)
        if problem not in self.found.problems:
            self.found.problems.append(problem)

    def _expression(self, source: str, scope: Scope) -> Expression | None:
        try:
            made = expression(source, scope)
        except FieldError as error:
            self._problem(f"{_written(source)} {error}")
            return None
        self.found.uses += [Use(self._place(), name) for name in made.names]
        return made

    # Marks.

    def _start(self, op: Op) -> Element:
        self.ops.append(op)
        return etree.ProcessingInstruction("curriculum", str(len(self.ops) - 1))

    def _wrap(self, op: Op, first: Element, last: Element) -> None:
        first.addprevious(self._start(op))
        last.addnext(_end())

    # The walk.

    def _element(self, element: Element, scope: Scope) -> None:
        """Mark everything in an element."""
        for name, value in element.attrib.items():
            if "{{" in value:
                element.set(name, self._marked(str(value), scope, None))
        if element.text and _BRACES.search(element.text):
            element.text = self._marked(element.text, scope, element)
            if element.tag == T:
                tree.keep_spaces(element)
        self._children(element, scope)
        if element.tag == CELL:
            self._never_empty(element)

    def _children(self, parent: Element, scope: Scope) -> None:
        around, opened = self.near, list[_Open]()
        children = list(parent.iterchildren(etree.Element))
        while children:
            child = children.pop(0)
            if scope.loops:
                tree.drop_bookmarks(child)
            if child.tag == P:
                self.near = own_text(child)
                scope = self._paragraph(child, scope, opened)
                self.near = around
            elif child.tag == ROW:
                self._rows(child, children, scope)
            else:
                self._element(child, scope)
        for block in opened:
            self.near = block.written
            self._problem(
                f"{block.written} has no {{{{ end {block.name} }}}} below it "
                "in the same cell, text box or page"
            )
        self.near = around

    # Paragraphs.

    def _paragraph(
        self, paragraph: Element, scope: Scope, opened: list[_Open]
    ) -> Scope:
        """Mark a paragraph; the scope of what follows it."""
        alone = FIELD.fullmatch(self.near.strip())
        source = straightened(alone[1]) if alone else ""
        block = _BLOCK.fullmatch(source)
        if block and paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            self._problem(f"{_written(source)} stands where a section of the page ends")
        elif block and block[1] == "end":
            return self._end_block(paragraph, block[2] or "", scope, opened)
        elif block:
            return self._begin_block(paragraph, block, scope, opened)
        elif not (source and self._several(paragraph, source, scope)):
            self._only_if(paragraph, [paragraph], scope)
            self._element(paragraph, scope)
        return scope

    def _begin_block(
        self,
        paragraph: Element,
        block: re.Match[str],
        scope: Scope,
        opened: list[_Open],
    ) -> Scope:
        word, named = block[1], (block[2] or "").strip()
        inside, op = scope, Each(lambda _: ())
        if word == "if":
            test = self._expression(named, scope)
            made: Op = If(test.get) if test else op
            name = "if"
        else:
            made, inside = self._each(named, scope)
            name = named
        mark = self._start(made)
        _replace(paragraph, mark)
        opened.append(_Open(_written(f"{word} {named}"), name, scope, mark))
        return inside

    def _each(self, name: str, scope: Scope) -> tuple[Op, Scope]:
        """The repetition of a collection, and the scope within it."""
        collection = scope.collection(name)
        nothing = Each(lambda _: ())
        if collection is None or not isinstance(collection.shape, Many):
            reason = scope.why_no_collection(name)
            self._problem(f"{{{{ each {name} }}}} {reason}")
            return nothing, scope
        if len(scope.loops) >= DEEPEST:
            self._problem(f"repeats within more than {DEEPEST} other repetitions")
            return nothing, scope
        self.found.uses.append(Use(self._place(), name))
        return Each(collection.get), scope.within(name, collection.shape.of)

    def _end_block(
        self, paragraph: Element, named: str, scope: Scope, opened: list[_Open]
    ) -> Scope:
        if not opened or opened[-1].name != named.strip():
            what = f"; {opened[-1].written} is still open" if opened else ""
            self._problem(f"{{{{ end {named} }}}} ends what did not begin here{what}")
            return scope
        _replace(paragraph, _end())
        return opened.pop().outside

    def _several(self, paragraph: Element, source: str, scope: Scope) -> bool:
        """Repeat a paragraph whose one field holds several texts or pictures."""
        try:
            found = expression(source, scope)
        except FieldError:
            return False
        if not (isinstance(found.shape, Many) and _is_shown(found.shape)):
            return False
        self.found.uses += [Use(self._place(), name) for name in found.names]
        inside = scope.within("\ufdd0", found.shape.of)
        for text in tree.own_texts(paragraph):
            if "{{" in (text.text or ""):
                last = Expression(lambda frame: frame[-1], found.shape.of, ())
                text.text = self._shown(source, last, text)
        self._element(paragraph, inside)
        self._wrap(Each(found.get), paragraph, paragraph)
        return True

    def _only_if(self, where: Element, held: list[Element], scope: Scope) -> None:
        """Show an element only if a condition in one of its paragraphs holds."""
        for text in [t for paragraph in held for t in tree.own_texts(paragraph)]:
            condition = ONLY_IF.search(text.text or "")
            if condition is None:
                continue
            text.text = ONLY_IF.sub("", text.text or "", count=1)
            test = self._expression(condition[1], scope)
            if test:
                self._wrap(If(test.get), where, where)

    # Rows.

    def _rows(self, first: Element, following: list[Element], scope: Scope) -> None:
        """A row, with those below it that repeat for the same collection."""
        name = self._collection(first, scope)
        rows = [first]
        while name and following and following[0].tag == ROW:
            if self._collection(following[0], scope) != name:
                break
            rows.append(following.pop(0))
        if name:
            self.near = " | ".join(own_text(p) for p in tree.paragraphs_of(first))
            op, scope = self._each(name, scope)
            self._wrap(op, rows[0], rows[-1])
        for row in rows:
            self._row(row, scope, repeats=bool(name))

    def _row(self, row: Element, scope: Scope, *, repeats: bool) -> None:
        paragraphs = tree.paragraphs_of(row)
        self.near = " | ".join(own_text(p) for p in paragraphs)
        if repeats and tree.has_merged_cells(row, down_only=True):
            self._problem(
                "a row that repeats has a cell that is merged with the one above "
                "or below; split it in Word"
            )
        self._only_if(row, paragraphs, scope)
        self._element(row, scope)

    def _collection(self, row: Element, scope: Scope) -> str | None:
        """The collection that a row's fields name, so that the row repeats."""
        fields = [
            straightened(f[1])
            for p in tree.paragraphs_of(row)
            for f in FIELD.finditer(own_text(p))
        ]
        inner = {f.split()[-1] for f in fields if f.startswith("each ")}
        roots = (name for f in fields for name in _ROOT.findall(_unquoted(f)))
        named = [n for n in dict.fromkeys(roots) if n not in inner]
        found = [name for name in named if scope.collection(name)]
        if len(found) > 1:
            self.near = " | ".join(own_text(p) for p in tree.paragraphs_of(row))
            self._problem(f"one row cannot repeat for {' and '.join(found)} at once")
        return found[0] if found else None

    def _never_empty(self, cell: Element) -> None:
        """See to it that a cell whose every paragraph may vanish shows a dash."""
        depth = 0
        first = last = None
        for child in cell:
            if tree.is_mark(child):
                depth += -1 if child.text == "end" else 1
            elif child.tag == P and not depth:
                return
            if child.tag != w("tcPr"):
                first, last = (child if first is None else first), child
        if first is not None and last is not None:
            self._wrap(Cell(_dash(cell)), first, last)

    # Fields.

    def _marked(self, text: str, scope: Scope, element: Element | None) -> str:
        """A text with its fields marked."""
        kept = RESERVED.sub("", text) if "{{" in text else text
        pieces = FIELD.split(kept)
        if any("{%" in piece for piece in pieces[::2]):
            self._problem(
                "{% is not understood; a template repeats with {{ each … }} and "
                "chooses with {{ if … }}"
            )
        elif any("{{" in piece for piece in pieces[::2]):
            self._problem(
                "a field that begins with {{ does not end with }} in its paragraph"
            )
        elif any("}}" in piece for piece in pieces[::2]):
            self._problem("}} ends a field that does not begin in this paragraph")
        for at in range(1, len(pieces), 2):
            pieces[at] = self._field(pieces[at], scope, element)
        return "".join(pieces)

    def _field(self, source: str, scope: Scope, element: Element | None) -> str:
        text = straightened(source)
        if _BLOCK.fullmatch(text) or text.startswith("only "):
            self._problem(f"{_written(text)} must stand alone in a paragraph")
            return ""
        made = self._expression(source, scope)
        if made is None:
            return ""
        if _is_shown(made.shape):
            return self._shown(source, made, element)
        self._problem(f"{_written(text)} {_no_text(text, made.shape)}")
        return ""

    def _shown(self, source: str, made: Expression, element: Element | None) -> str:
        """A mark for a text or a picture."""
        if not is_picture(made.shape):
            return self._value(made.get, element)
        run = None if element is None else element.getparent()
        if element is None or element.tag != T or run is None or run.tag != R:
            self._problem(
                f"{_written(source)} is a picture; it shows in the text of a "
                "paragraph only"
            )
            return ""
        prefix = f"{element.prefix}:" if element.prefix else ""
        room = room_at(element, self.page)
        return self._mark(Shown(made.get, self.file, room, prefix))

    def _value(self, get: Get, element: Element | None) -> str:
        op = Value(get)
        if element is not None and element.tag == T:
            p = f"{element.prefix}:" if element.prefix else ""
            again = f'<{p}t xml:space="preserve">'
            op = Value(get, f"</{p}t><{p}br/>{again}", f"</{p}t><{p}tab/>{again}")
        return self._mark(op)

    def _mark(self, op: Op) -> str:
        self.ops.append(op)
        return f"\ufdd0{len(self.ops) - 1}\ufdd1"


def _end() -> Element:
    return etree.ProcessingInstruction("curriculum", "end")


def _written(source: str) -> str:
    return f"{{{{ {straightened(source)} }}}}"


def _unquoted(source: str) -> str:
    return re.sub(r"\"[^\"]*\"|'[^']*'", "", source)


def _replace(paragraph: Element, mark: Element) -> None:
    parent = paragraph.getparent()
    if parent is not None:
        parent.replace(paragraph, mark)


def _is_shown(shape: Shape) -> bool:
    """Whether a field can be shown as it is."""
    return isinstance(shape.of if isinstance(shape, Many) else shape, Text | Image)


def _no_text(name: str, shape: Shape) -> str:
    inner = shape.of if isinstance(shape, Many) else shape
    example = next(iter(inner.fields), "…") if isinstance(inner, Group) else "…"
    kind = "a collection" if isinstance(shape, Many) else "a group of fields"
    return f"is {kind}; name one of its fields, such as {name}.{example}"


def _dash(cell: Element) -> str:
    """A paragraph with a dash, in the form of the cell's first one."""
    prefix = f"{cell.prefix}:" if cell.prefix else ""
    first = next(cell.iter(w("pPr")), None)
    style = None if first is None else first.find(w("pStyle"))
    value = "" if style is None else style.get(w("val"), "")
    named = f'<{prefix}pPr><{prefix}pStyle {prefix}val="{value}"/></{prefix}pPr>'
    form = named if value else ""
    run = f"<{prefix}r><{prefix}t>{_NONE}</{prefix}t></{prefix}r>"
    return f"<{prefix}p>{form}{run}</{prefix}p>"
