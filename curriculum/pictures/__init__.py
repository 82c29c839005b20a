"""Pictures as SVG: drawn from plain rows, for Word, web pages and whatever comes.

Each file draws one kind of picture.  Colours say again what a letter or a word
says; every picture carries in words what it shows.
"""

from curriculum.pictures.picture import Picture, Pictures

__all__ = ["Picture", "Pictures"]
