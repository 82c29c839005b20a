"""Two versions of a standard with known truth, made by random edits.

``made(standard, random)`` gives the edited standard and the truth: which old
statement became which new ones, and by which kind of edit.  The new version has no
GUIDs, and its codes follow the order of its lists, as the publisher's do.
"""

import html
import json
import random as randomness
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from curriculum.model import Duty, Ksb, SourceRef, Standard
from curriculum.versions import Match, compare, edition_of

PUBLISHED = Path(__file__).parents[2] / "shared" / "data" / "skills_england_api"
KINDS = (
    "typo",
    "re-wording",
    "insertion",
    "split",
    "merger",
    "swap",
    "removal",
    "moved",
)
_LISTS = (
    ("K", "knowledges", "knowledgeId", "mappedKnowledge"),
    ("S", "skills", "skillId", "mappedSkills"),
    ("B", "behaviours", "behaviourId", "mappedBehaviour"),
)
_SYNONYMS = {
    "use": "apply",
    "apply": "use",
    "and": "as well as",
    "for example": "such as",
    "including": "among them",
    "the": "their",
    "how to": "ways to",
    "with": "alongside",
    "identify": "recognise",
    "requirements": "needs",
    "techniques": "methods",
    "methods": "techniques",
    "principles": "basic principles",
    "appropriate": "suitable",
    "work": "operate",
    "understand": "know",
    "impact": "effect",
    "importance": "value",
    "ensure": "make sure",
    "relevant": "pertinent",
    "different": "various",
    "range": "variety",
    "process": "procedure",
    "processes": "procedures",
    "legislation": "law",
}
_CLAUSES = (
    "in line with company policy",
    "under supervision",
    "within agreed limits of responsibility",
    "where this is required",
    "to the agreed standard",
)
_NEW = (
    "How lantern fish migrate by night through cold water",
    "Calibrate a theodolite before surveying rough moorland",
    "Baroque counterpoint and its notation in early printed scores",
    "Graft heritage apple varieties onto dwarfing rootstock",
    "The chemistry of tin glazes fired in a reducing kiln",
    "Treats every visitor to the lighthouse with warmth",
)


@dataclass
class Text:
    """A statement on its way: ``was`` are the places of the old ones it is of."""

    kind: str
    text: str
    was: tuple[int, ...]
    edit: str = "none"


@dataclass
class Pair:
    """An old standard, a new one, and which old place became which new ones."""

    old: Standard
    new: Standard
    truth: dict[int, set[int]]
    edit: dict[int, str] = field(default_factory=dict)
    """What was done to each old statement."""
    inserted: set[int] = field(default_factory=set)


def dice(seed: int) -> randomness.Random:
    """Chances that fall the same way each time."""
    return randomness.Random(seed)  # noqa: S311 (nothing secret hangs on it)


def plain(text: str) -> str:
    """A text of the interface without entities and tags."""
    text = html.unescape(html.unescape(text))
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def published() -> list[Standard]:
    """The real standards; none where they do not lie beside the checkout."""
    return [_standard(path) for path in sorted(PUBLISHED.glob("*.json"))]


def _standard(path: Path) -> Standard:
    data = json.loads(path.read_text("utf-8"))
    ksbs: list[Ksb] = []
    by_guid = {}
    for letter, name, id_, _ in _LISTS:
        for number, entry in enumerate(data.get(name) or [], start=1):
            key = f"{letter}{number}"
            by_guid[entry[id_]] = key
            ksbs.append(_ksb(key, plain(entry["detail"]) or "(none)", entry[id_]))
    duties = []
    for number, entry in enumerate(data.get("duties") or [], start=1):
        ids = [i for *_, mapped in _LISTS for i in entry.get(mapped) or []]
        duties.append(
            Duty(
                key=f"D{number}",
                text=plain(entry["dutyDetail"]) or ".",
                ksbs=tuple(by_guid[i] for i in ids if i in by_guid),
                guid=entry["dutyID"],
                source=SourceRef(file=path.name),
            )
        )
    return Standard(
        reference=data["referenceNumber"] or path.stem,
        title=data["title"].strip(),
        level=data["level"],
        ksbs=tuple(ksbs),
        duties=tuple(duties),
        source=SourceRef(file=path.name),
    )


def _ksb(key: str, text: str, guid: str = "") -> Ksb:
    return Ksb(key=key, text=text, guid=guid, source=SourceRef(file="made"))


