"""A web page.

``reader`` makes a document of it: ``markup`` makes ``lines``, ``linetrees`` finds the article by what ``linefigures``
sees of them (or ``article``, where the page's data state its words), ``linezones`` what each line is, ``pagehead``
which of them sign the article, ``marks`` what elements are for, ``metadata``, ``stamps``, ``stated``, ``authors``,
``titles``, ``sitestated`` and ``sitenames`` what its markup states.
"""
