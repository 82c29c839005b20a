"""Edits of TOML texts that leave every other line as it lies.

A batch of edits is planned against the text's own lines, then written in one go;
the result is read again and must hold exactly what was asked for.  Comments and
the order of keys stay; a whole-document model of tomlkit takes ten times longer.
"""

import json
import re
from collections.abc import Collection
from copy import deepcopy
from datetime import date, time
from functools import cached_property
from typing import Any

import tomli

from curriculum.readers.programme.lines import Path, Statement, statements

_LONGEST_LINE = 88
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_COMMENT = re.compile(
    r'''"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|(\#[^\n]*)''',
    re.DOTALL,
)

_ENTRY = re.compile(r"""("(?:\\.|[^"\\\n])*"|'[^'\n]*')(?:[ \t]*,[ \t]*)?|\#[^\n]*""")
"""A text of a list with its comma, or a comment."""


class EditError(Exception):
    """An edit that would not come out as asked; the text is left as it is."""


class TomlText:
    """One TOML text under edit.  Paths are those of the text as it was opened."""

    def __init__(self, text: str, tables: dict[str, Any] | None = None) -> None:
        self._bom = "\ufeff" if text.startswith("\ufeff") else ""
        self._end = "\r\n" if "\r\n" in text else "\n"
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
        self._lines = plain.split("\n")
        self._raw = text.removeprefix("\ufeff").split("\n")
        self._wanted = deepcopy(tables) if tables else tomli.loads(plain)
        self._statements = list(statements(plain))
        self._by_path = {s.path: s for s in reversed(self._statements)}
        self._cut: dict[int, int] = {}
        self._put: dict[int, list[str]] = {}
        self._inline: dict[Path, Statement] = {}
        self._tables: dict[Path, None] = {}
        self._keys: dict[Path, tuple[int, Path]] = {}
        self._gone: list[tuple[Path, int]] = []
        self._new: list[tuple[Path, int, dict[str, Any]]] = []

    def set(self, path: Path, value: object) -> None:
        """Give a key a value; tables that it needs are made."""
        table: Any = self._wanted
        for at, part in enumerate(path[:-1]):
            if isinstance(part, str):
                table = table.setdefault(part, [] if _is_array(path, at) else {})
            else:
                table = table[part]
        table[path[-1]] = value
        self._plan_set(path)

    def remove(self, path: Path) -> None:
        """Remove a key, or a table of an array with all that is in it."""
        parent = self._value(path[:-1])
        if isinstance(path[-1], int):
            self._gone.append((path[:-1], path[-1]))
            self._plan_remove_table(path)
        elif isinstance(parent, dict) and path[-1] in parent:
            del parent[path[-1]]
            self._plan_remove(path)

    def insert(self, array: Path, index: int, table: dict[str, Any]) -> None:
        """Put a table into an array of tables before the one of that index."""
        self._new.append((array, index, table))
        if around := self._written_inline(array):
            self._inline[around.path] = around

    def _written_inline(self, path: Path) -> Statement | None:
        """The key in whose value a path lies, if no header leads there."""
        for size in range(len(path), 0, -1):
            held = self._by_path.get(path[:size])
            if held and not held.header:
                return held
        return None

    def _put_new(self, array: Path, index: int, table: dict[str, Any]) -> None:
        line = self._line_of(array, index)
        above = self._put.get(line) or self._lines[max(0, line - 2) : line - 1]
        below = self._lines[line - 1 : line]
        lead = [""] if above and above[-1].strip() else []
        tail = [""] if below and below[0].strip() else []
        self._place(line, [*lead, *_table_lines(array, table), *tail])

    @cached_property
    def _edited(self) -> str:
        arrays = {array for array, _ in self._gone} | {a for a, _, _ in self._new}
        whole = {path for path in self._inline if _any_within(arrays, path)}
        for path in set(self._inline) - whole:
            self._replace(self._inline[path], self._value(path))
        for path, (line, name) in self._keys.items():
            self._place(line, _assignment(name, self._value(path)))
        for path in self._tables:
            self._put_table(path)
        for array, index, table in self._new:
            if not any(array[: len(path)] == path for path in whole):
                self._put_new(array, index, table)
        self._arrange()
        for path in whole:
            self._replace(self._inline[path], self._value(path))
        out: list[str] = []
        line = 1
        while line <= len(self._raw) + 1:
            out += (self._ended(new) for new in self._put.get(line, ()))
            if line in self._cut:
                line = self._cut[line] + 1
                continue
            if line <= len(self._raw):
                out.append(self._raw[line - 1])
            line += 1
        made = self._bom + "\n".join(out)
        self._check(made)
        return made

    def text(self) -> str:
        """The text as edited; after it no edit counts any more.

        Raises EditError if it is not what was asked for.
        """
        return self._edited

    def _check(self, made: str) -> None:
        try:
            got = tomli.loads(made.removeprefix("\ufeff").replace("\r\n", "\n"))
        except tomli.TOMLDecodeError as error:
            raise EditError(f"the edited text would not be TOML: {error}") from error
        if _bare(got) != _bare(self._wanted):
            raise EditError("the edited text would not say what was asked for")

    def _arrange(self) -> None:
        """Apply what changes indices, from the last to the first."""
        new = [(index, n, a, t) for n, (a, index, t) in enumerate(self._new)]
        gone = [(index, len(new), array, None) for array, index in self._gone]
        for index, _, array, table in sorted(
            (*new, *gone), key=lambda change: change[:2], reverse=True
        ):
            held = self._array(array)
            if table is None:
                del held[index]
            else:
                held.insert(index, table)

    def _array(self, path: Path) -> list[Any]:
        parent = self._value(path[:-1])
        held: list[Any] = parent.setdefault(path[-1], [])
        return held

    def _value(self, path: Path) -> Any:  # noqa: ANN401 (TOML is untyped)
        value: Any = self._wanted
        for part in path:
            value = value[part]
        return value

    def _plan_set(self, path: Path) -> None:
        if around := self._written_inline(path):
            self._inline[around.path] = around
            return
        self._plan_key(path)

    def _plan_key(self, path: Path) -> None:
        """A key that is not there yet, in its table or in a new one."""
        table = path[:-1]
        if table in self._tables:
            return
        header = self._by_path.get(table)
        if header or not table:
            self._keys[path] = (self._last_key(table) + 1, path[-1:])
        elif dotted := self._dotted(table):
            under = self._header_before(dotted)
            self._keys[path] = (dotted.last + 1, path[len(under) :])
        else:
            self._tables[table] = None

    def _plan_remove(self, path: Path) -> None:
        self._keys.pop(path, None)
        held = self._by_path.get(path)
        if held and not held.header:
            self._drop(held)
            return
        if around := self._written_inline(path[:-1]):
            self._inline[around.path] = around
            return
        for statement in self._statements:
            if statement.path[: len(path)] == path:
                self._drop(statement)

    def _plan_remove_table(self, path: Path) -> None:
        if around := self._written_inline(path[:-1]):
            self._inline[around.path] = around
            return
        inside = [s for s in self._statements if s.path[: len(path)] == path]
        first, last = inside[0].line, inside[-1].last
        # What a table leaves behind would be one blank line too many.
        if first > 1 and not self._lines[first - 2].strip():
            first -= 1
        self._cut[first] = last

    def _put_table(self, path: Path) -> None:
        """A table that has no header yet, at the end of what it belongs to."""
        inside = self._inside(path)
        last = inside[-1].last if inside else self._last_key(())
        lines = ["", f"[{_header(path)}]"] if last else [f"[{_header(path)}]"]
        for key, value in self._value(path).items():
            lines += _assignment((key,), value)
        self._place(last + 1, lines)

    def _inside(self, path: Path) -> list[Statement]:
        """The statements of the element of an array that a table belongs to."""
        for size in range(len(path), 0, -1):
            if isinstance(path[size - 1], int):
                around = path[:size]
                return [s for s in self._statements if s.path[:size] == around]
        return [s for s in self._statements if s.path[:1] == path[:1]]

    def _replace(self, statement: Statement, value: object) -> None:
        text = "\n".join(self._lines[statement.line - 1 : statement.last])
        if isinstance(value, list) and (edited := _list_edited(text, value)):
            self._cut[statement.line] = statement.last
            self._place(statement.line, edited.split("\n"))
            return
        name, _, _ = text.partition("=")
        comments = [found[1] for found in _COMMENT.finditer(text) if found[1]]
        tail = text.rsplit("\n", 1)[-1]
        trailing = comments.pop() if comments and tail.endswith(comments[-1]) else ""
        lines = _assignment(None, value, name.rstrip())
        if trailing:
            before = tail.removesuffix(trailing)
            lines[-1] += before[len(before.rstrip()) :] + trailing
        self._cut[statement.line] = statement.last
        self._place(statement.line, [*comments, *lines])

    def _drop(self, statement: Statement) -> None:
        self._cut[statement.line] = statement.last

    def _place(self, line: int, lines: list[str]) -> None:
        self._put.setdefault(line, []).extend(lines)

    def _ended(self, line: str) -> str:
        return line.replace("\n", self._end) + self._end.removesuffix("\n")

    def _last_key(self, table: Path) -> int:
        """The last line of a table's own keys; its header if it has none."""
        header = self._by_path.get(table)
        last = header.last if header else 0
        for statement in self._statements:
            if statement.line <= (header.line if header else 0):
                continue
            if statement.header:
                break
            last = statement.last
        return last

    def _dotted(self, table: Path) -> Statement | None:
        """The last key that makes a table without a header of its own."""
        size, found = len(table), None
        for statement in self._statements:
            if not statement.header and statement.path[:size] == table:
                under = self._header_before(statement)
                found = statement if len(under) < size else found
        return found

    def _header_before(self, statement: Statement) -> Path:
        path: Path = ()
        for held in self._statements:
            if held.line >= statement.line:
                break
            path = held.path if held.header else path
        return path

    def _line_of(self, array: Path, index: int) -> int:
        """The line before which a table of an array goes."""
        at = self._by_path.get((*array, index))
        if at:
            return self._start(at.line)
        around = array[:-1] if isinstance(array[-2:][0], int) else array
        held = [s for s in self._statements if s.path[: len(array)] == array]
        held = held or [s for s in self._statements if s.path[: len(around)] == around]
        if held:
            return held[-1].last + 1
        return self._statements[-1].last + 1 if self._statements else 1

    def _start(self, line: int) -> int:
        """The first of the comment lines that stand directly over a line."""
        while line > 1 and self._lines[line - 2].lstrip().startswith("#"):
            line -= 1
        return line


