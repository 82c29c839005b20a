"""Reads a learner's file: name, employer, choices, prior learning."""

from collections.abc import Iterator
from pathlib import Path

from curriculum.findings import Finding, SourceError
from curriculum.model import Framework, Learner, PriorLearning, Programme
from curriculum.readers.programme.folder import open_file
from curriculum.readers.programme.records import TomlFile, did_you_mean


def read_learner(path: Path, programme: Programme) -> tuple[Learner, list[Finding]]:
    """A learner of a programme, and what was found in the file.

    Raises SourceError when the file cannot be used.
    """
    file, faults = open_file(path.parent, path)
    if file is None:
        raise SourceError(f"{path}: {faults[0].message}")
    prior = tuple(_known(file, programme))
    head = {key: value for key, value in file.tables.items() if key != "prior"}
    learner = file.record(Learner, head, prior=prior)
    if learner is None:
        raise SourceError(f"{path}: names no learner")
    _check_modules(file, learner, programme)
    return learner, file.findings


def _known(file: TomlFile, programme: Programme) -> Iterator[PriorLearning]:
    """Evidenced prior learning of statements that the programme has."""
    for index, table in enumerate(file.array("prior")):
        record = file.record(PriorLearning, table, "prior", index)
        if record is None:
            continue
        framework = (
            programme.framework(record.framework)
            if record.framework
            else programme.standard
        )
        if framework is None or framework.item(record.item) is None:
            message = _unknown(record.item, framework)
            file.found("ASM202", record.item, message, "prior", index, "item")
        elif not record.evidence.strip():
            message = f"{record.item} has no evidence, so no hours are taken out"
            file.found("ASM203", record.item, message, "prior", index)
        else:
            yield record.model_copy(update={"framework": framework.id})


def _unknown(item: str, framework: Framework | None) -> str:
    if framework is None:
        return f"{item} is no statement of this programme"
    hint = did_you_mean(item, framework.by_key)
    return f"{item} is no statement of {framework.label}{hint}"


def _check_modules(file: TomlFile, learner: Learner, programme: Programme) -> None:
    optional = [module.key for module in programme.modules if module.optional]
    for key in learner.modules:
        if key not in optional:
            message = f"{key} is no optional module{did_you_mean(key, optional)}"
            file.found("ASM202", key, message, "modules")
