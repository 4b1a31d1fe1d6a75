"""The grammar of a text's way over the letters of its words (``waykinds``): names with what leads up to them, acts.

Some words count for more than their kind does: they are listed here, too.
"""

from __future__ import annotations

import re

#: What leads up to names.
_LEAD = "|".join(
    (
        r"[LY][_dipl*1]{0,4}[obfwnat]",  # "permission of", "courtesy of", "thanks to"
        r"[LY]i(?=d?N)|L(?=dN)|Y(?=[d_*]{0,3}N)",  # "gracias a X", "Genehmigung der X", "courtesy X"
        r"Z[_di]{0,2}[T*][_*]{0,2}o",  # "as an edition of"
        r"W_{0,2}o|go",  # "way of", "behalf of"
        r"[vfonbawgt]",
    )
)
#: What these may be of: "from *an article on* the website of X".
_OF = r"(?:[_dilp12]{0,4}\??(?:[T*]|(?<=[id_l])[SKDMC])[_*T?]{0,3}[ofabnQ][1_]?){0,3}"
#: "from *the website*, the Harbour Gazette"; a strange word at most; "on *her blog*, Warm Stones".
_BEFORE_NAME = r"(?:[:,]?[_dil*T]{0,4}\??[_dil*T]{0,2}(?:(?<=[_T*]),[d_]?)?|(?:p|d?A)[_l]{0,2}[*T],[d_]?)"
PHRASE = rf"(?P<lead>{_LEAD}){_OF}{_BEFORE_NAME}(?P<names>N(?:(?:,J?|J)d?N)*)"
#: The steps in which a line is read.
CHUNK = re.compile(rf"{PHRASE}|(?P<act>[SKDGMCRIU])|(?P<bare>N)|(?P<word>.)")
#: A subject that is a name: "X also …".
AGENT = re.compile(r"N[_12hEB]*$")
#: "Text:", "Originally published:".
LABEL = re.compile(r"[_dilT*12SKDGMRLYb,]*:[*_d]*")
#: "The original story was": behind it stands what is called the original.
CALLED = re.compile(r"[^?NX]*T[^?NX]*B_?")
#: "Author:", "the reporter, ": behind it stands who wrote.
WRITES = re.compile(r"A,?$")
#: What tells nothing of a way: titles, and brackets without an act.
ASIDE = re.compile(r"(?<=Z)[_di]{0,3}N|\([^()SKDGMCRLYvf.]*\)")
#: A subject that is some text's, by the article before it: "a short report".
OF_TEXT = re.compile(r"(?P<article>[dip]?)[_l*?12]{0,4}T")
#: Up to the name of where more than the page has of it stands: "Full text at".
WHOLE = re.compile(
    r"(?:^|[.!?;|(]\s)\W*(?:the\s|le\s|el\s|der\s)?(?:(?:full|whole|complete|entire|original|longer|unabridged|vollständiger?"
    r"|ganzer?)\s(?:\w+\s){0,2}|(?:texte|texto|testo)\s(?:intégral|completo|íntegro|integrale?|original)\s)\w{1,4}\s(?:the\s)?$",
    re.I,
)
#: A programme or its like, told of: "The series, which".
OF_PROGRAMME = re.compile(r"d[_l]{0,3}\*[,Q_hB]*$")
#: Between a programme and whose it is.
ON = re.compile(r"[\"”’]?,?\s(?:on|auf|sur|en|su|op|på)\s(?:the\s|la\s)?", re.I)
#: One behind a preposition: "in the report".
BEHIND = re.compile(r"^[_,]*[abfnvwgto].*T")
#: Words for texts that may be any: "the report was …" counts only where it names what sounds like an outlet.
VAGUE = frozenset(
    "report content material translation item analysis investigation interview text excerpt chapter digest"
    " información informação informazione".split()
)
THANKED = frozenset("thanks thank grateful gratitude indebted obliged grâce gracias grazie graças dank".split())
BEGAN = frozenset("began begun originated debuted premiered".split())
#: What people do.
WROTE = frozenset("reported wrote authored penned filed researched".split())
WHERE = frozenset("where whose où dove donde onde wo waar gdzie где".split())
WHERE_BEHIND = re.compile(rf",?\s(?:{'|'.join(sorted(WHERE))})\b")
#: Behind these stand two.
BETWEEN = frozenset("between zwischen entre tra fra tussen mellan mellom mellem".split())
#: Behind these stands what something is called.
PROGRAMMES = frozenset("programme program series episode podcast show book film".split())
#: What a line asks of readers: no act.
ASKED = frozenset(
    "share send supply provide distribute publish print republish carry syndicate reproduce reprint use".split()
)
#: What tells without an act.
WITHOUT_ACT = re.compile(r"\b(?:via|vía|h/t|from|under|courtesy|cortesía|courtoisie)\b[^.;]*$", re.I)
