"""The pictures of the gallery, in order: who does what, and what it shows. One call adds one.

A picture shows what the bot sent or changed with the last step of its scene.
"""

from __future__ import annotations

from typing import Final

from gallery_steps import (
    Scene,
    asked,
    chart,
    command,
    cut,
    edit,
    err,
    fix,
    keep_to_ask,
    press,
    pressed,
    reply,
    run,
    say,
    spoil,
)

PEOPLE: Final = "How many people were killed in January 2023?"
MOSQUE: Final = "How many people were killed in the Peshawar mosque attack?"
TRUCE: Final = "When did the ceasefire end?"
CLAIM: Final = "Is it true that the TTP unilaterally ended the ceasefire in June 2022?"
PRICE: Final = "What did Ned Price say about threats to the US?"

ASKING: Final = (
    Scene("greeting", "The greeting in the local Discord", "", "What the bot does, how to ask it, examples."),
    asked(
        "how-to",
        "A mention without words",
        "@Cited Answers",
        "What the bot does, how to ask it, and three examples.",
    ),
    asked(
        "answer",
        "A plain answer",
        "Who led the US delegation in March 2023?",
        "One sentence, its four sources with links and dates, and the day up to which it is known to hold.",
    ),
    asked(
        "several",
        "Three questions in one message",
        "When was the Army Public School attacked? Who was the mastermind? And what is NACTA?",
        "An answer to each that has one, with its own sources, and the one that has none by its words.",
    ),
    asked(
        "figure",
        "A number",
        PEOPLE,
        "PICSS counted 134 people killed in Pakistan in January 2023, with three sources and a note.",
    ),
    Scene(
        "edited",
        "The question edited: its answer changes",
        "the message before is edited, “injured” in place of “killed”",
        "The same reply now says that PICSS counted at least 254 people injured.",
        (edit("killed", "injured"),),
    ),
    pressed(
        "sources-in-full",
        "Sources in full, for the member who pressed",
        "Sources",
        "Each source with its kind, reliability and date, visible to one member only.",
    ),
    pressed(
        "why",
        "Why this is the answer",
        "Why",
        "How sure the bot was, what it read in the question, what came nearest and what it ruled out.",
    ),
    asked(
        "counters",
        "A number with other counters",
        "How many attacks were there in 2021?",
        "PICSS counted 294 attacks; below it PIPS counted 207, as definitions may differ.",
    ),
    asked(
        "disputed",
        "Sources that disagree, side by side",
        MOSQUE,
        "The final police count of 84 first, then 101, 63 and 72 from other sources, each with its source.",
    ),
    asked(
        "quote",
        "What somebody said",
        PRICE,
        "Ned Price's words in quotation marks, with his role, the day, the occasion and two sources.",
    ),
    asked(
        "claim",
        "A claim, checked",
        CLAIM,
        "The claim, the verdict that the sources contradict it, and what they say with five links.",
    ),
    asked(
        "did-you-mean",
        "A word that could mean several things",
        "peshawar",
        "Three numbered questions with a button for each.",
    ),
    pressed(
        "picked",
        "The answer that was meant",
        "2",
        "The same reply now gives the count of police for the Police Lines mosque and the other counts.",
    ),
    asked(
        "unanswered",
        "What the sources do not cover",
        "How many people were killed in March 2019?",
        "Not in the sources, which have it for other times, and the three nearest topics.",
    ),
    asked(
        "computed",
        "A sum, worked out from two counts of one institute",
        "How many attacks did PICSS count in December 2022 and January 2023 in total?",
        "The total with its sum, and both counts with their sources.",
    ),
    Scene(
        "reply",
        "A reply to the bot is a question too",
        "How many people died in January 2022?",
        "PICSS counted 42 people killed in January 2022.",
        (reply("How many people died in January 2022?"),),
    ),
    command(
        "ask-private",
        "An answer that only the asker sees",
        f"/ask - question: {TRUCE}, private: True",
        "The answer under the question, marked as visible to the asker only.",
    ),
    command(
        "check",
        "A sentence that the sources contradict",
        "/check - claim: PICSS counted 64 attacks in January 2023.",
        "The verdict, both numbers side by side, and the entry that decides with its sources.",
    ),
    command(
        "check-closest",
        "A sentence that the sources put in other words",
        "/check - claim: Pakistan outlawed the TTP back in August 2008.",
        "No verdict, but what comes closest: the ban of 25 August 2008, with its source.",
    ),
)
NUMBERS: Final = (
    command(
        "stats-article",
        "The checked article, claim by claim",
        "/stats article",
        "The claims of the article, each with its verdict, what differs and its sources, page by page.",
    ),
    command(
        "stats-figures",
        "Figures, by page",
        "/stats figures - metric: deaths, period: 2022",
        "Figures in order of time, each with who counted it and its sources, and buttons to turn the page.",
    ),
    command(
        "chart-reply",
        "A chart, with all its numbers and sources",
        "/stats chart - metric: attacks, per: month",
        "The finding in a sentence, each number with its sources, the chart, and a table to download.",
    ),
    chart(
        "chart-attacks",
        "Attacks by year",
        "metric: attacks",
        "PICSS rises from 294 in 2021 to 1,063 in 2025, PIPS from 207 to 699; CRSS and SATP have a point.",
    ),
    chart(
        "chart-deaths",
        "Deaths by year",
        "metric: deaths",
        "Lines for four counters from 2021 to 2024, with a warning sign where sources disagree.",
    ),
    chart(
        "chart-deaths-months",
        "Deaths by month: gaps stay gaps",
        "metric: deaths, per: month",
        "Bars for five months between January 2022 and July 2023, with dots where there is no figure.",
    ),
    chart(
        "chart-counters",
        "One year, four counters",
        "metric: deaths, period: 2022",
        "Bars for 2022: CRSS 980, IEP 643, PICSS 539 or 533, PIPS 419.",
    ),
    chart(
        "chart-groups",
        "One counter, in all and by group",
        "metric: attacks, counted_by: PIPS",
        "A line for all attacks that PIPS counted and points for those by the TTP, ISKP and the BLA.",
    ),
    chart(
        "chart-rise",
        "Percent",
        "metric: attacks-rise",
        "Bars for 2023: PICSS 70, the US Department of State 50, PIPS 17 percent.",
    ),
    command(
        "chart-none",
        "Nothing to draw",
        "/stats chart - metric: deaths, period: 2019",
        "One sentence: nothing to draw for deaths in 2019, and what can be drawn.",
    ),
    command(
        "compare",
        "Two years compared",
        "/stats compare - metric: attacks, counted_by: PICSS, period: 2021, with_period: 2022",
        "Both numbers, their difference and ratio worked out, notes and sources.",
    ),
    command(
        "compare-counters",
        "Two counters compared",
        "/stats compare - metric: deaths, period: 2022, counted_by: PICSS, with_counter: PIPS",
        "533 or 539 beside 419, the differences, and that counters may define it differently.",
    ),
    command(
        "compare-refused",
        "What does not measure the same thing is not compared",
        "/stats compare - metric: deaths, period: 2022, with_period: January 2023, counted_by: PICSS",
        "2022 is a year, January 2023 a month; 2023 and 2021 would do.",
    ),
)
BROWSING: Final = (
    command("help", "All commands", "/help", "How to ask, examples, and what each command does."),
    command(
        "about",
        "What it knows, and how often it is wrong",
        "/about",
        "Counts of entries and sources, the revision, and the shares of wrong answers with intervals.",
    ),
    command(
        "sources",
        "All sources",
        "/sources",
        "The sources, the most used first, ten to a page, with buttons to turn it.",
    ),
    command(
        "source",
        "One source, and what rests on it",
        "/sources - source: dawn-20230307",
        "Title, publisher, date and reliability of an article in Dawn, and the entries that rest on it.",
    ),
    command(
        "quotes",
        "Quotations",
        "/quote - speaker: Ned Price",
        "Three of Ned Price's quotations, the newest first, each with occasion and sources.",
    ),
    command(
        "timeline",
        "A timeline",
        "/timeline - from: November 2022, to: March 2023",
        "Events in order of time, each with its sources.",
    ),
    pressed("timeline-next", "Its next page", "Next", "The events that follow."),
)
ELSEWHERE: Final = (
    Scene("direct", "A direct message", TRUCE, "The answer, as in a channel.", (say(TRUCE),), place="direct"),
    Scene(
        "permission",
        "In a channel where the bot lacks Embed Links",
        TRUCE,
        "The whole answer as plain text, and a small line that names the missing permission.",
        (say(TRUCE),),
        place="narrow",
    ),
)
MODERATOR: Final = (
    command(
        "usage",
        "How much the server asks",
        "/stats usage",
        "How many questions were asked and answered, and which most often.",
        "Moderator",
    ),
    command("setup", "Set up, step 1", "/setup", "On or off, what each means, and a menu.", "Moderator"),
    Scene(
        "setup-channels",
        "Set up, step 2",
        "the button `Next: channels`, then #ask in the menu",
        "The bot answers only in #ask; what that means, its permissions there, and a menu of channels.",
        (keep_to_ask, run("/setup"), press("Channels")),
        "Moderator",
    ),
    Scene(
        "setup-moderators",
        "Set up, step 3",
        "the button `Next: moderators`",
        "Whose roles make them moderators, and a menu of roles.",
        (run("/setup"), press("Moderators")),
        "Moderator",
    ),
    command(
        "setup-summary",
        "Set up before",
        "/setup",
        "All choices on one page, with a button to change each.",
        "Moderator",
    ),
    Scene(
        "reload",
        "Facts published after a change in the YAML",
        "/facts reload",
        "One fact changed; the new revision is live.",
        (fix, run("/facts reload")),
        "Moderator",
    ),
    Scene(
        "reload-problems",
        "Facts with mistakes in the YAML",
        "/facts reload",
        "Three errors with file, line, column and the way to mend each; the old revision still serves.",
        (spoil, run("/facts reload")),
        "Moderator",
    ),
    Scene(
        "welcome",
        "The welcome in a server that adds the bot",
        "",
        "What the bot does, how to ask, examples, and how to set it up or switch it off.",
        (),
        "Moderator",
        "hall",
    ),
)
HOST: Final = (
    Scene(
        "outage",
        "While the database is out of reach",
        "/stats usage",
        "One sentence says so.",
        (cut, run("/stats usage")),
        "Moderator",
    ),
    Scene(
        "error",
        "When something fails",
        f"/ask question: {TRUCE}",
        "One sentence with a reference that is in the log.",
        (err, run("/ask", question=TRUCE)),
    ),
)
SECTIONS: Final = {
    "A member asks": ASKING,
    "A member wants numbers": NUMBERS,
    "A member looks around": BROWSING,
    "Elsewhere": ELSEWHERE,
    "A moderator": MODERATOR,
    "A host": HOST,
}
