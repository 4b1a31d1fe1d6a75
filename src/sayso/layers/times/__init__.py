"""Time expressions and their TIMEX3 values: first what words can mean, then which day that is.

``annotator`` makes the rows. ``search`` looks for expressions with the patterns of ``words`` and ``grammar``
(``numerals`` reads numbers), ``readings`` says what a match says, ``doubts`` what is no time; ``values``, ``days``,
``lengths``, ``countedfrom`` and ``feasts`` reckon the value, against ``setting`` and ``told`` (what the text named
before).
"""
