"""Who took the text from whom: ``collator`` says it, with ``dating`` (which of two is the earlier)."""
