"""How many independent sources stand behind a claim.

``collator`` makes the ladder; ``voices`` tells who speaks in each account, ``naming`` what a source's name tells,
``onenames`` which names are surely one's, ``testimony`` what an account is worth, ``tallying`` counts them, ``merging``
tells which may be one, ``judgedbodies`` obeys what people judged of bodies.
"""
