"""What a sentence says, clause by clause, and what makes a clause more or less than one.

``splitting`` takes a sentence apart into what ``clause`` describes, ``subjects`` says whose doing each is;
``phrases`` is the tree beneath, ``scene`` the place that it calls "the town",
``fragments`` clauses without a verb. ``reading`` is one sentence with all that is known of it, ``wording`` a clause's
own words, ``completing`` what it is nothing without, ``voice`` whose it is. ``worth``, ``demands``, ``answers``,
``silence`` and ``truths`` say which clauses are no plain statement, ``colours`` how far one is so by its own words.
``counting`` and ``reckoning`` read its counts, ``scores`` results of votes and matches.
"""
