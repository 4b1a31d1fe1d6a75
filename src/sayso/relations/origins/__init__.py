"""How many independent sources stand behind a claim.

``collator`` makes the ladder; ``voices`` tells who speaks in each account, ``tallying`` counts them, ``judgedbodies``
obeys what people judged of bodies.
"""
