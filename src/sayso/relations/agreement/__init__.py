"""How different claims of one story stand to each other: compatible, overtaken, in conflict, denied, undecided.

``collator`` goes through a story; ``standing`` is the row for two groups; ``verdicts`` decides it by slot:
``holdings``, ``blame``, ``happenings``, ``counts`` (with ``losses``, ``attacks``, ``headcounts`` and ``measures``),
``turns``, ``endings``. ``denials`` and ``restating`` find what denies what, ``rejoinders``
what is denied by a pronoun; ``likened`` relates claims that no key brings together, with ``matters``, ``likecounts``
and ``retold``; ``ties`` and ``doubts`` hold back what the words do not bear out; ``drift`` tells headlines
from texts.
"""
