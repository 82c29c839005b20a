"""Crosswalks between any two frameworks, and what follows from them for a programme.

``sides`` finds the two frameworks, ``likeness`` proposes how their statements stand
to each other, ``deciding`` keeps what a person decided, ``table`` lays both side by
side; ``as_…`` write the table out.  ``overlap`` and ``unit`` ask what a programme
carries of other standards, by what was confirmed and by what is only proposed.
"""
