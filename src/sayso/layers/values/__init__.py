"""What of a clause can be compared with what others say.

``slots`` is the lexicon, ``conditions``, ``choosing`` and ``kinds`` choose a slot, ``slotvalues`` and ``control`` fill
it: ``roles`` (who), ``routes``, ``sites``, ``scenes`` and ``settings`` (where and when), ``carried`` (a count taken up
again), ``tolls``, ``harmed``, ``causing`` and ``shares`` (who was harmed, by what), ``blame`` (who did it),
``possession`` (who holds it).
"""
