"""Programmes written in the language of the domain, for tests.

One fact a line, in any order; a record is made when it is first named.

    ksbs K1 S1 B1                        a standard, ST0000 v1.0, whose every item
    duty D1 K1 S1                          must be taught and assessed
    option Lamps D2                      of which the duties D2 … are no core duties
    K1 means how to name a variable
    framework AU0001 unit TK1 TS1        one more framework, under a policy
    skills agile git                     an advisory one, named DT
    minimum 326 hours                    of the standard; from 2025-08-01 to …
    status Retired                       valid from 2024-09-01 to 2026-08-31
    module M1                            a second module M1, if there is one already
    M1 titled Programming                M1 optional
    M1 lasts 30 hours                    M1 starts week 4        M1 needs M2
    M1 intends K1 S1                     M1 outcome LO1 Write a loop
    M1 teaches K1 S1 introduced          the module's next session: M1.01
    M1.02 teaches S1 developed           M1.02 lasts 2 hours     M1.02 is review
    M1.02 serves LO1                     M1.02 objective Trace a loop
    M1.02 check Exit ticket              any field of text
    M1.02 embeds maths Rounding          M1.02 off the record (not off-the-job)
    A1 assesses K1 S1 on 2026-10-06      handed in that day
    A1 out 2026-09-22                    in, feedback, verify_brief, verify_sample
    A1 of M1 formative                   A1 weighs 40            A1 tests M1.LO1
    from 2026-09-07 to 2027-07-09        on Tuesday at 09:30 for 3 hours
    term Autumn 2026-09-07 to 2026-10-23
    closed 2026-11-17 Staff day          holiday … ; staff … ; with "to" for a stretch
    block 2026-09-07 to 2026-09-11 Induction week       exams … ; workplace …
    placement 2027-01-04 to 2027-02-12 for 7 hours on Monday Tuesday
    group Thursday on Thursday at 09:30 for 6 hours     group Late from 2027-01-11
    group Late moves                     its dates of assessments move with it
    bank holidays GB-ENG                 bank holiday 2026-09-21 Coronation
    no bank holiday 2027-05-03
    gateway 2027-07-05                   method portfolio Discussion of a portfolio
    person JM Jo Marsh
    programme kind apprenticeship        any field of the header
    setting COV103 minimum_sessions 3
    waive COV101 K1 Taught by the employer
    choose 2 of O1 O2 O3                 optional modules; or: O1 optional
    plan AO1 K1 S1 mandatory K1          an assessment outcome of the standard
    verified 2027-06-01 employer B1 B2   A1 version of Paper

A mark is KEY, FRAMEWORK:KEY, or KEY@STAMP.  Without a calendar the programme runs
from 2026-09-07 to 2027-07-09, every Monday for 6 hours, without bank holidays;
a session lasts 3 hours unless it says otherwise.
"""

from datetime import date, time
from textwrap import dedent
from typing import Any

from curriculum.facts import Facts, gather
from curriculum.model import (
    Asked,
    Calendar,
    Depth,
    DocumentSettings,
    Framework,
    FrameworkKind,
    Item,
    Ksb,
    Policy,
    Programme,
)
from curriculum.sources import all_policies

STANDARD, SKILLS = "ST0000", "DT"
STARTS, ENDS = date(2026, 9, 7), date(2027, 7, 9)

Fields = dict[str, Any]


def facts(text: str) -> Facts:
    """A programme in the notation, laid out and counted."""
    return gather(programme(text))


def programme(text: str) -> Programme:
    """A programme in the notation; places are ``notation:LINE``."""
    notation = _Notation()
    for number, line in enumerate(dedent(text).strip("\n").splitlines(), start=1):
        if line.strip():
            notation.read(number, line.split())
    return notation.programme()


def policy(name: str) -> Policy:
    """What a framework asks under a policy, for tests."""
    if name == "college":  # one that asks for teaching only
        asks = (Asked(kinds=("*",), taught=1),)
        return Policy(
            name=name, title=name, asks=asks, authority="notation", dated=STARTS
        )
    return all_policies()[name].model_copy(update={"title": name})


