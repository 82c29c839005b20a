"""Names inside a programme that must lead somewhere: people, and settings of rules."""

from math import inf
from typing import Any

from curriculum.assembly.shelf import Shelf
from curriculum.checks import Rule, all_rules
from curriculum.readers.programme import Draft
from curriculum.readers.programme.records import did_you_mean

Settings = tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]


def check_people(draft: Draft, shelf: Shelf) -> None:
    """A finding for each short key of a person that nobody has."""
    known = {person.key for person in draft.people}
    named = [(m, "lead", m.lead) for m in draft.modules]
    for assessment in draft.assessments:
        for role in ("assessor", "verifier"):
            named.append((assessment, role, getattr(assessment, role)))  # type: ignore[arg-type]  # noqa: PERF401 (two kinds of records)
    for record, role, person in named:
        # A full name is no key; "JM" is.
        if known and person and " " not in person and person not in known:
            people = ", ".join(sorted(known))
            message = f"{record.key} names the {role} {person}; the people are {people}"
            shelf.found("ASM208", record.key, message, record.source)


def checked_settings(draft: Draft, shelf: Shelf) -> Settings:
    """The settings that rules can use; the others are findings."""
    rules = {rule.code: rule for rule in all_rules()}
    usable: dict[str, dict[str, object]] = {}
    for code, values in draft.settings.items():
        at = draft.settings_at[code]
        if code not in rules:
            message = f"there is no rule {code}{did_you_mean(code, rules)}"
            shelf.found("ASM210", code, message, at)
            continue
        for name, value in values.items():
            fault = _fault(rules[code], name, value)
            if fault:
                shelf.found("ASM210", code, fault, at)
            else:
                usable.setdefault(code, {})[name] = value
    return tuple((code, tuple(values.items())) for code, values in usable.items())


def _fault(rule: Rule, name: str, value: object) -> str:
    """Why a rule cannot use a setting, or nothing."""
    if name not in rule.settings:
        names = ", ".join(rule.settings) or "none"
        return f"{rule.code} has no setting {name}; its settings are {names}"
    default = rule.settings[name]
    number = isinstance(default, int | float) and not isinstance(default, bool)
    sort = (int, float) if number else type(default)
    if not isinstance(value, sort) or (number and isinstance(value, bool)):
        return f"{rule.code} {name} is {value}, which is not of the kind of {default}"
    if number and not 0 <= value < inf:
        return f"{rule.code} {name} is {value}, which is no number from 0 upwards"
    return ""
