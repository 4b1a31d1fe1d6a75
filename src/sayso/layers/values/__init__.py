"""What of a clause can be compared with what others say.

``slots``, ``kinds`` and ``conditions`` choose its slot, ``slotvalues`` fills it: ``roles`` (who), ``routes``,
``sites``, ``scenes`` and ``settings`` (where and when), ``carried`` (a count taken up again), ``tolls``, ``harmed``,
``causing`` and ``shares`` (who was harmed, by what), ``blame`` (who did it), ``possession`` (who holds it).
"""
