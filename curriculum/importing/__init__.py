"""What a college already has: schemes of work and grids read into a new programme.

``opening.open_document`` gives a file as tables, ``understanding.understand`` takes
them apart and says what it took for what, and ``writing.write`` makes a programme
folder of it.  Nothing is guessed silently, nothing is lost.
"""
