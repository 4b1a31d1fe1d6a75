"""Labels of the parser, by what those who read them want to know."""

from __future__ import annotations

#: Tags of verbs that say when, and of words that open a clause which describes a noun or asks.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
#: Parts of speech of what is named, and of what is said of it.
NOMINAL = ("NOUN", "PROPN")
VERBAL = ("VERB", "AUX")
#: Relations of subjects to their verb, clauses as subjects apart, and of what makes a verb passive or compound.
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
AUXILIARIES = frozenset({"aux", "auxpass"})
#: Entities that are places.
PLACES = frozenset({"GPE", "LOC", "FAC"})
