"""What the codes mean that every form in JSON gives."""

from curriculum.readers import _json

FINDINGS = {
    **_json.FINDINGS,
    "SRC403": "The reference of a standard is missing or is none.",
    "SRC404": "A standard has no title.",
    "SRC405": "A list that a standard has is missing or empty.",
    "SRC406": "A duty or a KSB has no text, or a mark in place of one.",
    "SRC407": "A duty names a KSB that the standard does not have.",
    "SRC408": "A duty names a KSB twice.",
    "SRC409": "A duty names a KSB among those of another kind.",
    "SRC410": "Two duties or two KSBs have the same identity.",
    "SRC411": "A KSB has neither identity nor code, so that no duty can name it.",
    "SRC412": "Some statements of a list have codes, and others have none.",
    "SRC413": "Two options have the same identity.",
    "SRC414": "An option has no title, or is named by duties and not listed.",
    "SRC415": "Two fields that say the same thing differ.",
    "SRC416": "A number is 0 and is read as not known.",
    "SRC417": "A field is not known, and is not read.",
    "SRC418": "The codes and the identities that a duty names differ.",
    "SRC421": "The last start of a version lies before its first.",
    "SRC422": "A duty is neither core nor part of an option.",
    "SRC423": "A duty names no KSB.",
    "SRC424": "No duty names a KSB.",
    "SRC425": "Two duties or two KSBs have the same key.",
}
