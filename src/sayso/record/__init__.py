"""What is kept about a case: one SQLite file that only grows.

``store`` is the record that callers open, ``rows`` how they get at its rows (``tables`` as an Arrow table), ``writer``
what a transaction can write. ``evidence`` is the ledger of captured bytes, ``judgements`` what people judged.

``engine`` opens the file, ``schema`` has the tables of rows, ``versions`` deals with records of other versions.

The rest lets new documents change only what they touch: ``related`` has the tables, ``desk`` the queues and the
bookkeeping, ``shelves`` the inverted indexes, ``segments`` their postings, ``pairs`` the rows of shared text, ``texts``
the words to compare, ``cache`` what a connection remembers between transactions.
"""
