"""ASM311."""

from collections.abc import Iterator

from curriculum.checks import Hits, Subject, rule
from curriculum.checks._notions import About, of_purpose
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Assessment, Programme, Purpose


@rule("ASM311", Severity.ERROR)
def sampling_incomplete(facts: Facts) -> Hits:
    """Internal verification leaves out an assessor, a module or an assignment.

    ## What it checks
    In a programme that plans internal verification for some assessment, every
    summative one has a verifier and a day for sampling the marking, and so has some
    assessment of every assessor and of every module that is assessed.  Sites
    cannot be checked, for a programme states one venue.

    ## Why it matters
    A sample that misses an assessor or a unit does not satisfy the awarding body,
    which may withhold certificates.

    ## What to do
    Name the verifier and the day for each that is missing.

    ## Authority
    Pearson: every assessor, every unit, work from every assignment and every site
    (quoted at https://blog10.website/phd/btec-iv-of-assignment-brief).
    """
    programme = facts.programme
    assessments = programme.assessments
    if not any(a.verifier or a.verify_sample for a in assessments):
        return
    for assessment in of_purpose(facts, Purpose.SUMMATIVE):
        if not _sampled(assessment):
            missing = listed(_missing(assessment))
            yield assessment, f"{assessment.key} is sampled by nobody: no {missing}"
    yield from _left_out(programme)


def _left_out(programme: Programme) -> Iterator[tuple[Subject, str]]:
    """Assessors and modules none of whose assessments is sampled."""
    for what, name in (("assessor", "assessor"), ("module", "module")):
        found: dict[str, list[Assessment]] = {}
        for assessment in programme.assessments:
            if key := getattr(assessment, name):
                found.setdefault(key, []).append(assessment)
        for key, of_key in found.items():
            if not any(map(_sampled, of_key)):
                keys = listed(a.key for a in of_key)
                about = About(key, of_key[0].source)
                yield about, f"no work of the {what} {key} is sampled ({keys})"


def _sampled(assessment: Assessment) -> bool:
    return not list(_missing(assessment))


def _missing(assessment: Assessment) -> Iterator[str]:
    if not assessment.verifier:
        yield "verifier"
    if assessment.verify_sample is None:
        yield "day of sampling"
