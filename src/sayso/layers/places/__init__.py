"""Where the places of a document lie.

``annotator`` resolves its mentions of places, from ``spots`` (where the text names some) and ``nearness`` (which of its
namesakes each one means, decided for all of them together).
"""
