"""The words of a pack: what they are compared by, and slips put right before anything is looked up."""

from __future__ import annotations

import pytest

from bot.answering.text import tokenise
from bot.answering.vocabulary import Vocabulary
from bot.knowledge.model import Entity, Metric, Pack

PACK = Pack(
    id="x",
    title="X",
    metrics={"deaths": Metric(id="deaths", unit="people", words=("lives lost",))},
    synonyms=(("truce", "ceasefire"), ("armoured car", "bulletproof vehicle"), ("fvf", "free valmora front")),
)
WORDS = "the ceasefire ended on monday after a market bombing in northmark said brandt of pcm".split()
VOCABULARY = Vocabulary(PACK, WORDS, ["fvf", "brandt"])


@pytest.mark.parametrize(
    ("one", "other"), [("truce", "ceasefire"), ("bombing", "bombings"), ("begin", "commence")]
)
def test_synonyms_and_inflected_forms_have_one_key(one: str, other: str) -> None:
    assert VOCABULARY.key(one) == VOCABULARY.key(other)


@pytest.mark.parametrize(("one", "other"), [("truce", "bombing"), ("analyst", "study"), ("2022", "2023")])
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert VOCABULARY.key(one) != VOCABULARY.key(other)


def test_a_phrase_is_compared_by_its_one_word_synonym_or_by_its_group() -> None:
    assert VOCABULARY.idiom(PACK.synonyms[2]) == VOCABULARY.key("fvf")
    assert VOCABULARY.idiom(PACK.synonyms[1]) == "=armoured car"


@pytest.mark.parametrize(
    ("word", "role", "known"),
    [
        ("the", "function", True),
        ("please", "frame", True),
        ("monday", "frame", True),
        ("tuesday", "frame", True),
        ("who", "function", True),
        ("7", "number", True),
        ("market", "content", True),
        ("markets", "content", True),
        ("lives", "content", True),
        ("zebra", "content", False),
    ],
)
def test_a_word_has_its_part_in_a_text_and_is_known_or_not(word: str, role: str, *, known: bool) -> None:
    term = VOCABULARY.term(word)

    assert (term.role, term.known) == (role, known)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("the cease fire ended", "the ceasefire ended"),
        ("the cease-fire ended", "the ceasefire ended"),
        ("North mark", "Northmark".lower()),
        ("the market bombing", "the market bombing"),
        ("", ""),
    ],
)
def test_words_that_the_pack_writes_as_one_are_joined(text: str, joined: str) -> None:
    assert VOCABULARY.join(text) == joined


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("the markt bombng", "the market bombing"),
        ("the Markt", "the Markt"),  # a capital may begin the name of another thing
        ("in Februray", "in February"),
        ("Northmrak and cesefire", "Northmark and ceasefire"),
        ("in februray", "in february"),
        ("the bulletprof vehicle", "the bulletproof vehicle"),
        ("half of 2202", "half of 2202"),
        ("peru and zebra", "peru and zebra"),
        ("the MARKT", "the MARKT"),
        ("the first half", "the first half"),
    ],
)
def test_typos_are_put_right_but_not_in_numbers_countries_and_acronyms(text: str, mended: str) -> None:
    assert VOCABULARY.slips.repair(text) == mended


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("did Zembla agree", ("Zembla",)),
        ("did Zembla and Borduria and Zembla agree", ("Zembla", "Borduria")),
        ("a market in peru", ("Peru",)),
        ("a market in zembla", ("Zembla",)),
        ("a market of zembla", ()),
        ("did the FBI agree", ("FBI",)),
        ("did the UK agree", ("UK",)),
        ("did Brandt agree", ()),
        ("the Bombings", ()),
        ("in 7 days", ()),
        ("Zembla", ()),
    ],
)
def test_capitals_countries_and_words_after_in_may_be_names_that_nobody_knows(
    text: str, names: tuple[str, ...]
) -> None:
    assert VOCABULARY.unknown_names(tokenise(text)) == names


