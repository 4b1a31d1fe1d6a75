"""Who and what a document mentions, and which mentions are one.

``annotator`` makes the mentions. ``candidates`` collects stretches that may be names from ``namebook`` and
``gazetteer`` (the lexicons), ``nationbodies``, ``mastheads``, ``nicknames``, ``shortforms``, ``joinednames``,
``titles`` and ``guesses``; ``stretches``, ``fullnames``, ``personal``, ``surnames`` and ``placings`` tell names from
other words and places from other names; ``evidence`` and ``figures`` choose between entries; ``naming`` and
``namegroups`` join what is one name. ``nominals``, ``anaphora``, ``epithets``, ``appositions``, ``bands`` and
``discourse`` read what stands for a name: "the ministry", "she".
"""