class _Notation:
    def __init__(self) -> None:
        self.number = 1
        self.header: Fields = {"code": "TEST-1", "title": "Test programme"}
        self.frameworks: list[Fields] = []
        self.meanings: dict[str, str] = {}
        self.modules: list[Fields] = []
        self.sessions: Fields = {}
        self.assessments: list[Fields] = []
        self.people: list[Fields] = []
        self.waivers: list[Fields] = []
        self.choices: list[Fields] = []
        self.verifications: list[Fields] = []
        self.settings: dict[str, list[tuple[str, Any]]] = {}
        self.end_point: Fields = {}
        self.calendar: Fields = {
            "starts": STARTS,
            "ends": ENDS,
            "bank_holidays": "",
            "terms": [],
            "closures": [],
            "bank_holiday_overrides": [],
            "delivery": [],
            "blocks": [],
            "workplace": [],
            "exams": [],
            "groups": [],
            "source": {"file": "notation"},
        }

    def read(self, number: int, words: list[str]) -> None:
        self.number = number
        first, *rest = words
        word = getattr(self, f"say_{first}", None)
        if word is not None:
            word(*rest)
        elif len(words) > 1 and rest[0] == "means":
            self.meanings[first] = " ".join(rest[1:])
        else:
            self.about(first, rest)

    def about(self, subject: str, rest: list[str]) -> None:
        """A sentence whose subject is a module, session or assessment."""
        verb, *words = rest
        if subject.startswith("A"):
            kind, record = "assessment", self.assessment(subject)
        elif "." in subject:
            kind, record = "session", self.session(subject)
        else:
            kind, record = "module", self.module(subject)
        say = getattr(self, f"{kind}_{verb}", None)
        if say is not None:
            say(record, *words)
        else:
            set_field(record, verb, " ".join(words))

    # records, made when first named

    def place(self) -> Fields:
        return {"file": "notation", "place": str(self.number)}

    def record(self, **fields: object) -> Fields:
        return {**fields, "source": self.place()}

    def standard(self) -> Fields:
        for framework in self.frameworks:
            if framework["policy"] != "advisory":
                return framework
        return self.framework(STANDARD, "epa")

    def framework(self, id_: str, policy_name: str) -> Fields:
        for framework in self.frameworks:
            if framework["id"] == id_:
                return framework
        lists: Fields = {n: [] for n in ("items", "duties", "assessment_outcomes")}
        made = self.record(id=id_, policy=policy_name, **lists)
        self.frameworks.append(made)
        return made

    def module(self, key: str) -> Fields:
        for module in reversed(self.modules):
            if module["key"] == key:
                return module
        return self.new_module(key)

    def new_module(self, key: str) -> Fields:
        lists: Fields = {name: [] for name in ("intends", "outcomes", "sessions")}
        module = self.record(key=key, title=f"Title of {key}", **lists)
        self.modules.append(module)
        return module

    def session(self, key: str) -> Fields:
        found = self.sessions.get(key)
        return found or self.new_session(self.module(key.partition(".")[0]), key)

    def new_session(self, module: Fields, key: str) -> Fields:
        lists: Fields = {
            name: [] for name in ("teaches", "outcomes", "objectives", "embedding")
        }
        session = self.record(key=key, topic=f"Topic of {key}", hours=3, **lists)
        module["sessions"].append(session)
        self.sessions[key] = session
        return session

    def assessment(self, key: str) -> Fields:
        for assessment in reversed(self.assessments):
            if assessment["key"] == key:
                return assessment
        return self.new_assessment(key)

    def new_assessment(self, key: str) -> Fields:
        made = self.record(
            key=key, title=f"Title of {key}", purpose="summative", assesses=[]
        )
        self.assessments.append(made)
        return made

    def mark(self, word: str, **fields: object) -> Fields:
        """A mark: the framework is found when all are known."""
        framework, _, rest = word.rpartition(":")
        item, _, stamp = rest.partition("@")
        return self.record(
            framework=framework, item=item, stamp=stamp or None, **fields
        )

    # sentences about the programme

    def say_ksbs(self, *keys: str) -> None:
        self.add_items(self.standard(), keys)

    def say_skills(self, *keys: str) -> None:
        self.add_items(self.framework(SKILLS, "advisory"), keys)

    def say_framework(self, id_: str, policy_name: str, *keys: str) -> None:
        self.add_items(self.framework(id_, policy_name), keys)

    def add_items(self, framework: Fields, keys: tuple[str, ...]) -> None:
        framework["items"] += [self.record(key=key) for key in keys]

    def say_duty(self, key: str, *ksbs: str) -> None:
        duty = self.record(key=key, text=f"Text of {key}", ksbs=ksbs)
        self.standard()["duties"].append(duty)

    def say_option(self, title: str, *duties: str) -> None:
        standard = self.standard()
        standard["options"] = [*standard.get("options", ()), title]
        for duty in standard["duties"]:
            if duty["key"] in duties:
                duty["options"] = (*duty.get("options", ()), title)

    def say_minimum(self, hours: str, _hours: str, *dates: str) -> None:
        said = dict(zip(dates[::2], dates[1::2], strict=True))
        self.standard()["minimum_hours"] = {
            "figure": float(hours),
            "starts": said.get("from"),
            "ends": said.get("to"),
            "authority": "a planner",
            "remark": "not confirmed",
        }

    def say_status(self, *words: str) -> None:
        self.standard()["status"] = " ".join(words)

    def say_valid(self, _from: str, earliest: str, _to: str, latest: str) -> None:
        self.standard().update(earliest_start=earliest, latest_start=latest)

    def say_module(self, key: str) -> None:
        self.new_module(key)

    def say_session(self, key: str) -> None:
        self.new_session(self.module(key.partition(".")[0]), key)

    def say_assessment(self, key: str) -> None:
        self.new_assessment(key)

    def say_from(self, starts: str, _to: str, ends: str) -> None:
        self.calendar |= self.record(starts=starts, ends=ends)

    def say_on(self, day: str, *words: str) -> None:
        self.calendar["delivery"].append(self.slot(day, *words))

    def slot(self, day: str, *words: str) -> Fields:
        said = dict(zip(words[::2], words[1::2], strict=False))
        starts = time.fromisoformat(said["at"]) if "at" in said else None
        return self.record(day=day, starts=starts, hours=float(said["for"]))

    def say_term(self, *words: str) -> None:
        starts, ends = words[-3], words[-1]
        title = " ".join(words[:-3])
        term = self.record(title=title, starts=starts, ends=ends)
        self.calendar["terms"].append(term)

    def say_closed(self, *words: str) -> None:
        self.close("closure", words)

    def say_holiday(self, *words: str) -> None:
        self.close("holiday", words)

    def say_staff(self, *words: str) -> None:
        self.close("staff development", words)

    def close(self, kind: str, words: tuple[str, ...]) -> None:
        starts, *rest = words
        ends = rest[1] if rest[:1] == ["to"] else starts
        title = " ".join(rest[2:] if rest[:1] == ["to"] else rest) or kind
        closure = self.record(title=title, starts=starts, ends=ends, kind=kind)
        self.calendar["closures"].append(closure)

    def say_block(self, *words: str) -> None:
        self.stretch("blocks", words)

    def say_exams(self, *words: str) -> None:
        self.stretch("exams", words)

    def say_workplace(self, *words: str) -> None:
        self.stretch("workplace", words)

    def say_placement(self, *words: str) -> None:
        stretch = self.stretch("workplace", words[:3])
        stretch |= {"placement": True, "hours": float(words[4]), "days": words[7:]}

    def stretch(self, name: str, words: tuple[str, ...]) -> Fields:
        starts, _to, ends, *title = words
        made = self.record(
            title=" ".join(title) or name.capitalize(), starts=starts, ends=ends
        )
        self.calendar[name].append(made)
        return made

    def say_group(self, title: str, verb: str, *words: str) -> None:
        groups = self.calendar["groups"]
        if not groups or groups[-1]["title"] != title:
            groups.append(self.record(title=title, delivery=[]))
        if verb == "on":
            groups[-1]["delivery"].append(self.slot(*words))
        elif verb == "moves":
            groups[-1]["moves_assessments"] = True
        else:
            groups[-1] |= dict(zip(("starts", "ends"), words[::2], strict=False))

    def say_bank(self, word: str, *words: str) -> None:
        if word == "holidays":
            self.calendar["bank_holidays"] = words[0]
        else:
            self.override(words[0], " ".join(words[1:]), holiday=True)

    def say_no(self, _bank: str, _holiday: str, day: str) -> None:
        self.override(day, "", holiday=False)

    def override(self, day: str, title: str, *, holiday: bool) -> None:
        made = self.record(date=day, title=title, holiday=holiday)
        self.calendar["bank_holiday_overrides"].append(made)

    def say_gateway(self, day: str) -> None:
        self.end_point |= self.record(gateway=day)

    def say_method(self, key: str, *title: str) -> None:
        method = self.record(key=key, title=" ".join(title) or key)
        self.end_point.setdefault("methods", []).append(method)
        self.end_point.setdefault("source", self.place())

    def say_person(self, key: str, *name: str) -> None:
        self.people.append(self.record(key=key, name=" ".join(name)))

    def say_programme(self, name: str, *words: str) -> None:
        set_field(self.header, name, " ".join(words))

    def say_setting(self, code: str, name: str, *words: str) -> None:
        said = " ".join(words)
        value: float | str = said
        if said.replace(".", "").isdecimal():
            value = float(said) if "." in said else int(said)
        self.settings.setdefault(code, []).append((name, value))

    def say_waive(self, code: str, subject: str, *reason: str) -> None:
        waiver = self.record(code=code, subject=subject, reason=" ".join(reason))
        self.waivers.append(waiver)

    def say_choose(self, number: str, _of: str, *modules: str) -> None:
        title = f"Choice {len(self.choices) + 1}"
        choice = self.record(title=title, modules=modules, choose=int(number))
        self.choices.append(choice)

    def say_plan(self, key: str, *words: str) -> None:
        at = words.index("mandatory") if "mandatory" in words else len(words)
        outcome = self.record(key=key, items=words[:at], mandatory=words[at + 1 :])
        self.standard()["assessment_outcomes"].append(outcome)

    def say_verified(self, day: str, by: str, *items: str) -> None:
        self.verifications.append(self.record(date=day, by=by, items=items))

    # sentences about a module

    def module_teaches(self, module: Fields, *words: str) -> None:
        key = f"{module['key']}.{len(module['sessions']) + 1:02}"
        self.session_teaches(self.new_session(module, key), *words)

    def module_titled(self, module: Fields, *words: str) -> None:
        module["title"] = " ".join(words)

    def module_optional(self, module: Fields) -> None:
        module["optional"] = True

    def module_lasts(self, module: Fields, hours: str, _hours: str) -> None:
        module["hours"] = float(hours)

    def module_starts(self, module: Fields, _week: str, number: str) -> None:
        module["start_week"] = int(number)

    def module_needs(self, module: Fields, *keys: str) -> None:
        module["prerequisites"] = keys

    def module_intends(self, module: Fields, *words: str) -> None:
        for word in words:
            claim = self.mark(word)
            del claim["stamp"]
            module["intends"].append(claim)

    def module_outcome(self, module: Fields, key: str, *words: str) -> None:
        text = " ".join(words) or f"Text of {key}"
        module["outcomes"].append(self.record(key=key, text=text))

    # sentences about a session

    def session_teaches(self, session: Fields, *words: str) -> None:
        depth = "taught"
        if words and words[-1] in list(Depth):
            *words_left, depth = words
            words = tuple(words_left)
        session["teaches"] += [self.mark(word, depth=depth) for word in words]

    def session_lasts(self, session: Fields, hours: str, _hours: str) -> None:
        session["hours"] = float(hours)

    def session_is(self, session: Fields, kind: str) -> None:
        session["kind"] = kind

    def session_serves(self, session: Fields, *keys: str) -> None:
        session["outcomes"] += keys

    def session_objective(self, session: Fields, *words: str) -> None:
        session["objectives"].append(" ".join(words))

    def session_resources(self, session: Fields, *words: str) -> None:
        session.setdefault("resources", []).append(" ".join(words))

    def session_embeds(self, session: Fields, theme: str, *words: str) -> None:
        embedding = self.record(theme=theme, text=" ".join(words))
        session["embedding"].append(embedding)

    def session_off(self, session: Fields, *_the_record: str) -> None:
        session["off_the_job"] = False

    # sentences about an assessment

    def assessment_assesses(self, assessment: Fields, *words: str) -> None:
        keys = list(words)
        if "on" in keys:
            *keys, _, assessment["hand_in"] = keys
        assessment["assesses"] += [self.mark(key) for key in keys]

    def assessment_titled(self, assessment: Fields, *words: str) -> None:
        assessment["title"] = " ".join(words)

    def assessment_out(self, assessment: Fields, day: str) -> None:
        assessment["hand_out"] = day

    def assessment_in(self, assessment: Fields, day: str) -> None:
        assessment["hand_in"] = day

    def assessment_of(self, assessment: Fields, module: str, *purpose: str) -> None:
        assessment["module"] = module
        if purpose:
            assessment["purpose"] = purpose[0]

    def assessment_version(self, assessment: Fields, _of: str, *title: str) -> None:
        assessment["version_of"] = " ".join(title)

    def assessment_weighs(self, assessment: Fields, percent: str) -> None:
        assessment["weight"] = float(percent)

    def assessment_lasts(self, assessment: Fields, hours: str, _hours: str) -> None:
        assessment["hours"] = float(hours)

    def assessment_tests(self, assessment: Fields, *outcomes: str) -> None:
        assessment["outcomes"] = outcomes

    # the whole

    def programme(self) -> Programme:
        frameworks = [self.made(framework) for framework in self.frameworks]
        for record in (*self.modules, *self.assessments):
            self.settle(record, frameworks)
        if not self.calendar["delivery"]:
            self.say_on("Monday", "for", "6", "hours")
        return Programme.model_validate(
            {
                **self.header,
                "frameworks": frameworks,
                "modules": self.modules,
                "assessments": self.assessments,
                "calendar": Calendar.model_validate(self.calendar),
                "people": self.people,
                "end_point": self.end_point or None,
                "waivers": self.waivers,
                "choices": self.choices,
                "verifications": self.verifications,
                "settings": [(c, tuple(s)) for c, s in self.settings.items()],
                "documents": DocumentSettings(),
                "source": {"file": "notation"},
            }
        )

    def made(self, fields: Fields) -> Framework:
        advisory = fields["policy"] == "advisory"
        items = [
            (Item if advisory else Ksb).model_validate(
                {
                    **item,
                    "text": self.meanings.get(item["key"], f"Text of {item['key']}"),
                }
            )
            for item in fields["items"]
        ]
        kind = FrameworkKind.SKILLS_PROFILE if advisory else FrameworkKind.STANDARD
        return Framework.model_validate(
            {
                **fields,
                "kind": kind,
                "title": f"Title of {fields['id']}",
                "version": "1.0",
                "policy": policy(fields["policy"]),
                "items": items,
            }
        )

    def settle(self, record: Fields, frameworks: list[Framework]) -> None:
        """Give each mark the framework that has its item, or else the first."""
        marks = record.get("assesses", []) + record.get("intends", [])
        for session in record.get("sessions", []):
            marks += session["teaches"]
        for mark in marks:
            having = [f.id for f in frameworks if f.item(mark["item"])]
            first = [f.id for f in frameworks] or [STANDARD]
            mark["framework"] = mark["framework"] or (having or first)[0]


def set_field(record: Fields, name: str, text: str) -> None:
    """Any other field, as text; pydantic refuses one that does not exist."""
    record[name] = text
