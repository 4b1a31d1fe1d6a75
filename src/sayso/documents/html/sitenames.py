"""Names of sites beside the domains that are made of them, and the platforms that give a site no name of its own."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import urlsplit

from sayso.documents.credits.letters import LETTERS
from sayso.outlets import find_outlet, key

#: Where many have their sites; what sites are made with, and how those are called that nobody gave a name.
HOSTS = frozenset("medium substack livejournal typepad".split())
PLATFORMS = (
    HOSTS
    | frozenset(
        "blogger blogger.com blogspot blogspot.com wordpress wordpress.com tumblr ghost wix squarespace weebly joomla"
        " joomla! drupal website blog localhost default home untitled".split()
    )
    | {"my blog", "my site", "my website", "my wordpress blog", "site name", "your site name", "site title", "web site"}
)
#: The host of an address.
DOMAIN = re.compile(r"[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,12}", re.IGNORECASE)
#: What stands between a domain's own name and its country's.
SHARED_LABELS = frozenset("co com org net gov gv ac edu or ne nom asso".split())
#: Initials of fewer words tell nothing.
FEWEST_INITIALS = 3
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"})
#: What a society or company has behind its name, and a name that ends so.
FORM = re.compile(r"\s(?:e\.\s?V|i\.\s?L|S\.\s?A|A\.\s?S|Inc|Ltd|Co)\b\.?$")


def agree(part: str, name: str) -> bool:
    """Whether a part of a title is a site's name, or a domain made of it."""
    if key(part) == key(name):
        return True
    return any(
        DOMAIN.fullmatch(domain) and not DOMAIN.fullmatch(words) and _is_made_of(domain.lower(), words)
        for domain, words in ((part, name), (name, part))
    )


@functools.lru_cache(maxsize=1024)
def _is_made_of(domain: str, words: str) -> bool:
    """Whether a domain is a name written as one word, or its initials (with figures behind them): *paz.de* of
    *Preußische Allgemeine Zeitung*. What stands before the domain's own name is a part of the site, but for a name of
    several words."""
    labels = domain.removeprefix("www.").split(".")[:-1]
    own = labels[-2] if len(labels) > 1 and labels[-1] in SHARED_LABELS else labels[-1]
    spelled = _spelled(words)
    if any(label.replace("-", "").removeprefix("the") in spelled for label in {own, *labels[: " " in words]}):
        return True
    initials = "".join(word[0] for word in LETTERS.findall(FORM.sub("", words)) if word[0].isupper()).lower()
    return len(initials) >= FEWEST_INITIALS and own.rstrip("0123456789") == initials


def _spelled(words: str) -> set[str]:
    """The letters of a name as domains have them: without marks and *the*, umlauts written with an *e* or without."""
    low = words.lower()
    plain = unicodedata.normalize("NFKD", low)
    forms = (low, low.translate(UMLAUTS), "".join(c for c in plain if not unicodedata.combining(c)))
    return {"".join(c for c in form if c.isalnum()).removeprefix("the") for form in forms}


def in_words(site: str | None, shown: Sequence[str]) -> str | None:
    """A site's name; where it is a domain, the name ``shown`` on the page that it is made of."""
    if not site or not DOMAIN.fullmatch(site) or find_outlet(site):
        return site
    return next((name for name in shown if " " in name and agree(site, name)), site)


def host_of(address: str | None) -> str | None:
    """The host of an address, without *www*."""
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def is_platform(name: str) -> bool:
    """Whether a name is a platform's, or one that sites have before anybody gives them one."""
    return name.casefold().strip() in PLATFORMS
