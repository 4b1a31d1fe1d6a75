"""The readable cases in ``tests/cases/credits``: every one of ours holds, but for those
listed here; of those kept aside, how many is counted."""

from __future__ import annotations

import pytest

from creditcases import Case, failures, read_cases

#: How many of the held cases hold, at least; rises, never falls.
HELD_AT_LEAST = 328
#: Cases of ours that are read badly, with what is missing.
NOT_YET = {
    "1990s static page": "a name above the day of a page's last change",
    "static page 2003, tables and fonts, reprinted": "a site's name in a table's cell and before that of a section",
    "phpbb forum thread with a pasted article": "a post that goes on below the text it took",
    "blog post with a hat tip only, blogger's own text": "who writes a blog, as its motto says",
    "blog on a site which took it from a paper which got it from Reuters, hops in different places": "a hop told in the"
    " text's own words",
    "content partner: made by a nonprofit newsroom and shared with the publisher": "a holder of rights in markup alone",
    "planet-style aggregator page that leaves the feed's <source> element in the item": "an element of feeds in a page",
    "bylined by two papers' reporters, shared through a news service (Tribune-like)": "a service by its initials alone",
    "regional paper quotes Bloomberg wire with email of author": "both services of a byline",
    "French site partner block, article in partenariat, original first line": "a name that ends with a small letter",
    "NEGATIVE magazine opinion with author bio naming outlets and book copyright": "a name above an issue's number",
    "inside last paragraph: syndicated column with creators-like note and email": "the domain of whom a line names",
    'union newsletter from 2004, byline "our correspondent", reproduced by courtesy': "a masthead that goes on small",
    "Yahoo-like portal took a TV station's piece": "a single word above a menu as the name of the page",
    "broadcaster export, archive of wire copy in a portal": "whose pictures they are, in a list of fields",
    "chain of three: MSN-like portal, paper, agency": "a portal whose foot has half of its name",
    "German own report with agency contribution": "a place before a full stop",
    "negative: city news release on municipal site": "a town's own page: whose it is stands in a picture's name alone",
    "health news by way of a state newsroom": "a byline with a day is no credit of a source",
    "Spanish site, Guardian translation": "an outlet above the headline, with its language",
    "hyperlocal portal, sheriff's release via county paper": "whose announcement a text is",
    "Indymedia repost of a repost, 2003": "a list that a text was forwarded from, small letters at its beginning",
    "French site reprinting an independent magazine": "a name above a menu, said nowhere else",
    "licence at foot, French science news": "a name above a menu, told in a licence's sentence alone",
    "Chinese characters page with reporter in brackets": "a site's name behind a hyphen without blanks",
    "old usenet copy of AP by ClariNet": "a claim of rights within a sentence",
    "Turkish English daily with wires combined": "a place alone on a line above the day",
    "forum thread with pasted article and link back": "a site's name above its motto, said nowhere else",
    "HTML: French regional with role list and two agencies": "the paper's name run into that of whoever signs",
    "church site, reprinted with permission": "a heading with the site's name, which its title has, too",
    "Newsletter passing on a reprint": "a byline below a text in a newsletter of several",
    "Canadian pool reporter on a portal": "an agency that passed on another newsroom's text, both in one byline",
    "Chinese city portal reprinting an evening paper": "a first sentence as the headline, without blanks",
    "Cached copy in a page archive": "an archive's copy: the site's name below the archive's own",
    "Correction above a guest article": "a correction above the article",
    "University release on a science relay": "the day of the release, not of the study it tells of",
    "Arabic site quoting its way back": "a source and its source in Arabic, told with one preposition",
    "Ivorian portal with two sources in line": "who took a picture, behind © and the paper's name",
    "Blaze at the Reuters building": "a sentence before a claim of rights, read as a caption",
    "Photo page with several pictures by several hands": "a page of nothing but captions",
    "Military news page, public domain": "a heading that puts a work in the public domain",
    "29 trap: unsigned editorial, signed column and letters beneath": "whoever signs the column below",
    "30 nigerian daily, correspondent with city, nan mentioned as helping": "a name below its menu, above a motto",
    "39 link blog, quotation taken from a magazine via another blog": "a name run into its motto",
    "8 humanitarian aggregator, report of an ngo": "when the page was posted, not when the report was published first",
    "Portuguese site with Lusa and translation": "a claim of rights before ©, read as a caption",
}


@pytest.mark.parametrize("case", read_cases(held=False), ids=lambda case: f"{case.file}: {case.name}")
def test_case(case: Case) -> None:
    found = failures(case)
    assert bool(found) == (case.name in NOT_YET), found


def test_held_cases() -> None:
    cases = read_cases(held=True)
    broken = [failed for case in cases if (failed := failures(case))]
    assert len(cases) - len(broken) >= HELD_AT_LEAST, f"{len(broken)} of {len(cases)} do not hold"


def test_there_are_enough_and_three_in_ten_are_kept_aside() -> None:
    ours, held = len(read_cases(held=False)), len(read_cases(held=True))
    assert ours + held >= 150
    assert held * 10 >= 3 * (ours + held)
