"""Joins a programme's draft with what is published into one Programme.

What dangles or disagrees becomes a finding; the rest is joined all the same.
"""

from collections.abc import Iterator
from pathlib import Path

from curriculum.assembly.assembled import Assembled
from curriculum.assembly.decided import with_decided
from curriculum.assembly.frameworks import frameworks_of
from curriculum.assembly.names import check_people, checked_settings
from curriculum.assembly.position import position_of
from curriculum.assembly.shelf import Shelf
from curriculum.assembly.signed import with_signoffs
from curriculum.findings import Finding
from curriculum.model import Header, Module, Programme
from curriculum.readers.programme import Draft, read_folder

__all__ = ["Assembled", "assemble", "join"]


def assemble(folder: Path) -> Assembled:
    """Read a programme folder and everything published that it names.

    Raises SourceError when there is no programme.toml that can be read.
    """
    joined = with_decided(join(*read_folder(folder), folder), folder)
    return with_signoffs(joined, folder)


def join(draft: Draft, findings: list[Finding], folder: Path) -> Assembled:
    """Join a draft with what is published; ``folder`` holds what it brings itself."""
    shelf = Shelf(folder, findings)
    frameworks = tuple(frameworks_of(draft, shelf))
    position = position_of(draft.position, shelf) if draft.position else None
    check_people(draft, shelf)
    settings = checked_settings(draft, shelf)
    programme = None
    if draft.header is not None and draft.calendar is not None:
        header = {name: getattr(draft.header, name) for name in Header.model_fields}
        programme = Programme(
            **header,
            frameworks=frameworks,
            modules=tuple(_with_choices(draft)),
            assessments=tuple(draft.assessments),
            choices=tuple(draft.choices),
            verifications=tuple(draft.verifications),
            calendar=draft.calendar,
            people=tuple(draft.people),
            end_point=draft.end_point,
            position=position,
            waivers=tuple(draft.waivers),
            sources=tuple(shelf.sources),
            settings=settings,
            documents=draft.documents,
        )
    return Assembled(programme, tuple(shelf.findings), tuple(shelf.published))


def _with_choices(draft: Draft) -> Iterator[Module]:
    """The modules; one that stands in a choice is optional without saying so."""
    chosen = {key for choice in draft.choices for key in choice.modules}
    for module in draft.modules:
        in_choice = module.key in chosen
        yield module.model_copy(update={"optional": True}) if in_choice else module
