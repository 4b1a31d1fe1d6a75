"""Who did what to whom, where and when.

``annotator`` makes the rows, with ``words`` (which words name an event) and ``roles`` (who acts and who is acted on).
"""
