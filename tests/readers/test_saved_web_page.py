"""Saved web pages: the wording without what surrounds it, at the lines of the file."""

import quopri
from pathlib import Path

import pytest

from curriculum.findings import SourceError
from curriculum.model import Standard
from curriculum.readers import Read, read
from curriculum.readers._forms.opening import open_source

HEAD = """<h1>Lighthouse keeper</h1>
<h2>Key information</h2>
<ol><li>Reference: ST9999</li><li>Date updated: 29/02/2024</li><li>Level: 3</li>
<li>Route: Protective services</li><li>Regulated occupation: No</li></ol>
<h2>Occupation summary</h2><p>This occupation is found on rocks.</p>
<h2>Typical job titles include:</h2><ul><li>Lamp keeper</li><li>Fog signaller</li></ul>
"""
DUTIES = """<h2>Occupation duties</h2>
<table><tr><th>Duty</th><th>KSBs</th></tr>
<tr><td>Duty 1 Keep the lamp lit</td><td><p>K1 K2</p><p>S1</p><p>B1</p></td></tr>
<tr><td>Duty 2 Sound the horn</td><td><span>K2</span><span>S2</span></td></tr>
</table>
"""
KSBS = """<h2>KSBs</h2><h3>Knowledge</h3>
<p><b>K1</b>: Principles of lamps <a href="#">Back to Duty</a></p>
<p><b>K2</b>Signals of ships <a href="#">Back to Duty</a></p>
<h3>Skills</h3><p>S1: Trim wicks</p><p>S2: Sound a horn</p>
<h3>Behaviours</h3><p>B1: Stays awake</p>
"""
FOOT = "<p>Crown copyright © 2024. Open Government Licence</p>"
BODY = f"{HEAD}{DUTIES}{KSBS}{FOOT}"


def page(body: str = BODY, head: str = '<meta charset="utf-8">') -> str:
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>{body}</body></html>"


def read_page(folder: Path, text: str | bytes) -> Read:
    path = folder / "page.html"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


def standard(got: Read) -> Standard:
    [record] = got.records
    assert isinstance(record, Standard)
    return record


def lines(folder: Path, text: str) -> list[str]:
    path = folder / "page.html"
    path.write_text(page(text), "utf-8")
    return [line.printed for line in open_source(path).lines if line.printed]


def test_a_page_is_read_as_its_text_is(tmp_path: Path) -> None:
    got = read_page(tmp_path, page())
    read_as = standard(got)
    assert (got.reader.name, got.form) == ("occupational_standard", "web page")
    assert (read_as.reference, read_as.title) == ("ST9999", "Lighthouse keeper")
    assert [(k.key, k.text) for k in read_as.ksbs] == [
        ("K1", "Principles of lamps"),
        ("K2", "Signals of ships"),
        ("S1", "Trim wicks"),
        ("S2", "Sound a horn"),
        ("B1", "Stays awake"),
    ]
    assert [(d.text, d.ksbs) for d in read_as.duties] == [
        ("Keep the lamp lit", ("K1", "K2", "S1", "B1")),
        ("Sound the horn", ("K2", "S2")),
    ]
    assert got.findings == ()


def test_places_are_lines_of_the_file(tmp_path: Path) -> None:
    text = page()
    read_as = standard(read_page(tmp_path, text))
    [number] = [n for n, ln in enumerate(text.split("\n"), start=1) if "K2</b>" in ln]
    assert str(read_as.ksbs[1].source) == f"page.html:{number}"


def test_what_surrounds_the_page_is_set_aside(tmp_path: Path) -> None:
    around = (
        '<div class="cookie-banner"><p>We use cookies.</p></div>'
        "<header><p>Site</p><nav><ul><li>Skills</li></ul></nav></header>"
        '<script>var k = "K9: none";</script><style>p {}</style><!-- K8: none -->'
        f"{BODY}"
        "<footer><p>Accessibility</p></footer>"
    )
    got = read_page(tmp_path, page(around))
    assert got.findings == ()
    assert len(standard(got).ksbs) == 5


def test_a_name_that_sounds_like_dress_does_not_hide_the_page(tmp_path: Path) -> None:
    got = read_page(tmp_path, page(f'<div class="with-cookie-banner">{BODY}</div>'))
    assert len(standard(got).ksbs) == 5


def test_the_licence_may_stand_in_the_foot(tmp_path: Path) -> None:
    foot = f"<main>{HEAD}{DUTIES}{KSBS}</main><footer>{FOOT}<p>Contact</p></footer>"
    assert standard(read_page(tmp_path, page(foot))).licence.startswith("Crown")


def test_the_title_may_stand_in_the_head_of_the_site(tmp_path: Path) -> None:
    head, rest = HEAD.split("\n", 1)
    text = page(f"<header>{head}</header><main>{rest}{DUTIES}{KSBS}{FOOT}</main>")
    assert standard(read_page(tmp_path, text)).title == "Lighthouse keeper"


