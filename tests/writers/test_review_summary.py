"""The review summary: pinned standard, sign-offs, changes, and the trace sample."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from curriculum.facts import Facts
from curriculum.model import PublishedSource, SignOff, SourceRef
from curriculum.reviewed import Review
from curriculum.writers import _summary_rows as rows
from curriculum.writers._packed import packed
from curriculum.writers.review_summary import document, summary
from office_text import as_text, tables
from reviews import ASSESSED, full_review, review

AT = SourceRef(file="signoffs.toml")
OGL = "Open Government Licence v3.0"


def holding(held: Review, **fields: object) -> Review:
    facts = held.facts
    programme = facts.programme.model_copy(update=fields)
    return replace(held, facts=Facts(programme, facts.timetable, facts.coverage))


def signed(**fields: object) -> SignOff:
    plain = {"who": "Ann & Ben", "date": date(2026, 6, 26), "version": "1.0"}
    return SignOff.model_validate(plain | fields | {"source": AT})


def source(path: str = "", **fields: str) -> PublishedSource:
    plain = {"title": "Standard", "file": "notation", "licence": OGL, "path": path}
    return PublishedSource.model_validate(plain | fields)


def test_the_standard_is_pinned_with_version_source_and_digest(tmp_path: Path) -> None:
    file = tmp_path / "notation"
    file.write_text("Text", "utf-8")
    digest = "71988c4d8e0803ba4519f0b2864c1331c14a1890bf8694e251379177bfedb5c3"
    plain = review("ksbs K1\nstatus Approved\nvalid from 2024-09-01 to 2026-08-31")
    [framework] = plain.programme.frameworks
    held = holding(
        plain,
        frameworks=(framework.model_copy(update={"digest": digest}),),
        sources=(
            source("elsewhere", title="Another", digest="0"),
            source(str(file), publisher="Skills England", dated="2024", digest=digest),
        ),
    )
    [pinned] = rows.pinned(held)
    assert pinned["title"] == "ST0000 Title of ST0000"
    assert pinned["version"] == (
        "1.0; Approved; for starts from 1 September 2024; "
        "for starts up to 31 August 2026"
    )
    assert pinned["source"] == "Skills England; 2024"
    assert pinned["digest"] == digest
    assert pinned["enclosed"].startswith("published/notation, as it was received")


def enclosed(held: PublishedSource) -> str:
    [pinned] = rows.pinned(holding(review("ksbs K1"), sources=(held,)))
    return pinned["enclosed"]


def test_what_is_not_enclosed_says_why(tmp_path: Path) -> None:
    file = tmp_path / "changed.txt"
    file.write_text("Other text", "utf-8")
    said = {
        "no licence is stated": enclosed(source(licence="")),
        "from a library of standards": enclosed(source()),
        "there is no": enclosed(source("nowhere/x")),
        "has changed since": enclosed(source(str(file), digest="0")),
    }
    assert "no licence is stated" in said["no licence is stated"]
    assert "library" in said["from a library of standards"]
    assert "cannot be read" in said["there is no"]
    assert "has changed since it was read" in said["has changed since"]
    assert all(text.startswith("Not enclosed: ") for text in said.values())


def test_without_a_sign_off_it_says_so() -> None:
    told = summary(full_review())
    assert told["signoff"] == []
    assert told["since"]["sentence"].startswith("No sign-off is recorded")
    assert "No sign-off is recorded" in as_text(document(full_review()))


def test_changes_are_counted_listed_and_cut_where_they_are_many() -> None:
    many = tuple(f"session M{n} is gone" for n in range(150))
    held = holding(review("ksbs K1"), signoffs=(signed(),), changes=many)
    since = rows.since(held.programme)
    assert since["sentence"] == (
        "150 changes since the last sign-off, of version 1.0 on 26 June 2026 by "
        "Ann & Ben."
    )
    assert len(since["change"]) == rows.MOST_CHANGES + 1
    assert since["change"][-1] == "and 50 more, which stand in changes.txt"


def test_a_changed_version_with_the_old_number_is_told() -> None:
    text = "ksbs K1\nprogramme version 1.0"
    held = holding(review(text), signoffs=(signed(),), changes=("module M1 is gone",))
    assert "the number of the version is still the same" in as_text(document(held))
    unchanged = holding(review(text), signoffs=(signed(),), changes=())
    assert "Nothing has changed since the last sign-off" in as_text(document(unchanged))
    unknown = holding(review(text), signoffs=(signed(),), changes=None)
    assert "cannot be told" in as_text(document(unknown))


def test_every_sign_off_has_a_row() -> None:
    second = signed(version="2.0", note="Board", changes=("module M1 is gone",))
    held = holding(review("ksbs K1"), signoffs=(signed(role="Head"), second))
    [head, first, last] = tables(document(held))["Sign-offs"]
    assert head[0] == "Date"
    assert first[:3] == ["26 Jun 2026", "1.0", "Ann & Ben, Head"]
    assert (first[5], last[5]) == ("The first sign-off", "module M1 is gone")


def test_the_sample_names_document_heading_and_row() -> None:
    held = replace(review(ASSESSED), seed="7")
    told = summary(held)
    assert told["sample"]["seed"] == "7"
    assert told["sample"]["again"] == 'curriculum trace review-pack.zip --seed "7"'
    first = told["trace"][0]
    assert first["item"] == "K1"
    assert first["found_at"] == [
        "scheme-of-work.docx",
        "heading M1 Programming",
        "row M1.01",
    ]
    assert first["assessed_at"][1] == "heading Schedule of assessments"


def test_the_seed_follows_from_the_facts_unless_one_is_given() -> None:
    one, other = review(ASSESSED), review(ASSESSED + "    M1 summary More\n")
    seeds = [summary(held)["sample"]["seed"] for held in (one, one, other)]
    assert seeds[0] == seeds[1] != seeds[2]


def test_it_lists_the_documents_chosen() -> None:
    chosen = replace(full_review(), packed=("scheme-of-work.docx", "review-pack.zip"))
    assert [d["file"] for d in summary(chosen)["document"]] == ["scheme-of-work.docx"]
    usual = [writer.filename for writer in packed(full_review())]
    assert "scheme-of-work.docx" in usual
    assert "review-summary.docx" not in usual
