"""Who is said to have said what, through whom.

``annotator`` makes the rows; ``ground`` is what its rules stand on, with ``cues`` (the words that attribute).
Quotations: ``direct`` with ``besides``, ``innerquotes``. Verbs: ``reported``, with ``contents`` and ``objects`` (where
the content stands), ``closing``. Without a verb: ``verbless``, ``hedges``, ``labels``.
``merging`` joins their findings with those of the trained ``tagger`` (``windows``, ``decoding``), by ``adopting`` what
it reads better; ``nesting`` tells what lies in what. Sources: ``voices`` and ``wholes`` read their words,
``coordination`` parts those named side by side, ``sources``, ``issuers``, ``employers``, ``antecedents`` and
``pronouns`` name them; ``chains`` puts them in a row, with ``citing``, ``hearers``, ``perceivers`` and ``medianames``.
``edges`` says where a stretch ends.
"""
