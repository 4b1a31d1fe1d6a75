"""How different claims of one story stand to each other: compatible, overtaken, in conflict, denied, undecided.

``collator`` goes through a story, and three roads lead to a verdict:

- claims that share a key (``claims.grouping.topics``): ``verdicts``, by slot. Who holds a place: ``holdings``; who did
  it: ``blame``; how many were harmed: ``losses``, took part or fled: ``headcounts``; what happens or is said:
  ``happenings``, its figures ``measures``, what excludes or contradicts it ``turns``; what became of people:
  ``endings``; what denies a claim: ``denials``. Two figures of one thing are weighed in ``counts``, whether of one
  attack in ``attacks``; ``doubts`` drops what words do not bear out.
- claims that only their words bring together: ``matters`` finds them, ``likened`` relates them, counts in
  ``likecounts``.
- a denial without content, of what stands before it: ``rejoinders``; a headline and its own text: ``drift``.

A conflict or an update between figures comes from ``counts``, between states of a place from ``holdings``, of any other
kind from ``turns``, ``happenings``, ``blame``; a denial from ``denials``, ``likened`` or ``rejoinders``. They rest on
``assertions`` (what is claimed at all, so that it can be denied, and which negations deny),
``standing`` (the row for two groups, and what holds for every slot), ``ties`` (what shows that two claims are of one
matter), ``restating`` (whether a denial restates a claim) and ``retold`` (whether two figures are of one thing).
"""
