"""When a page was published: ``finder`` says it, by ``words`` (dates in words and figures), ``labels`` (what stands
before them) and ``inference``.
"""
