"""Proposals that show their reasons: what a text may cover that is not marked.

The author decides, the tool proposes.  A proposal is never a fact: coverage counts
none of them until a person accepts it, and a rejected one stays away until a text
changes.

``words``, ``index`` and ``model`` rank statements for texts and know nothing of
programmes; they import the standard library and a stemmer only.  ``texts``,
``proposals``, ``gaps`` and ``doubts`` apply them to a programme, ``store`` keeps what
was decided, ``marks`` writes what was accepted; ``encoders`` is the door for a model of
one's own.
"""
