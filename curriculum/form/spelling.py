"""Codes as the programme spells them: k7 is K7, and 101 may be a code."""

from collections.abc import Iterable

from curriculum.form.records import Records


class Spelling:
    """Knows every code of a programme, whatever its letters' size."""

    def __init__(self, records: Records) -> None:
        self._known: dict[str, str] = {}
        for id_ in records:
            for part in id_[1:]:
                self._known.setdefault(part.casefold(), part)
            if id_[0] == "outcome":
                whole = ".".join(id_[1:])
                self._known.setdefault(whole.casefold(), whole)

    def add(self, codes: Iterable[str]) -> None:
        """Learn codes that are new."""
        for code in codes:
            self._known.setdefault(code.casefold(), code)

    def __call__(self, code: str) -> str:
        """The code as it is known; an unknown one stays as it is.

        After a zero character the code comes from a number, which counts as a
        code only if there is one of just those digits.
        """
        bare = code.removeprefix("\0")
        return self._known.get(bare.casefold(), code)
