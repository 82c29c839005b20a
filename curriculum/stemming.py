"""The stemmer of English words."""

import sys
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any


@cache
def english_stemmer() -> Any:  # noqa: ANN401 (the stemmer is untyped)
    """The English stemmer alone.

    The package imports those of all its languages, which takes as long as ranking a
    whole standard; a package of our own name over its files imports only this one.
    """
    spec = PathFinder.find_spec("snowballstemmer")
    if spec is None or spec.submodule_search_locations is None:
        return import_module("snowballstemmer").stemmer("english")
    package = ModuleType("curriculum_english_stemmer")
    package.__path__ = list(spec.submodule_search_locations)
    sys.modules[package.__name__] = package
    return import_module(f"{package.__name__}.english_stemmer").EnglishStemmer()
