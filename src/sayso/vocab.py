"""Closed vocabularies: every value that a field of kind *one of these* can have.

The values are what is written to records and to JSON, so a change of value is a change of format.
"""

from enum import StrEnum


class Zone(StrEnum):
    """What a stretch of a page is for."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"  # where and when: "Sunday, 2 March", "GENEVA (AFP) -" on a line of its own
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    TEASER = "teaser"  # a link to another article, with or without its picture
    LICENCE = "licence"
    COMMENT = "comment"
    FURNITURE = "furniture"


class CreditRole(StrEnum):
    """What a credit says that its name did for the text."""

    PUBLISHED = "published"
    REPUBLISHED_FROM = "republished_from"
    ORIGINAL = "original"
    AGENCY = "agency"
    PHOTO = "photo"
    COPYRIGHT = "copyright"
    AUTHOR = "author"


class DateBasis(StrEnum):
    """How the publication date is known."""

    GIVEN = "given"  # by whoever handed the document over
    STATED = "stated"  # on the page
    INFERRED = "inferred"  # worked out, with a reason


class Category(StrEnum):
    """What a mention names."""

    PERSON = "PERSON"
    ORGANISATION = "ORGANISATION"
    GROUP = "GROUP"  # armed groups and movements
    LOCATION = "LOCATION"
    NATIONALITY = "NATIONALITY"
    EVENT = "EVENT"
    PRODUCT = "PRODUCT"
    ROLE = "ROLE"  # a person by office only: "the governor", "two officials"


class Level(StrEnum):
    """How a mention refers to what it names."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexRole(StrEnum):
    """What a time expression does in its text."""

    OWN = "own"  # the time that it names
    PART = "part"  # a part of a day that other words name: "overnight"
    DATELINE = "dateline"  # when the text was sent, not when anything happened


class Precision(StrEnum):
    """How finely a toponym's coordinates locate it."""

    POINT = "point"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    AREA = "area"  # seas, deserts, continents


class PlaceUse(StrEnum):
    """What a text uses a place's name for (decision 0011)."""

    PLACE = "place"  # the place itself, where something is or happens, or that speaks
    BODY = "body"  # in the name of a body that is called after it: "Kent Police"
    PEOPLE = "people"  # a nationality, for its country: "Georgian". Never where anything happens


class Manner(StrEnum):
    """Whether the content is the source's own words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class AttributionType(StrEnum):
    """What the cue says the source did (PARC and PolNeAR)."""

    STATEMENT = "statement"
    QUESTION = "question"
    BELIEF = "belief"
    ATTITUDE = "attitude"
    INTENTION = "intention"
    PERCEPTION = "perception"


class Certainty(StrEnum):
    """How far the text stands behind the content."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    HEARSAY = "hearsay"
    DENIED = "denied"


class EventType(StrEnum):
    """PLOVER's types."""

    ACCUSE = "ACCUSE"
    AGREE = "AGREE"
    AID = "AID"
    ASSAULT = "ASSAULT"
    COERCE = "COERCE"
    CONCEDE = "CONCEDE"
    CONSULT = "CONSULT"
    COOPERATE = "COOPERATE"
    MOBILIZE = "MOBILIZE"
    PROTEST = "PROTEST"
    REJECT = "REJECT"
    REQUEST = "REQUEST"
    RETREAT = "RETREAT"
    SANCTION = "SANCTION"
    SUPPORT = "SUPPORT"
    THREATEN = "THREATEN"


class EventStatus(StrEnum):
    """Whether the text says that an event happened, or what else it says of it."""

    FACT = "fact"
    NEGATED = "negated"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"


class Slot(StrEnum):
    """What a claim is about; it decides how two claims compare."""

    TOLL = "toll"
    CONTROL = "control"
    STRENGTH = "strength"
    MOVEMENT = "movement"
    RESPONSIBILITY = "responsibility"
    SUPPORT = "support"
    OCCURRENCE = "occurrence"
    STATEMENT = "statement"


class Polarity(StrEnum):
    """Whether a claim affirms or negates."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """Whether a claim tells a fact, or something that is possible, planned, denied or ordered."""

    FACT = "fact"
    POSSIBLE = "possible"
    PLANNED = "planned"
    DENIED = "denied"
    ORDERED = "ordered"


class DescentBasis(StrEnum):
    """How it is known that one text was taken from another."""

    CREDIT = "credit"
    CITATION = "citation"
    SHARED_TEXT = "shared text"


class LinkKind(StrEnum):
    """How two rows of one kind stand to each other."""

    SAME_ENTITY = "same_entity"
    SAME_EVENT = "same_event"
    SAME_CLAIM = "same_claim"
    AGREES = "agrees"
    COMPATIBLE = "compatible"
    UPDATES = "updates"
    CONFLICTS = "conflicts"
    DENIAL = "denial"
    UNDECIDED = "undecided"


class StepKind(StrEnum):
    """What a step of a ladder's derivation tells."""

    COUNT = "count"  # one of the four counts, and what it counts
    JOINED = "joined"  # sources that may be one, joined in min
    LEFT_OUT = "left_out"  # what min or max does not count
    CIRCLE = "circle"  # outlets that cite each other and nobody else
    NOT_HELD = "not_held"  # an outlet whose own text is not in the record
    PARTY = "party"  # a source that has, or may have, a part in what it claims
    JUDGED = "judged"  # what a person judged


class MemberKind(StrEnum):
    """What kind of cluster a member is in."""

    STORY = "story"
    ENTITY = "entity"
    EVENT = "event"
    CLAIM = "claim"
    CORE = "core"  # claims of a cluster that are surely one; only if the cluster has several such parts


class JudgementKind(StrEnum):
    """What a person judged."""

    SAME = "same"  # two claims say the same
    NOT_SAME = "not_same"
    AGREES = "agrees"
    CONFLICTS = "conflicts"
    SAME_BODY = "same_body"  # two names are of one body
    OTHER_BODY = "other_body"
    UNDO = "undo"  # an earlier judgement no longer holds
