"""Trace samples: statements drawn by a seed, and followed to where they are printed.

``drawing`` draws from a list of traces, ``packs`` reads that list out of a review pack.
"""
