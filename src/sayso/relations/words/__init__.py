"""How like words are, and what they say.

``spellings`` makes names ready to be compared, ``senses`` a claim's words, ``keywords`` those of a document with their
weights; ``likeness`` compares words by vectors, ``meanings`` whole claims, ``swaps`` says what stands in the place of
what.
"""
