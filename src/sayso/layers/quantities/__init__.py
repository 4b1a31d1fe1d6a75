"""How many of what: bounds, units and what is counted.

``annotator`` makes the rows; ``grammar`` and ``words`` read bounds and units.
"""