def standard(*texts: str, reference: str = "ST0000", version: str = "1.0") -> Standard:
    """A small standard: "K how to loop" is a statement, "D1 K1 S1: …" a duty."""
    ksbs, duties, counts = [], [], dict[str, int]()
    for text in texts:
        head, _, rest = text.partition(" ")
        if head.startswith("D"):
            names, _, wording = rest.partition(": ")
            duties.append(
                Duty(
                    key=head,
                    text=wording,
                    ksbs=tuple(names.split()),
                    source=SourceRef(file="made"),
                )
            )
        else:
            counts[head] = counts.get(head, 0) + 1
            ksbs.append(_ksb(f"{head}{counts[head]}", rest))
    return Standard(
        reference=reference,
        title="Made standard",
        version=version,
        ksbs=tuple(ksbs),
        duties=tuple(duties),
        source=SourceRef(file="made"),
    )


def made(
    old: Standard,
    random: randomness.Random,
    kinds: Iterable[str] = KINDS,
    edits: int = 8,
) -> Pair:
    """A new version of a standard, by a number of edits of the kinds given."""
    texts = [Text(k.kind.value, k.text, (place,)) for place, k in enumerate(old.ksbs)]
    for _ in range(edits):
        _edit(texts, random.choice(tuple(kinds)), random)
    texts.sort(key=lambda one: "KSB".index(one.kind))
    new = standard(*(f"{one.kind} {one.text}" for one in texts))
    truth: dict[int, set[int]] = {place: set() for place in range(len(old.ksbs))}
    edit = dict.fromkeys(range(len(old.ksbs)), "removal")
    for place, one in enumerate(texts):
        for was in one.was:
            truth[was].add(place)
            edit[was] = one.edit
    inserted = {place for place, one in enumerate(texts) if not one.was}
    bare = old.model_copy(
        update={"ksbs": tuple(k.model_copy(update={"guid": ""}) for k in old.ksbs)}
    )
    return Pair(bare, new, truth, edit, inserted)


def _edit(texts: list[Text], kind: str, random: randomness.Random) -> None:
    untouched = [one for one in texts if one.edit == "none"]
    if not untouched:
        return
    one = random.choice(untouched)
    if kind in {"typo", "re-wording", "moved"}:
        _EDITS[kind](one, random)
    elif kind == "insertion":
        text = f"{random.choice(_NEW)} {random.randrange(100, 999)}"
        place = random.randrange(len(texts))
        texts.insert(place, Text(texts[place].kind, text, (), "insertion"))
    elif kind == "removal":
        texts.remove(one)
    elif kind == "swap":
        _swap(texts, one, random)
    elif kind == "split":
        _split(texts, one, random)
    elif kind == "merger":
        _merge(texts, one, random)


def _typo(one: Text, random: randomness.Random) -> None:
    long = list(re.finditer(r"[A-Za-z]{5,}", one.text))
    if not long:
        return
    word = random.choice(long)
    at = random.randrange(word.start() + 1, word.end() - 1)
    how = random.randrange(3)
    if how == 0:
        one.text = one.text[:at] + one.text[at + 1 :]
    elif how == 1:
        one.text = one.text[:at] + one.text[at] + one.text[at:]
    else:
        one.text = one.text[:at] + one.text[at + 1] + one.text[at] + one.text[at + 2 :]
    one.edit = "typo"


def _reword(one: Text, random: randomness.Random) -> None:
    """Words for others of their sense, a clause more, or a part less."""
    before = one.text
    for word, other in random.sample(sorted(_SYNONYMS.items()), len(_SYNONYMS)):
        if random.random() < 0.7:
            one.text = re.sub(rf"\b{word}\b", other, one.text, count=1)
    if random.random() < 0.4 or one.text == before:
        one.text = f"{one.text.rstrip('.')} {random.choice(_CLAUSES)}"
    elif len(parts := one.text.split(",")) > 2 and random.random() < 0.6:
        parts.pop(random.randrange(1, len(parts)))
        one.text = ",".join(parts)
    one.edit = "re-wording"


def _move(one: Text, random: randomness.Random) -> None:
    one.kind = random.choice([kind for kind in "KSB" if kind != one.kind])
    one.edit = "moved"


_EDITS = {"typo": _typo, "re-wording": _reword, "moved": _move}


def _swap(texts: list[Text], one: Text, random: randomness.Random) -> None:
    others = [t for t in texts if t.kind == one.kind and t.text != one.text]
    if others:
        other = random.choice(others)
        a, b = _place(texts, one), _place(texts, other)
        texts[a], texts[b] = texts[b], texts[a]
        one.edit = "swap"
        if other.edit == "none":
            other.edit = "swap"


def _split(texts: list[Text], one: Text, random: randomness.Random) -> None:
    """In two at a comma or an "and" in its middle; each half has five words or more."""
    words = one.text.split()
    stem = random.choice((0, 0, 2))
    cuts = [
        n + (words[n] == "and")
        for n in range(5, len(words) - 5)
        if words[n] == "and" or words[n - 1].endswith((",", ";"))
    ]
    if not cuts:
        return
    cut = random.choice(cuts)
    first = " ".join(words[:cut]).removesuffix(" and").rstrip(",;")
    second = " ".join([*words[:stem], *words[cut:]])
    place = _place(texts, one)
    texts[place : place + 1] = [
        Text(one.kind, first, one.was, "split"),
        Text(one.kind, second, one.was, "split"),
    ]


