"""Numbers with what they count."""


def many(number: int, noun: str) -> str:
    """A number of things: "1 session", "3 sessions", "2 duties"."""
    return f"{number:,} {noun if number == 1 else _plural(noun)}"


def _plural(noun: str) -> str:
    ends_in_ies = noun.endswith("y") and noun[-2:-1] not in set("aeiou")
    return f"{noun[:-1]}ies" if ends_in_ies else f"{noun}s"
