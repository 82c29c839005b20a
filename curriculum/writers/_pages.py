"""HTML pages from templates: values are inserted as text, unknown names refused."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from curriculum.paths import TEMPLATES


def page(template: str, **values: object) -> bytes:
    """A template of the templates folder, filled in, in UTF-8.

    Characters that no encoding holds become character references.
    """
    text = _environment().get_template(template).render(values)
    return text.encode("utf-8", errors="xmlcharrefreplace")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
