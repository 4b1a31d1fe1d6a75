"""Which documents are about one happening.

``collator`` makes the rows; ``subjects`` is what documents are compared by, ``linking`` groups them, ``leftovers``
places what is left.
"""
