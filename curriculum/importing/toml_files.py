"""The TOML files of an imported programme, with where each thing was read."""

import re
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

from curriculum.edits import TomlText, toml_value
from curriculum.importing.calendar import Closed, Plan
from curriculum.importing.drafts import (
    AssessmentDraft,
    ModuleDraft,
    SessionDraft,
    TermDraft,
)
from curriculum.importing.headings import THEMES
from curriculum.importing.reading import Reading
from curriculum.importing.sessions import hours_of
from curriculum.model import PLACEHOLDER, Purpose, SessionKind, Weekday

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_LISTS = ("objectives", "resources")
_TEXTS = ("tutor", "learners", "check", "stretch", "support", "workplace", "homework")
_ASKED = {
    "objectives": "what learners can do at the end of the session",
    "tutor": "what the lecturer does",
    "learners": "what the learners do",
    "resources": "what is needed",
    "check": "how learning is checked",
}
"""What the scheme of work needs and is marked where the source does not say it."""
_TAUGHT = frozenset({SessionKind.TEACHING, SessionKind.WORKSHOP, SessionKind.INDUCTION})
_FACTS = (
    "title", "cohort", "college", "department", "awarding_organisation",
    "assessment_organisation", "venue", "delivery_mode", "entry", "author",
    "approver", "version", "subtitle",
)  # fmt: skip
_DATES = ("verify_brief", "hand_out", "hand_in", "feedback", "verify_sample")


def files(
    folder: Path, reading: Reading, calendar: Plan, framework: str
) -> Iterator[tuple[Path, str]]:
    """Each file with its text."""
    yield folder / "calendar.toml", _calendar(reading, calendar)
    for module in reading.modules.values():
        text = _module(reading, module, framework)
        yield folder / "modules" / f"{module.key}.toml", text
    yield folder / "assessments.toml", _assessments(reading, framework)
    main = folder / "programme.toml"
    yield main, _programme(main.read_text("utf-8"), reading, calendar)


def _line(name: str, value: object) -> str:
    return f"{name} = {toml_value(value)}"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else toml_value(name)


def _list(name: str, values: list[str]) -> list[str]:
    if len(values) < 2:  # noqa: PLR2004 (one fits on its line)
        return [_line(name, values)]
    return [f"{name} = [", *(f"  {toml_value(v)}," for v in values), "]"]


def _comment(text: str) -> list[str]:
    """Comment lines; no control character may stand in one."""
    lines = (" ".join(_CONTROL.sub(" ", part).split()) for part in text.split("\n"))
    return [f"# {line}" for line in lines if line]


def _to_write(what: str) -> str:
    return f"{PLACEHOLDER} {what}"


