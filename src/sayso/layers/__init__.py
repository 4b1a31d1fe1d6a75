"""One document → its layers: what it names, when, where, how many, who says what, and what is claimed.

Every module is pure: a document, its blocks and the layers before it in, rows out. A map, in the order in which
``sayso.pipeline`` makes the layers; within a group, the module that the pipeline calls stands first.

Sentences
    ``parse`` splits and parses them (the only importer of spaCy), ``mending`` and ``rooting`` set right what the parser
    reads to the wrong verb, ``trees`` and ``phrases`` say what hangs from what, ``tenses`` which way a verb looks,
    ``sentencerows`` hands out the rows of one sentence.

Names: who and what is mentioned, and which mentions are one
    ``mentions``; ``candidates`` collects stretches that may be names from ``namebook`` (the lexicons),
    ``nationbodies``, ``mastheads``, ``nicknames``, ``shortforms``, ``joinednames``, ``titles`` and ``guesses``;
    ``stretches``, ``fullnames`` and ``personal`` tell names from other words; ``evidence`` and ``figures`` choose
    between entries; ``naming`` and ``namegroups`` join what is one name. ``nominals``, ``anaphora``, ``appositions``,
    ``bands`` and ``discourse`` read what stands for a name: "the ministry", "she".

Places
    ``places`` finds where they lie, from ``spots`` (where the text names some), ``gazetteer`` and ``nearness`` (which
    of its namesakes each one means).

Times
    ``times``; ``timesearch`` looks for expressions with the patterns of ``timewords`` and ``timegrammar``,
    ``timereadings`` says what a match says, ``timedoubts`` what is no time; ``timevalues``, ``timedays``,
    ``timespans``, ``timefrom`` and ``feasts`` reckon the value, against ``timesetting`` and ``timetold`` (what the text
    named before).

Quantities
    ``quantities``; ``quantitygrammar`` and ``quantitywords`` read bounds and units, ``numerals`` numbers, ``scores``
    results of votes and matches.

Attributions: who is said to have said what, through whom
    ``attribution``; ``ground`` is what its rules stand on: ``cues`` (the words that attribute), ``quotes``, trees.
    Quotations: ``direct``, ``innerquotes``. Verbs: ``reported``, with ``contents`` and ``objects`` (where the content
    stands), ``closing``, ``gaps``, ``gapping``, ``acts``. Without a verb: ``verbless``, ``hedges``, ``labels``,
    ``listings``. Answers: ``answers``, ``retorts``. ``merging`` joins the rules' findings with those of the trained
    ``tagger`` (``windows``, ``decoding``); ``nesting`` tells what lies in what. Sources: ``voices`` and ``wholes`` read
    their words, ``coordination`` parts those named side by side, ``sources`` and ``pronouns`` name them; ``chains``
    puts them in a row, with ``citing``, ``hearers`` and ``medianames``.

Events
    ``events``, with ``eventwords`` (which words name one) and ``eventroles`` (who did what to whom).

Claims: which of all this is said to be so, in values that can be compared
    ``claims``. What is a clause: ``clauses``, ``clefts``, ``fragments``, ``headlines``, ``completing``, ``wording``.
    Whose it is and whether it is one: ``claimvoice``, ``statements``, ``positions``, ``demands``, ``truths``,
    ``topics``, ``silence``, ``worth``. How far it is so: ``stances``, ``colours``. What it tells: ``making`` puts it
    together, ``slots``, ``kinds`` and ``conditions`` choose its slot, ``slotvalues`` fills it: ``roles`` (who),
    ``routes``, ``sites``, ``scene``, ``scenes`` and ``settings`` (where and when), ``counting``, ``carried`` and
    ``reckoning`` (how many), ``tolls``, ``harmed``, ``shares``, ``partitives`` and ``inpassing`` (who was harmed),
    ``possession`` (who holds it). ``reading`` is one sentence with all that is known of it, ``findings`` looks up what
    the other layers found.
"""
