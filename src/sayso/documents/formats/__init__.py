"""What comes in, by its content and not by its name.

``files`` reads files, folders and streams: ``kinds`` tells what bytes are, ``streams`` bounds how many are held.
``feed``, ``objects`` (JSON Lines), ``messages``, ``pdf``, ``warc`` and ``packed`` (archives) read one kind each,
``saved`` what a browser wrote into a page; ``readings`` is a page with its bytes and problems.
"""
