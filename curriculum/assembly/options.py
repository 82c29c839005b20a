"""Core-and-options standards: what is left of one for the options that are taught."""

from curriculum.assembly.shelf import Shelf
from curriculum.model import CareerCluster, Standard
from curriculum.readers.programme import FrameworkDraft
from curriculum.readers.programme.records import did_you_mean


def of_options(
    record: Standard | CareerCluster, wanted: FrameworkDraft, shelf: Shelf
) -> Standard | CareerCluster:
    """The record without the duties and KSBs that only other options need.

    A programme that names no options is for all of them.
    """
    if not wanted.options:
        return record
    held = record.options if isinstance(record, Standard) else ()
    titles = {option.title.casefold(): option.title for option in held}
    chosen = set()
    for name in wanted.options:
        title = titles.get(" ".join(name.split()).casefold())
        if title is None:
            there = ", ".join(titles.values()) or "none"
            near = did_you_mean(name, titles.values())
            message = f"{wanted.id} has no option {name}; it has {there}{near}"
            shelf.found("ASM216", wanted.id, message, wanted.at)
        else:
            chosen.add(title)
    if not chosen or not isinstance(record, Standard):
        return record
    return _narrowed(record, chosen)


def _narrowed(record: Standard, chosen: set[str]) -> Standard:
    taught = [d for d in record.duties if not d.options or chosen & set(d.options)]
    needed = {key for duty in taught for key in duty.ksbs}
    elsewhere = {key for duty in record.duties for key in duty.ksbs} - needed
    duties = (
        duty.model_copy(
            update={"options": tuple(t for t in duty.options if t in chosen)}
        )
        for duty in taught
    )
    return record.model_copy(
        update={
            "duties": tuple(duties),
            "ksbs": tuple(k for k in record.ksbs if k.key not in elsewhere),
            "options": tuple(o for o in record.options if o.title in chosen),
        }
    )