def test_a_slip_with_a_capital_is_put_right_where_the_word_is_of_a_name() -> None:
    named = Vocabulary(Pack(id="p", title="P"), {"market", "harbour"}, names={"northmark", "central"})

    assert named.slips.repair("in the Northmrak") == "in the Northmark"
    assert named.slips.repair("in the Harbor") == "in the Harbor"
    assert named.slips.repair("men in Chitral") == "men in Chitral"  # two edits from "central" are too many


def test_a_short_word_is_no_slip_for_one_that_is_no_english() -> None:
    named = Vocabulary(Pack(id="p", title="P"), {"bohat", "dehshatgardi"}, english={"market"})

    assert named.slips.repair("the siege of kohat") == "the siege of kohat"
    assert named.slips.repair("dehshatgadri") == "dehshatgardi"


def test_a_word_of_english_that_the_pack_lacks_is_no_slip_for_one_that_it_has() -> None:
    plain = Vocabulary(Pack(id="p", title="P"), {"market"})
    read_up = Vocabulary(Pack(id="p", title="P"), {"market"}, english={"marker", "market"})

    assert plain.slips.repair("markat and marker") == "market and market"
    assert read_up.slips.repair("markat and marker") == "market and marker"


def test_a_number_is_compared_by_its_digits() -> None:
    assert VOCABULARY.key("3,387") == VOCABULARY.key("3387")


NORTH = Vocabulary(
    Pack(id="p", title="P"),
    ["killed", "police"],
    english={"ram", "plot", "bake", "people", "bakery", "organize", "busy"},
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("police in quito killed", ("Quito",)),
        ("killed mombasa people", ("Mombasa",)),
        ("police rammed plotters baking people", ()),
        ("police ramifies repeopled", ("Ramifies",)),
        ("police unplotted the bakeries, rebaking", ()),
        ("police organise busier people", ()),
        ("police reram people", ("Reram",)),
        ("mombasa mein kitne killed", ()),
        ("killed 1234 oz", ()),
    ],
)
def test_a_word_that_is_not_english_is_a_name_unless_the_text_is_urdu(
    text: str, names: tuple[str, ...]
) -> None:
    assert NORTH.unknown_names(tokenise(text)) == names


def test_a_word_that_the_pack_lacks_before_one_of_a_name_makes_another_name() -> None:
    fair = Vocabulary(Pack(id="p", title="P"), ["lantern", "jam", "old"], english={"ember", "old"})

    assert fair.unknown_names(tokenise("the ember Jam")) == ("Ember",)
    assert fair.unknown_names(tokenise("the old Jam")) == ()
    assert fair.unknown_names(tokenise("the ember of a Jam")) == ()
    assert fair.unknown_names(tokenise("the ember jam")) == ()


def test_a_number_before_a_name_makes_no_other_name() -> None:
    fair = Vocabulary(Pack(id="p", title="P"), ["lantern", "jam", "old"], english={"hundred"})

    assert fair.unknown_names(tokenise("a hundred Jam")) == ()


def test_a_common_word_of_english_after_in_is_no_place() -> None:
    fair = Vocabulary(Pack(id="p", title="P"), ["lantern", "jam", "old"], english={"charge"})

    assert fair.unknown_names(tokenise("who is in charge")) == ()
    assert fair.unknown_names(tokenise("who is in zembla")) == ("Zembla",)


def test_such_a_word_is_foreign() -> None:
    assert NORTH.foreign(tokenise("killed mombasa people"))
    assert not NORTH.foreign(tokenise("killed people"))


