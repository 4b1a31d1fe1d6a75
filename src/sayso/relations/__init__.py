"""Many documents → relations: who has it from whom, which documents, names and claims are one, what is at odds.

Every module is pure: rows in, rows out. What a stage needs of a record (an index, the rows of a story) is handed in.
Folders in the order in which each builds on those before it (``lint-imports`` holds them to it). What is called of a
folder is its "collator".

``words`` says how like words are, ``names`` which names are one, ``index`` which documents share keys, ``reuse`` which
share text, ``lineage`` who took it from whom, ``stories`` what is about one happening, ``claims`` which claims are one,
``agreement`` how the others stand to each other, ``origins`` how many independent sources stand behind each. ``parted``
joins things two by two and keeps apart what must be.
"""
