"""Sentences: what the language library says of them, and what is mended of it before anybody builds on it.

``model`` is the parser (the only importer of spaCy), ``parse`` splits and parses texts with it, ``capitals`` puts the
large words of a headline small for it. ``mending``, ``attaching``, ``clefts``, ``fronting`` and ``rooting`` set right
what it reads to the wrong verb or subject. ``labels`` puts the parser's labels together, ``trees`` says what hangs from
what, ``tenses`` which way a verb looks, ``quotes`` where quotations stand. ``sentencerows`` hands out the rows of one
sentence, ``findings`` looks up what the other layers found.
"""
