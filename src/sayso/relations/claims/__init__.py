"""Which claims of a story are one.

``readying`` makes facts (``facts``) of claims, with names, numbers and ``days`` unified, and ``referring`` writes names
for their pronouns; ``whereabouts`` and ``weekdays`` fill in what only other articles say. ``grouping`` puts together
what ``sameness`` finds the same by slot, with ``comparing`` (single values) and ``incidents``; ``saying``, ``copied``
and ``takings`` compare open words; ``headlines`` finds in an article what its headline says; ``nearby`` and ``reading``
choose what is compared at all; ``negating`` tells contraries, ``parting`` holds claims apart (by figures: ``amounts``),
``matching``, ``backing`` and ``probable`` say what is probably one, ``possible`` what people may look at; ``judged``
obeys what they judged.
"""
