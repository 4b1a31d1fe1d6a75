"""An index that only grows: ``postings`` and ``runs`` say which documents have which keys, ``candidates`` who meets in
it.
"""