BODIES = ("PICSS", "PIPS", "UNSC", "CRSC", "CTD")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("uncs", "unsc", id="two letters swapped"),
        pytest.param("crss", "crsc", id="another letter"),
        pytest.param("pics", "picss", id="a letter too few rather than another one"),
        pytest.param("pisc", "pisc", id="near to none"),
        pytest.param("cnsc", "cnsc", id="as near to two"),
        pytest.param("ctt", "ctt", id="another letter of three, as likely another body"),
        pytest.param("cttd", "ctd", id="a letter too many"),
    ],
)
def test_of_two_acronyms_as_near_neither_is_meant(typed: str, meant: str) -> None:
    pack = Pack(id="p", title="P", entries={name: Entity(id=name, name=name) for name in BODIES})
    bodies = Vocabulary(pack, (), names=[name.lower() for name in BODIES])

    assert bodies.slips.repair(f"a count of {typed}") == f"a count of {meant}"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("how may killed", "how many killed"),
        ("HOW MNAY KILLED", "HOW MANY KILLED"),
        ("how may i help", "how may i help"),
        ("how mach money", "how much money"),
        ("how such a market began", "how such a market began"),
        ("how long", "how long"),
        ("hat did they say", "what did they say"),
        ("Hen was it", "When was it"),
        ("then did they", "then did they"),
        ("peru? vhat is that", "peru? what is that"),
        ("peru is near", "peru is near"),
        ("what ere they", "what were they"),
        ("what dose it say", "what does it say"),
        ("where did they go", "where did they go"),
        ("who on earth are they", "who are they"),
    ],
)
def test_slips_in_words_with_which_people_ask_are_told_by_those_beside_them(typed: str, read: str) -> None:
    assert VOCABULARY.slips.repair(typed) == read


def test_a_word_of_the_pack_before_a_verb_is_no_slip_of_a_question_word() -> None:
    hats = Vocabulary(Pack(id="p", title="P"), {"hat"}, english={"wore", "dose"})

    assert hats.slips.repair("hat is red") == "hat is red"
    assert hats.slips.repair("what dose of it") == "what dose of it"
    assert hats.slips.repair("who wore it") == "who wore it"


class Listing(frozenset[str]):
    """Common words of English, with some rare ones."""

    def lists(self, word: str) -> bool:
        """Whether a word is one at all."""
        return word in {"oslo", "polite"}

    def writes_small(self, word: str) -> bool:
        """Whether it is one that is no name."""
        return word == "polite"

    def writes_as_name(self, word: str) -> bool:
        """Whether it is one that is always a name."""
        return word == "oslo"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("they wanted to opple it", "they wanted to topple it", id="a letter missing"),
        pytest.param("they wanted to toplpe it", "they wanted to topple it", id="two letters swapped"),
        pytest.param("they wanted to Opple it", "they wanted to Opple it", id="a name"),
        pytest.param("the talks in opple", "the talks in opple", id="a place"),
        pytest.param("they wanted to polite it", "they wanted to polite it", id="a word, though a rare one"),
    ],
)
def test_a_slip_in_a_word_that_the_pack_lacks_is_put_right_where_it_is_common_english(
    typed: str, read: str
) -> None:
    english = Listing("they wanted to topple it the talks in police".split())
    named = Vocabulary(Pack(id="p", title="P"), {"talks"}, english=english)

    assert named.slips.repair(typed) == read


def test_a_rare_word_is_a_slip_only_of_what_the_pack_says_often() -> None:
    named = Vocabulary(Pack(id="p", title="P"), {"solo", "police"}, english=Listing({"solo", "police"}))
    named.count("police", 80)

    assert named.slips.repair("the oslo polite") == "the oslo police"
    assert named.slips.repair("the slo policee") == "the slo police"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Kohat police killed", ("Kohat",), id="neither the pack's nor English"),
        pytest.param("Plotters killed people", (), id="English"),
        pytest.param("Wheer were police killed", (), id="a slip for a word that begins questions"),
        pytest.param("Police killed", (), id="the pack's"),
    ],
)
def test_a_sentence_may_begin_with_a_name(text: str, names: tuple[str, ...]) -> None:
    assert NORTH.unknown_names(tokenise(text)) == names