def test_criteria_stand_in_a_column_of_their_own(tmp_path: Path) -> None:
    table = """<h2>Occupation duties</h2><table>
    <tr><th>Duty</th><th>Criteria for measuring performance</th><th>KSBs</th></tr>
    <tr><td>Duty 1 Keep the lamp lit</td><td>It burns.<br>It shines.</td>
    <td>K1 K2 S1 S2 B1</td></tr></table>"""
    [duty] = standard(read_page(tmp_path, page(f"{HEAD}{table}{KSBS}{FOOT}"))).duties
    assert (duty.text, duty.criteria) == ("Keep the lamp lit", "It burns. It shines.")
    assert duty.ksbs == ("K1", "K2", "S1", "S2", "B1")


def test_cells_that_reach_over_rows_and_columns_keep_their_place(
    tmp_path: Path,
) -> None:
    said = lines(
        tmp_path,
        "<table><tr><td rowspan=2>a<td>b<td>c</tr><tr><td>d<td>e</tr>"
        "<tr><td colspan=2>f<td>g</tr></table>",
    )
    assert said == ["a\tb\tc", "\td\te", "f\t\tg"]


def test_a_table_that_lays_out_the_page_is_read_as_lines(tmp_path: Path) -> None:
    got = read_page(
        tmp_path, page(f"<table><tr><td>Menu</td><td>{BODY}</td></tr></table>")
    )
    assert len(standard(got).ksbs) == 5


def test_entities_are_decoded_once_and_twice_escaped(tmp_path: Path) -> None:
    assert lines(tmp_path, "<p>a&nbsp;b &amp; c &lt; d &amp;amp; caf&#233;</p>") == [
        "a b & c < d & café"
    ]


@pytest.mark.parametrize(
    ("declared", "encoding", "note"),
    [
        ("utf-8", "utf-8", ""),
        ("windows-1252", "cp1252", ""),
        ("iso-8859-1", "cp1252", ""),
        ("windows-1252", "utf-8", "says that it is windows-1252, and is read as UTF-8"),
        ("utf-8", "cp1252", "says that it is utf-8, and is read as Windows-1252"),
        ("nonsense", "cp1252", "says that it is nonsense, and is read as Windows-1252"),
    ],
)
def test_a_wrong_charset_is_found_and_the_text_is_right(
    tmp_path: Path, declared: str, encoding: str, note: str
) -> None:
    text = page(BODY.replace("rocks", "“rocks” – café"), f'<meta charset="{declared}">')
    got = read_page(tmp_path, text.encode(encoding))
    assert "“rocks” – café" in standard(got).summary[0]
    assert [f.message.partition(";")[0] for f in got.findings] == (
        [note] if note else []
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_mark_at_the_beginning_tells_the_encoding(
    tmp_path: Path, encoding: str
) -> None:
    assert len(standard(read_page(tmp_path, page().encode(encoding))).ksbs) == 5


def test_old_markup_without_closing_tags_is_read(tmp_path: Path) -> None:
    quirks = page().replace("</p>", "").replace("</td>", "").replace("</tr>", "")
    quirks = quirks.replace("</li>", "").replace("<!DOCTYPE html>\n", "").upper()
    got = read_page(tmp_path, quirks.replace("<H1>", "<h1 id=x>"))
    assert len(standard(got).ksbs) == 5


def test_a_page_saved_as_a_single_file_is_read(tmp_path: Path) -> None:
    encoded = quopri.encodestring(page().encode()).decode()
    text = (
        "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        '\ttype="text/html";\n\tboundary="--x"\n\n----x\nContent-Type: text/html\n'
        f"Content-Transfer-Encoding: quoted-printable\n\n{encoded}\n----x\n"
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n----x--\n"
    )
    path = tmp_path / "page.mhtml"
    path.write_text(text, "utf-8")
    assert len(standard(read(path)).ksbs) == 5


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b"<html><body><div></div></body></html>", "a web page that says nothing"),
        (b"<html>" + bytes(range(256)), "is not a text file"),
        (b"<html>" + b"<div>" * 5_000 + b"K1", "more than 2,000 deep"),
        (b"<html><p " + b"a=1 " * 5_000 + b">K1", "thousands of attributes"),
        (b"<html>" + b"<p>x" * 200_001, "more than 200,000 elements"),
        (b"<html>" + b"a" * 20_000_001, "is larger than 20 MB"),
        (b"<html><p>Nothing of ours</p>", "none of the documents that can be read"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"{\\rtf1 K1}", "save it as .docx"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(
    tmp_path: Path, data: bytes, sentence: str
) -> None:
    with pytest.raises(SourceError, match=sentence):
        read_page(tmp_path, data)
