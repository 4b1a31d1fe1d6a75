"""Which names of different documents are one.

``collator`` joins mentions; ``namekeys`` and ``renderings`` compare names, ``placing`` places of one name; ``press``
tells which names are outlets, ``fighters`` under which bodies people fight, ``bodies`` which may be one body,
``spokesmen`` for whom people speak.
"""