def _merge(texts: list[Text], one: Text, random: randomness.Random) -> None:
    """With its neighbour of the same kind."""
    place = _place(texts, one)
    if place + 1 >= len(texts):
        return
    other = texts[place + 1]
    short = min(len(one.text.split()), len(other.text.split())) < 4
    if other.kind != one.kind or other.edit != "none" or short:
        return
    joined = random.choice((" and ", "; ", ", and "))
    text = one.text.rstrip(".") + joined + other.text
    texts[place : place + 2] = [Text(one.kind, text, one.was + other.was, "merger")]


def _place(texts: list[Text], one: Text) -> int:
    return next(n for n, text in enumerate(texts) if text is one)


@dataclass
class Tally:
    """How often a kind of edit was recovered."""

    done: int = 0
    found: int = 0
    """Statements of which all that they became is named, and nothing else."""
    claimed: int = 0
    right: int = 0
    """Of those claimed, the ones of which all that is named is true."""
    certain: int = 0
    """Of those claimed, the ones claimed as certain."""


Tallies = dict[str, Tally]


def judged(pairs: Iterable[Pair]) -> tuple[Tallies, list[str]]:
    """How each kind of edit fared, and every certain match that is wrong.

    A statement of which nothing is named is a claim that it was removed; a new one
    that nothing is said to have become, a claim that it was inserted.
    """
    tallies: Tallies = {kind: Tally() for kind in ("none", *KINDS)}
    wrong: list[str] = []
    for pair in pairs:
        difference = compare(edition_of(pair.old), edition_of(pair.new))
        new = {s.key: n for n, s in enumerate(difference.new.items)}
        old = {s.key: n for n, s in enumerate(difference.old.items)}
        for match in difference.items:
            claimed = {new[s.key] for s in match.new}
            if not match.old:
                _count(tallies["insertion"], claimed <= pair.inserted, certain=True)
            for statement in match.old:
                place = old[statement.key]
                true, edit = pair.truth[place], pair.edit[place]
                tallies[edit].done += 1
                tallies[edit].found += claimed == true
                right = claimed <= true if claimed else not true
                said = edit if claimed else "removal"
                _count(tallies[said], right, certain=match.certain)
                if claimed and match.certain and not right:
                    wrong.append(f"{pair.old.reference} {edit}: {_told(match)}")
        tallies["insertion"].done += len(pair.inserted)
        tallies["insertion"].found += sum(
            not m.old and new[m.new[0].key] in pair.inserted for m in difference.items
        )
    return tallies, wrong


def _count(tally: Tally, right: bool, *, certain: bool) -> None:  # noqa: FBT001 (a fact)
    tally.claimed += 1
    tally.right += right
    tally.certain += certain


def _told(match: Match) -> str:
    old, new = [s.wording for s in match.old], [s.wording for s in match.new]
    return f"{match.why}: {old} -> {new}"


def table(tallies: Tallies) -> str:
    """Precision and recall of each kind of edit, and how much of it was certain."""
    lines = [f"{'edit':<12}{'done':>8}{'precision':>11}{'recall':>9}{'certain':>9}"]
    for kind, t in tallies.items():
        if t.done:
            precision, recall = t.right / max(1, t.claimed), t.found / t.done
            lines.append(
                f"{kind:<12}{t.done:>8}{precision:>11.4f}{recall:>9.4f}"
                f"{t.certain / max(1, t.claimed):>9.3f}"
            )
    return "\n".join(lines)


def as_json(standard: Standard, version: str) -> str:
    """A standard as the publisher's website gives it, without the old GUIDs."""
    own = f"{sum(version.encode()):04d}-4000-8000-000000000000"
    ids = {k.key: f"{n:08d}-{own}" for n, k in enumerate(standard.ksbs)}
    data: dict[str, object] = {
        "referenceNumber": standard.reference,
        "title": standard.title,
        "level": standard.level or 3,
        "version": version,
        "versionNumber": version,
        "status": "Approved for delivery",
    }
    for letter, name, id_, _ in _LISTS:
        data[name] = [
            {id_: ids[k.key], "detail": k.text}
            for k in standard.ksbs
            if k.kind.value == letter
        ]
    data["duties"] = [
        {
            "dutyID": f"9{n:07d}-{own}",
            "dutyDetail": duty.text,
            "isThisACoreDuty": 1,
            **{
                mapped: [ids[k] for k in duty.ksbs if k in ids and k[0] == letter]
                for letter, *_, mapped in _LISTS
            },
        }
        for n, duty in enumerate(standard.duties)
    ]
    return json.dumps(data, ensure_ascii=False, indent=1)
