"""Many documents → relations: who has it from whom, which documents, names and claims are one, what is at odds.

Every module is pure: rows in, rows out. What a stage needs of a record (an index, the rows of a story) is handed in. A
map, in the order in which ``sayso.collating`` makes relations; within a group, the module that it calls stands first.

Shared text: which passages documents have in common
    ``reuse``; ``sources`` is what it asks of a document, ``wording`` its text as numbers, ``fingerprints`` what stands
    for a text in an index, ``postings`` and ``runs`` that index, ``candidates`` who meets in it, ``passages`` the
    alignment, ``stock`` what publishers print again and again.

Descent: who took the text from whom
    ``lineage``, with ``dating`` (which of two is the earlier).

Stories: which documents are about one happening
    ``stories``; ``keywords`` and ``subjects`` are what documents are compared by, ``linking`` groups them,
    ``leftovers`` places what is left.

Identity: which names of different documents are one
    ``identity``; ``spellings``, ``namekeys`` and ``renderings`` compare names, ``placing`` places of one name,
    ``fighters`` bodies that people fight under; ``judgedbodies`` obeys what people judged of names.

Claims made ready
    ``readying`` makes facts (``facts``) of claims, with names, numbers and ``days`` unified; ``towns``,
    ``whereabouts`` and ``weekdays`` fill in what only other articles say; ``senses`` are their words, ``meanings`` and
    ``likeness`` what these point to.

Which claims are one
    ``agreement`` (and of each story, ``grouping``): ``sameness`` compares by slot, with ``comparing`` (single values)
    and ``incidents``; ``saying``, ``copied``, ``swaps`` and ``takings`` compare open words; ``nearby`` and ``reading``
    choose what is compared at all; ``matching`` and ``probable`` say what is probably one; ``parted`` keeps apart what
    must be; ``judged`` obeys what people judged.

How claims stand to each other
    ``standing`` is the row for two groups; ``verdicts`` decides it by slot: ``holdings``, ``counts`` (with ``losses``,
    ``attacks``, ``headcounts`` and ``measures``), ``turns``, ``planned``. ``denials`` and ``restating`` find what
    denies what; ``likened`` relates claims that no key brings together, with ``matters``, ``likecounts`` and
    ``retold``; ``ties`` and ``doubts`` hold back what the words do not bear out.

Origins: how many independent sources stand behind a claim
    ``origins``; ``voices`` tells who speaks in each account, with ``press`` (which names are outlets) and
    ``spokesmen``; ``tallying`` counts them, ``bodies`` says which may be one.
"""
