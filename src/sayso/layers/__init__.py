"""One document → its layers: what it names, when, where, how many, who says what, and what is claimed.

Every module is pure: a document, its blocks and the layers before it in, rows out. Folders in the order in which each
builds on those before it (``lint-imports`` holds them to it). What the pipeline calls of a folder is its "annotator".

``parsing`` has the sentences, ``names`` who and what is mentioned, ``places`` where, ``times`` when, ``quantities`` how
many, ``events`` who did what to whom, ``attribution`` who is said to have said what through whom. Claims take three
folders: ``clauses`` what a sentence says, clause by clause, ``values`` what of it can be compared, ``claims`` what is
said to be so, and whose word it is.
"""
