"""Which passages documents have in common.

``collator`` finds them; ``sources`` is what it asks of a document, ``wording`` its text as numbers, ``fingerprints``
what stands for a text in an index, ``passages`` the alignment, ``stock`` what publishers print again and again.
"""
