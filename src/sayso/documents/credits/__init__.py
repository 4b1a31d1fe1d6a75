"""Who wrote a text, who publishes it and from whom it was taken.

``finder`` reads the lines about the text, and ``linecredits`` each of them: ``bylines`` and ``bylinenames``,
``contributors``, ``datelines``, ``pictures`` and ``photographers``, ``notices`` (``sources``, ``hops`` and
``sourcelabels``: a text's way, by the grammar in ``ways``, ``wayreader``, ``wayclauses``, ``wayparts``,
``wayphrases``, ``wayitems`` and ``waykinds``), ``signed``, ``lineparts``, ``parts`` and ``margins`` (lines that sign
a text), ``lonenames``, ``rights``, ``allrights``, ``owners``, ``named``, ``letters`` and ``given`` (names in such
lines). ``publishers`` says who publishes the page, by ``sites``, ``mastheads``, ``ownnames``, ``housenames`` and
``votes``; ``settled`` weighs a page's credits against one another, ``provenance`` puts them in order.
"""
