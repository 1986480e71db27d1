"""How people lead to a question and end it is not read, and phrases are read as the words they stand for."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answered
from bot.answering.phrases import with_words_for_phrases
from tests.answering.counts import ask


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Sorry if this was asked before but who led it", "who led it"),
        ("sorry, when was it held", "when was it held"),
        ("soldiers who lost their lives", "soldiers killed"),
        ("in the eyes of the board", "according to the board"),
        ("is there actually something called a river board", "is there a river board"),
        ("are they one and the same group", "are they the same"),
        ("the latest UN paper", "the latest UN report"),
        ("to what end did they meet", "for what purpose did they meet"),
        ("under which ministry does the river board fall", "which ministry is the river board part of"),
        ("who sat at the head of the board", "who headed the board"),
        ("who ran the board", "who headed the board"),
        ("who ran the course on boats", "who ran the course on boats"),
        ("my friend asked me this: who led it", "who led it"),
        ("quick question: who led it", "who led it"),
        ("hey bot, who led it", "who led it"),
        ("bot, who led it", "who led it"),
        ("bot attacks in 2022", "bot attacks in 2022"),
        ("do you know who led it", "who led it"),
        ("does anyone here remember when it began", "when it began"),
        ("anyone knows who led it", "who led it"),
        ("can you please tell me how many died", "how many died"),
        ("please let me know if it was held", "is it true that it was held"),
        ("I would like to know about the talks", "the talks"),
        ("hey bot, I'm curious who led it", "who led it"),
        ("hey bot, sorry, quick question: who led it", "who led it"),
        ("next question: who led it", "who led it"),
        ("random question but who led it", "who led it"),
        ("here's one more question for the bot: who led it", "who led it"),
        ("for my school project: who led it", "who led it"),
        ("settle a bet: who led it", "who led it"),
        ("I forgot, who led it", "who led it"),
        ("not to be that guy but who led it", "who led it"),
        ("oh and when did it end", "when did it end"),
        ("I'm trying to find out who led it", "who led it"),
        ("can anyone confirm if it was held", "is it true that it was held"),
        ("it would be nice to know who led it", "who led it"),
        ("i wonder whether it was held", "is it true that it was held"),
        ("my question is who led it", "who led it"),
        ("i wonder at it", "i wonder at it"),
        ("the next one was held when", "the next one was held when"),
        ("he forgot, and left", "he forgot, and left"),
        ("can you tell a joke", "can you tell a joke"),
        ("he was sorry when it ended", "he was sorry when it ended"),
        ("sorry", "sorry"),
    ],
)
def test_how_a_question_begins_before_what_it_asks_is_left_out(typed: str, read: str) -> None:
    assert with_words_for_phrases(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("who led it, any idea?", "who led it?"),
        ("who led it? asap pls", "who led it?"),
        ("who led it - thank you!", "who led it!"),
        ("who led it, do you know", "who led it"),
        ("who led it, anyone?", "who led it?"),
        ("did it hurt anyone?", "did it hurt anyone?"),
        ("who led it pls, asap, thanks!", "who led it!"),
        ("whom did he thank you", "whom did he thank you"),
        ("talks pls", "talks pls"),
        ("who led it anyway?", "who led it?"),
        ("who led it btw", "who led it"),
        ("who led it, I forgot", "who led it"),
        ("who led it, need it for my essay", "who led it"),
        ("who led it? short answer please", "who led it?"),
        ("who led it, bro?", "who led it?"),
        ("I disagree with you man", "I disagree with you man"),
        ("who was the man?", "who was the man?"),
        ("what was it for in class?", "what was it for in class?"),
    ],
)
def test_how_a_question_ends_behind_what_it_asks_is_left_out(typed: str, read: str) -> None:
    assert with_words_for_phrases(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("explain the ISS", "what is the ISS"),
        ("could you define a truce", "what is a truce"),
        ("explain to me why it ended", "why it ended"),
        ("what do you know about Ada Weld", "tell me about Ada Weld"),
        ("give me some info on the talks", "tell me about the talks"),
        ("explain", "explain"),
    ],
)
def test_who_wants_something_explained_asks_what_it_is(typed: str, read: str) -> None:
    assert with_words_for_phrases(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("what's CRSS short for", "what does CRSS stand for"),
        ("how many individuals sustained injuries", "how many people were injured"),
        ("how many human beings", "how many people"),
        ("attacks in calendar year 2022", "attacks in  2022"),
        ("who was in charge of it", "who was heading it"),
        ("it goes back to 2007", "it was founded in 2007"),
        ("which person led it", "who led it"),
        ("roughly how many", "how many"),
        ("incidents of terror in the whole country", "attacks"),
        ("the country's talks", "the country's talks"),
        ("died in militant violence", "died in militant attacks"),
        ("since they came back to power", "since they takeover"),
        ("the 2 sides met 2 men", "the two sides met 2 men"),
        ("did he go 2 the talks 4 the office", "did he go to the talks for the office"),
        ("topics according 2 them", "topics according to them"),
        ("4 men and 2 of the sides", "4 men and 2 of the sides"),
        ("who runs the office", "who headed the office"),
        ("talks kis tareekh ko hue aur kis shehr mein", "talks kab hue aur kahan"),
        ("talks kis kis din hue", "talks kab hue"),
        ("kisi ko pata hai ke ISS kya cheez hai", "ISS kya hai"),
        ("kitni hlakatein aur sarbarahi", "kitni amwat aur qiyadat"),
        ("who ran away", "who ran away"),
        ("name of the man who blew himself up", "name of the suicide bomber"),
        ("he passed away when both sat down with him", "he died when both met him"),
        ("it was organised", "it was held"),
        ("someone said on tv that they met", "someone said  that they met"),
        ("was it on tv", "was it on tv"),
    ],
)
def test_some_phrases_are_read_as_a_word(typed: str, read: str) -> None:
    assert with_words_for_phrases(typed) == read


@pytest.mark.parametrize(
    "question",
    [
        "how many persons were killed in January 2023?",
        "how many individuals were killed in January 2023, any idea?",
        "sorry if this was asked already, but how many human beings were killed in January 2023",
        "Hey bot, does anyone here know how many people were killed in January 2023? Thanks in advance!",
    ],
)
def test_a_question_in_other_words_has_the_same_answer(question: str) -> None:
    answer = ask(question)

    assert isinstance(answer, Answered)
    assert answer.main.entry == "d-2023-01"
