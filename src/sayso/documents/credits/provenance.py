"""A page's credits in their order: who published it, from whom that has the text, and so on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.documents.credits import rights
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.page import FoundCredit
from sayso.outlets import find_outlet, is_agency, key, same_outlet, surely_outlet
from sayso.vocab import CreditRole

#: The roles of those whose text a page may hold.
SOURCES = (CreditRole.REPUBLISHED_FROM, CreditRole.ORIGINAL, CreditRole.AGENCY)
#: The detail of a credit to whoever passed the text on, who is nearer than whom it was taken from.
PASSED_ON = "the line says who passed the text on"
#: The detail of one of several that a line tells from where the text began: the later ones are nearer.
TOLD_ON = "the line says who had the text later"
#: Whose texts are other people's announcements: these come before them, not behind.
RELEASES = frozenset({"PR Newswire", "Business Wire", "GlobeNewswire"})
#: What companies that own outlets end with: their notice stands on the pages of these.
OWNER = re.compile(r"\b(?:media|broadcasting|publishing|communications|newspapers|television|group|holdings)$", re.I)
#: What names in other languages begin with, or do not.
ARTICLE = re.compile(r"^(?:die|der|das|le|la|les|el|los|las|il|lo|o|a|de|het) ")
#: "F.P. Report", "IE Correspondent".
OWN_DESK = re.compile(
    r"(?P<letters>(?:[A-Z]\.?){2,5})\s(?:News )?"
    r"(?:Reports?|Reporters?|Correspondents?|Desk|Staff|Monitor(?:ing)?|Bureau)"
)
COMPANY_LAST = re.compile(r"(?:\s(?:news|&|and|media|group|publishing))+$", re.I)
#: The words of a name and its figures, also of those run into one.
PIECES = re.compile(r"\d+|[^\W\d_]+")
#: A station's name has so many letters at least, and these are none.
CALL_LETTERS = 3
COUNTRIES = frozenset({"USA", "UAE", "DRC", "PNG", "NSW", "NYC"})


def read_provenance(publisher: str | None, found: Sequence[FoundCredit], stated: Sequence[str] = ()) -> tuple[str, ...]:
    """The publisher where it is known, then whom it took the text from, and so on, as far as the credits tell.

    Stacked credit lines go from the nearest to the farthest, who passed the text on before them; the one called the
    original is farther than these; an agency of a dateline or beside other sources is the farthest. A copyright
    notice beside the article counts only where no other credit names a source. ``stated`` are the outlets that the
    markup says the article is from: the original, or an agency.
    """
    chain = [publisher] if publisher else []
    originals = [c.name for c in found if c.role is CreditRole.ORIGINAL]
    originals += [name for name in stated if not is_agency(name)]
    passed = [c.name for c in found if c.detail == PASSED_ON]
    told_on = [c.name for c in found if c.detail == TOLD_ON][::-1]
    taken = [c.name for c in found if c.role is CreditRole.REPUBLISHED_FROM and c.name not in originals]
    taken = [*told_on, *(name for name in taken if name not in told_on)]
    agencies = [c.name for c in found if c.role is CreditRole.AGENCY and c.name not in passed]
    agencies += [name for name in stated if is_agency(name)]
    originals = [name for name in originals if name not in stated or not _is_part(publisher, name)]
    far = [name for name in taken if is_agency(name) and name not in passed]
    if far and len(far) < len(taken):  # "Source: PA / Harbour Gazette"
        taken, agencies = [name for name in taken if name not in far], [*agencies, *far]
    nearer = [*passed, *taken, *(name for name in agencies if name in RELEASES)]
    owners = [c.name for c in found if c.role is CreditRole.COPYRIGHT and c.detail == rights.BESIDE]
    lone = [name for name in owners if sounds_like_outlet(name) and not (publisher and _is_owner(name))][:1]
    named = originals or agencies or set(nearer) > set(passed)
    for name in [*nearer, *originals, *agencies, *([] if named else lone)]:
        if not any(same_outlet(name, held) or _share_letters(name, held) for held in chain):
            chain.append(name)
    return tuple(chain)


def _is_owner(name: str) -> bool:
    """Whether a name is a company's that owns outlets, and no outlet's with the company behind it (``Guardian News &
    Media``)."""
    return OWNER.search(name) is not None and find_outlet(COMPANY_LAST.sub("", name)) is None


def _is_part(publisher: str | None, name: str) -> bool:
    """Whether what the markup calls the source is the publisher's own name with more words before or behind it."""
    own, whole = key(publisher or ""), key(name)
    return bool(own) and find_outlet(name) is None and (whole.endswith(f" {own}") or whole.startswith(f"{own} "))


def is_own(credit: FoundCredit, written: str, publisher: str | None) -> bool:
    """Whether a credit that would say where the text is from names the page's own publisher, maybe by the end or the
    beginning of its name: ``Special to the Courier`` in the *Harbour Courier*. ``written`` is the name on the page."""
    if credit.role is CreditRole.AUTHOR and publisher:  # a library; "KBAR Coast"; no person's own page
        alike = key(credit.name) == key(publisher) or _share_letters(credit.name, publisher)
        return alike and not begins_with_given(credit.name)
    sent = credit.role is CreditRole.AGENCY or credit.date
    if credit.role not in SOURCES or not publisher or (sent and is_agency(credit.name)):
        return False
    if same_outlet(credit.name, publisher) or _share_letters(credit.name, publisher):
        return True
    if _is_own_desk(written, publisher):
        return True
    own, whole = (ARTICLE.sub("", key(name)) for name in (written, publisher))
    if own == whole or set(PIECES.findall(own)) == set(PIECES.findall(whole)):  # "WKTB 7News", "7 News WKTB"
        return True
    if written.isupper() and len(written) >= CALL_LETTERS and _is_short_for(written, publisher):
        return True
    known = surely_outlet(written) is not None and " " in own
    holding = " " in whole and own.startswith(f"{whole} ") and OWNER.search(written) is not None
    return not known and (f" {whole}".endswith(f" {own}") or whole.startswith(f"{own} ") or holding)


def _is_own_desk(written: str, publisher: str) -> bool:
    """Whether a name is the initials of the page's own outlet and its desk: ``F.P. Report`` in *The Frontier Post*."""
    desk = OWN_DESK.fullmatch(written)
    initials = [word[0] for word in publisher.split() if word[0].isupper() and word.lower() != "the"]
    return desk is not None and len(initials) > 1 and desk["letters"].replace(".", "") == "".join(initials)


def _is_short_for(letters: str, publisher: str) -> bool:
    """Whether letters are a publisher's initials, one more at most behind them: ``HGB`` of *Harbour Gazette*."""
    initials = "".join(word[0] for word in publisher.split() if word.lower() != "the").upper()
    return len(initials) > 1 and letters.startswith(initials) and len(letters) - len(initials) <= 1


def _share_letters(name: str, other: str) -> bool:
    """Whether two names begin with the same letters, which are a station's or a broadcaster's: ``KBAR`` and *KBAR 7
    News*, ``NBC Sports`` and *NBC News*."""
    letters, held = (words.split(maxsplit=1)[0].removesuffix("-TV") if words else "" for words in (name, other))
    return letters == held and len(letters) >= CALL_LETTERS and letters.isupper() and letters not in COUNTRIES
