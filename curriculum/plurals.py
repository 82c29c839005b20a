"""Numbers with what they count."""


def many(number: int, noun: str) -> str:
    """A number of things: "1 session", "3 sessions"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