def toml_value(value: object) -> str:
    """A value as TOML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _string(value)
        case date() | time():
            return value.isoformat()
        case int() | float():
            return repr(value)
        case list() | tuple():
            return "[" + ", ".join(toml_value(v) for v in value) + "]"
        case dict():
            inner = ", ".join(f"{_key(k)} = {toml_value(v)}" for k, v in value.items())
            return f"{{ {inner} }}" if inner else "{}"
    raise TypeError(f"TOML has no {type(value).__name__}")


def _string(text: str) -> str:
    if "\n" not in text:
        return _quoted(text)
    body = "\n".join(_quoted(line)[1:-1] for line in text.split("\n"))
    if '""' not in text and not text.endswith('"'):
        body = body.replace('\\"', '"')
    return f'"""\n{body}"""'


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _assignment(path: Path | None, value: object, name: str = "") -> list[str]:
    """The lines of one key; a list that is too long for a line has one a line."""
    name = name or ".".join(_key(str(part)) for part in path or ())
    line = f"{name} = {toml_value(value)}"
    if isinstance(value, list | tuple) and len(line) > _LONGEST_LINE:
        inner = (f"  {toml_value(entry)}," for entry in value)
        return [f"{name} = [", *inner, "]"]
    return line.split("\n")


def _list_edited(text: str, wanted: list[Any]) -> str:
    """A list of texts with some taken out and others added at its end.

    Its lines and comments stay.  Empty if the list differs in another way.
    """
    held = list(_ENTRY.finditer(text, text.index("=")))
    entries = [(tomli.loads(f"x={e[1]}")["x"], e) for e in held if e[1]]
    old = [value for value, _ in entries]
    kept = [value for value in old if value in wanted]
    added = wanted[len(kept) :]
    plain = all(isinstance(value, str) for value in wanted)
    if not (
        plain and kept and wanted[: len(kept)] == kept and len(set(old)) == len(old)
    ):
        return ""
    last = next(e for value, e in reversed(entries) if value == kept[-1])
    out, place = [], 0
    for value, entry in entries:
        end = entry.end()
        if value not in wanted:
            out.append(text[place : entry.start()])
            place = end
        elif entry is last:
            more = "".join(f", {toml_value(new)}" for new in added)
            out += (text[place : entry.end(1)], more)
            place = entry.end(1)
    return "".join(out) + text[place:]


def _table_lines(path: Path, table: dict[str, Any]) -> list[str]:
    """A table of an array, its own keys first, then the tables within it."""
    lines = [f"[[{_header(path)}]]"]
    inner = {k: v for k, v in table.items() if isinstance(v, dict)}
    for key, value in table.items():
        if key not in inner:
            lines += _assignment((key,), value)
    for key, value in inner.items():
        lines += _inner_lines((*path, key), value)
    return lines


def _inner_lines(path: Path, table: dict[str, Any]) -> list[str]:
    inner = {k: v for k, v in table.items() if isinstance(v, dict)}
    own = {k: v for k, v in table.items() if k not in inner}
    lines = ["", f"[{_header(path)}]"] if own or not inner else []
    for key, value in own.items():
        lines += _assignment((key,), value)
    for key, value in inner.items():
        lines += _inner_lines((*path, key), value)
    return lines


def document(table: dict[str, Any]) -> str:
    """A whole new TOML text: keys, then tables, then arrays of tables."""
    arrays = {k: v for k, v in table.items() if _is_tables(v)}
    inner = {k: v for k, v in table.items() if isinstance(v, dict)}
    lines: list[str] = []
    for key, value in table.items():
        if key not in arrays and key not in inner:
            lines += _assignment((key,), value)
    for key, value in inner.items():
        lines += _inner_lines((key,), value)
    for key, values in arrays.items():
        for value in values:
            lines += ["", *_table_lines((key,), value)]
    return "\n".join(lines).lstrip("\n") + "\n"


def _is_tables(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(entry, dict) for entry in value)
    )


def _header(path: Path) -> str:
    return ".".join(_key(part) for part in path if isinstance(part, str))


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _is_array(path: Path, at: int) -> bool:
    return at + 1 < len(path) and isinstance(path[at + 1], int)


def _any_within(arrays: Collection[Path], path: Path) -> bool:
    return any(array[: len(path)] == path for array in arrays)


def _bare(value: object) -> object:
    """A value without tables and lists that hold nothing."""
    if isinstance(value, dict):
        held = {k: _bare(v) for k, v in value.items()}
        return {k: v for k, v in held.items() if v not in ({}, [])}
    if isinstance(value, list):
        return [_bare(entry) for entry in value]
    return value