def _clean(text: str) -> str:
    """A text in one line, without control characters."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _programme(text: str, reading: Reading, calendar: Plan) -> str:
    edit = TomlText(text)
    for name in _FACTS:
        if name in reading.facts:
            edit.set((name,), _clean(reading.facts[name][0]))
    level = re.search(r"\d", reading.facts.get("level", ("", ""))[0])
    if level:
        edit.set(("level",), int(level[0]))
    if "lecturer" in reading.facts:
        edit.set(("people", 0, "name"), _clean(reading.facts["lecturer"][0]))
    edit.set(("end_point", "gateway"), calendar.ends)
    keys = list(reading.modules)
    if keys != sorted(keys):
        edit.set(("order",), keys)
    made = edit.text()
    for name in _people(reading):
        made += f"\n[[people]]\n{_line('key', name)}\n{_line('name', name)}\n"
    return made


def _people(reading: Reading) -> list[str]:
    """Names of one word would be taken for keys, so they become people."""
    names = (
        _clean(draft.texts[role])
        for draft in reading.assessments.values()
        for role in ("assessor", "verifier")
        if role in draft.texts
    )
    return [n for n in dict.fromkeys(names) if n and " " not in n and n != "L1"]


def _calendar(reading: Reading, calendar: Plan) -> str:
    lines = [
        f"# As {reading.notes.file} gives it, or as the notes say that it is assumed.",
        _line("starts", calendar.starts),
        _line("ends", calendar.ends),
        _line("bank_holidays", calendar.bank_holidays),
    ]
    for term in calendar.terms:
        lines += _stretch("terms", term)
    for closed in calendar.closed:
        lines += [*_stretch("closures", closed), _line("kind", closed.kind)]
    for number, slots in calendar.slots.items():
        for at, hours in slots:
            lines += ["", "[[delivery]]", _line("day", list(Weekday)[number].value)]
            lines += [_line("starts", at)] if isinstance(at, time) else []
            lines += [_line("hours", float(hours))]
    return "\n".join(lines) + "\n"


def _stretch(array: str, held: TermDraft | Closed) -> list[str]:
    return [
        "",
        f"[[{array}]]",
        _line("title", _clean(held.title)),
        _line("starts", held.starts),
        _line("ends", held.ends),
    ]


def _module(reading: Reading, module: ModuleDraft, framework: str) -> str:
    hours = sum(s.hours or 0 for s in module.sessions)
    lines = [
        *_comment(f"From {reading.notes.file}:{module.place}"),
        _line("key", module.key),
        _line("title", _clean(module.title) or _to_write("the title of the module")),
        _line("summary", _to_write("why this module, and why at this time")),
        _line("lead", "L1"),
        _line("hours", round(hours, 2)),
        "",
        "[intends]",
        *_list(_key(framework), _intended(module)),
    ]
    outcomes = module.outcomes or {
        "LO1": _to_write(
            "what learners can do at the end, with a verb that can be seen"
        )
    }
    for key, text in outcomes.items():
        lines += ["", "[[outcomes]]", _line("key", key), _line("text", _clean(text))]
    for session in module.sessions:
        lines += ["", *_session(reading.notes.file, session, framework)]
    return "\n".join(lines) + "\n"


def _intended(module: ModuleDraft) -> list[str]:
    marked = [k for k, m in module.marks.items() if m.teaches]
    taught = [k for s in module.sessions for k, m in s.marks.items() if m.teaches]
    return list(dict.fromkeys(marked or taught))


def _session(file: str, session: SessionDraft, framework: str) -> list[str]:
    source = f"From {file}:{session.place}"
    lines = ["[[sessions]]", *_comment(source + _dated(session))]
    for heading, text in session.aside:
        lines += _comment(f"{heading}: {text}")
    lines += [
        _line("key", session.key),
        _line("topic", _clean(session.topic) or _to_write("the topic")),
        _line("kind", session.kind.value),
        _line("hours", float(session.hours or 0)),
    ]
    if not session.off_the_job:
        lines.append(_line("off_the_job", value=False))
    if session.serves:
        lines.append(_line("outcomes", list(dict.fromkeys(session.serves))))
    lines += _texts(session)
    embedded = [t for t in THEMES if session.texts.get(t)]
    if embedded:
        lines += ["", "[sessions.embedding]"]
        lines += [_line(t, "\n".join(session.texts[t])) for t in embedded]
    marks = {k: m.depth for k, m in session.marks.items() if m.depth}
    if marks:
        lines += ["", f"[sessions.teaches.{_key(framework)}]"]
        lines += [f'{item} = "{depth.value}"' for item, depth in marks.items()]
    return lines


def _dated(session: SessionDraft) -> str:
    if session.starts is None:
        return f"; week {session.when.week}" if session.when.week else ""
    week = "week of " if session.when.monday or not session.week_known else ""
    return f"; {week}{session.starts}"


def _texts(session: SessionDraft) -> Iterator[str]:
    asked = _ASKED if session.kind in _TAUGHT else {}
    for name in (*_LISTS[:1], "tutor", "learners", "resources", *_TEXTS[2:]):
        held = [_clean(t) for t in session.texts.get(name, []) if _clean(t)]
        if not held and name in asked:
            held = [_to_write(asked[name])]
        if held and name in _LISTS:
            yield from _list(name, held)
        elif held:
            yield _line(name, "\n".join(held))


def _assessments(reading: Reading, framework: str) -> str:
    drafts = list(reading.assessments.values())
    if not drafts:
        return (
            f"# {PLACEHOLDER} the assessments; {reading.notes.file} names none.\n"
            "assessments = []\n"
        )
    blocks = ["\n".join(_assessment(reading, d, framework)) for d in drafts]
    return "\n\n".join(blocks) + "\n"


def _assessment(
    reading: Reading, draft: AssessmentDraft, framework: str
) -> Iterator[str]:
    yield "[[assessments]]"
    yield from _comment(f"From {reading.notes.file}:{draft.place}")
    yield _line("key", draft.key)
    yield _line("title", _clean(draft.title) or _to_write("the title"))
    yield _line(
        "method",
        _clean(draft.texts.get("method", "")) or _to_write("how learners show it"),
    )
    yield _line("purpose", (draft.purpose or Purpose.SUMMATIVE).value)
    stated = {
        "module": draft.module,
        "outcomes": draft.outcomes,
        "weight": draft.weight,
        "hours": hours_of(draft.texts.get("hours", "")),
    }
    yield from (_line(n, v) for n, v in stated.items() if v not in ("", [], None))
    yield _line("brief", _to_write("what learners are given to do"))
    yield _line("evidence", _to_write("what is collected"))
    for name in _DATES:
        day = draft.days.get(name)
        if isinstance(day, date):
            yield _line(name, day)
    for role in ("assessor", "verifier"):
        if draft.texts.get(role):
            yield _line(role, _clean(draft.texts[role]))
    if draft.items:
        yield ""
        yield f"[assessments.assesses.{_key(framework)}]"
        for item in dict.fromkeys(draft.items):
            yield _line(item, "assessed")
