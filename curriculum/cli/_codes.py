"""Every code there is: of rules, and of what is found while reading."""

from curriculum.calendars.term_dates import FINDINGS as TERM_FINDINGS
from curriculum.checks import all_rules
from curriculum.form.codes import FINDINGS as FORM_FINDINGS
from curriculum.importing.found import FINDINGS as IMPORT_FINDINGS
from curriculum.interchange.found import FINDINGS as EXCHANGE_FINDINGS
from curriculum.library.version_rules import FINDINGS as LIBRARY_FINDINGS
from curriculum.readers import all_readers
from curriculum.readers._text import FINDINGS as TEXT_FINDINGS
from curriculum.readers.programme import FINDINGS as PROGRAMME_FINDINGS
from curriculum.waivers import FINDINGS as WAIVER_FINDINGS


def reading_codes() -> dict[str, str]:
    """What is found before or after the rules look: code and meaning."""
    codes = TEXT_FINDINGS | LIBRARY_FINDINGS | WAIVER_FINDINGS | IMPORT_FINDINGS
    codes |= TERM_FINDINGS | EXCHANGE_FINDINGS | FORM_FINDINGS
    for reader in all_readers():
        codes |= reader.findings
    return dict(sorted((codes | PROGRAMME_FINDINGS).items()))


def known_codes() -> tuple[str, ...]:
    """Every code that a finding may have."""
    return (*(rule.code for rule in all_rules()), *reading_codes())
