"""Rules and tagger: one attribution a cue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sayso.layers.attribution.annotator import find_attributions
from sayso.layers.attribution.tagger import TaggedAttribution
from sayso.spans import text_of

TEXT = "Ada Brenn said the mill was lost. The baker wants to leave Harrow."


def tagged(source: str, cue: str, content: str, score: float = 0.9) -> TaggedAttribution:
    def at(words: str) -> tuple[tuple[int, int], ...]:
        return ((TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()

    return TaggedAttribution(at(source), at(cue), at(content), score)


def read(page: Callable[..., Any], *found: TaggedAttribution) -> list[str]:
    document, _, parse = page(TEXT)
    rows = find_attributions(document, parse, [], list(found))
    return [f"{text_of(TEXT, r.source)}|{text_of(TEXT, r.cue)}|{text_of(TEXT, r.content)}" for r in rows]


def test_without_the_tagger_the_rules_stand(page: Callable[..., Any]) -> None:
    assert read(page) == ["Ada Brenn|said|the mill was lost", "The baker|wants|to leave Harrow"]


def test_where_the_tagger_read_it_unsupported_plans_go_and_statements_stay(page: Callable[..., Any]) -> None:
    assert read(page, tagged("", "lost", "mill", 0.1)) == ["Ada Brenn|said|the mill was lost"]


def test_the_same_cue_is_one_attribution(page: Callable[..., Any]) -> None:
    found = read(page, tagged("Brenn", "said", "mill was lost"), tagged("The baker", "wants", "to leave"))
    assert found == ["Brenn|said|mill was lost", "The baker|wants|to leave"]


def test_order_of_the_tagged_does_not_matter(page: Callable[..., Any]) -> None:
    one, two = tagged("Brenn", "said", "mill was lost"), tagged("The baker", "leave", "Harrow")
    assert read(page, one, two) == read(page, two, one)


def test_half_a_source_is_not_taken(page: Callable[..., Any]) -> None:
    text = "Rebels and residents said the well was dry."
    document, _, parse = page(text)
    half = TaggedAttribution(((7, 20),), ((21, 25),), ((26, 42),), 0.9)
    rows = find_attributions(document, parse, [], [half])
    assert [text_of(text, r.source) for r in rows] == ["Rebels", "residents"]


def test_an_amount_stays_with_what_is_put_at_it(page: Callable[..., Any]) -> None:
    text = "The hospital put the toll at nine."
    document, _, parse = page(text)
    rows = find_attributions(document, parse, [], [TaggedAttribution(((0, 12),), ((13, 16),), ((17, 25),), 0.9)])
    assert [text_of(text, r.content) for r in rows] == ["the toll at nine"]


def test_a_negated_verb_of_no_saying_tells_nothing(page: Callable[..., Any]) -> None:
    text = "The agency could not verify the pictures."
    document, _, parse = page(text)
    rows = find_attributions(document, parse, [], [TaggedAttribution(((0, 10),), ((11, 27),), ((28, 40),), 0.9)])
    assert rows == []


def test_the_chain_is_read_from_the_longer_source(page: Callable[..., Any]) -> None:
    text = "According to Reuters, citing two bakers, the mill was lost."
    document, _, parse = page(text)
    found = TaggedAttribution(((13, 20),), ((0, 12),), ((41, 58),), 0.9)
    (row,) = find_attributions(document, parse, [], [found])
    assert text_of(text, row.source) == "Reuters"
    assert row.chain == ("Reuters", "unnamed bakers")


def test_a_name_is_not_shared_out_between_source_and_content(page: Callable[..., Any]) -> None:
    text = "The mill was lost, the Office for Mills in Harrow says."
    document, _, parse = page(text)
    torn = TaggedAttribution(((19, 33),), ((50, 54),), ((0, 17), (34, 49)), 0.9)
    (row,) = find_attributions(document, parse, [], [torn])
    assert text_of(text, row.source) == "the Office for Mills in Harrow"
    assert text_of(text, row.content) == "The mill was lost"


def test_what_the_tagger_is_sure_of_is_kept_without_a_source(page: Callable[..., Any]) -> None:
    text = "The mill was dubbed the Iron Tooth."
    document, _, parse = page(text)
    for score, rows in ((0.95, 1), (0.6, 0)):
        found = TaggedAttribution((), ((9, 19),), ((0, 8), (20, 34)), score)
        assert len(find_attributions(document, parse, [], [found])) == rows


def test_the_tagger_gives_a_quotation_the_words_that_lead_up_to_it(page: Callable[..., Any]) -> None:
    text = "For a year “nobody mended the roof,” Ada Brenn said."
    document, _, parse = page(text)
    end = text.index(" Ada")
    found = TaggedAttribution(((end + 1, end + 10),), ((end + 11, end + 15),), ((0, end),), 0.98)
    (row,) = find_attributions(document, parse, [], [found])
    assert text_of(text, row.content).startswith("For a year “nobody mended")


def test_the_report_that_is_denied_is_told_whole(page: Callable[..., Any]) -> None:
    text = "The bank denied reports that it had frozen accounts."
    document, _, parse = page(text)
    found = TaggedAttribution(((0, 8),), ((9, 23),), ((24, 51),), 0.9)
    (row,) = find_attributions(document, parse, [], [found])
    assert text_of(text, row.cue) == "denied"
    assert text_of(text, row.content) == "reports that it had frozen accounts"


def test_a_quotation_is_told_whole_though_the_window_ends_in_it(page: Callable[..., Any]) -> None:
    text = "Ada Brenn said: “The mill is lost. The bridge is lost. We have nothing left.”"
    document, _, parse = page(text)
    cut = TaggedAttribution(((0, 9),), ((10, 14),), ((16, 33),), 0.98)
    (row,) = find_attributions(document, parse, [], [cut])
    assert text_of(text, row.content) == "“The mill is lost. The bridge is lost. We have nothing left.”"


def test_what_stands_before_the_source_is_no_part_of_what_it_says_behind_that(page: Callable[..., Any]) -> None:
    text = "After two hours of talks, Ada Brenn said that the mill was lost."
    document, _, parse = page(text)
    found = TaggedAttribution(((26, 35),), ((36, 40),), ((6, 24), (41, 63)), 0.98)
    (row,) = find_attributions(document, parse, [], [found])
    assert text_of(text, row.content) == "that the mill was lost"


def test_more_of_the_same_behind_a_semicolon_is_taken(page: Callable[..., Any]) -> None:
    text = "It was no oversight, Ada Brenn noted; the whole board had known of the leak in the roof for many months."
    document, _, parse = page(text)
    found = TaggedAttribution(((21, 30),), ((31, 36),), ((0, 19), (38, len(text) - 1)), 0.9)
    (row,) = find_attributions(document, parse, [], [found])
    assert text_of(text, row.content).endswith("for many months")


def test_a_reason_that_is_cited_is_told_and_whom_one_has_it_from_is_a_source(page: Callable[..., Any]) -> None:
    for cited, rows in (("low growth", 2), ("two bakers", 1)):
        text = f"Ada Brenn said the mill would close, citing {cited}."
        document, _, parse = page(text)
        said = TaggedAttribution(((0, 9),), ((10, 14),), ((15, 35),), 0.98)
        found = TaggedAttribution(((0, 9),), ((37, 43),), ((44, len(text) - 1),), 0.98)
        assert len(find_attributions(document, parse, [], [said, found])) == rows


def test_nobody_is_meant_by_they_in_somebody_s_words_where_the_tagger_passes_it_over(page: Callable[..., Any]) -> None:
    text = "“They say the mill is lost, but it is not,” Ada Brenn said."
    document, _, parse = page(text)
    found = TaggedAttribution(((44, 53),), ((54, 58),), ((0, 43),), 0.98)
    assert [text_of(text, r.source) for r in find_attributions(document, parse, [], [found])] == ["Ada Brenn"]


def test_who_is_not_sure_tells_nothing_of_it(page: Callable[..., Any]) -> None:
    text = "The mayor is not sure she can win. The mayor does not want to leave."
    document, _, parse = page(text)

    def at(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    unsure = TaggedAttribution(at("The mayor"), at("is not sure"), at("she can win"), 0.9)
    assert not [r for r in find_attributions(document, parse, [], [unsure]) if "she" in text_of(text, r.content)]
