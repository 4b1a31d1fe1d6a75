"""Which names of different documents are one.

``collator`` joins mentions; ``namekeys`` and ``renderings`` compare names, ``placing`` places of one name, ``towns``
what "the town" means, ``press`` which names are outlets, ``fighters`` bodies that people fight under, ``bodies`` which
may be one body, ``spokesmen`` for whom people speak, ``introductions`` how people are introduced and as whose,
``slips`` names that are one but for a slip of the pen.
"""
