"""What each line of a page is there for.

``finder`` says it: ``lines``, ``words``, ``phrases`` and ``features`` are what can be seen of them, ``classifier`` the
trained trees, ``headlines``, ``captions`` and ``beside`` the rules for one zone each. ``headpicker`` chooses the
headline by trees of its own, which see ``headfigures``.
"""
