"""What is said to be so, and whose word it is.

``annotator`` goes through a document, ``making`` through a clause. Which clauses are claims: ``statements``,
``positions``, ``acts``, ``headlines``, ``topics``, ``inpassing`` (tolls named in passing), ``partitives`` (some of
those just counted), ``gapping`` (counts told in one breath by several), ``retorts`` (denials of what was told just
before). ``stances`` says how far each is said to be so.
"""
