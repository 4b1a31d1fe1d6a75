"""A web page.

``reader`` makes a document of it: ``markup`` makes lines, ``article`` finds the article, ``linezones`` what each line
is, ``pagehead`` which of them sign the article, ``marks`` what elements are for, ``metadata``, ``stamps``, ``stated``,
``authors``, ``titles``, ``sitestated`` and ``sitenames`` what its markup states.
"""
