"""PURE: phrases of a question that stand for a word, or for nothing: "full form", "any idea?"."""

from __future__ import annotations

import re
from typing import Final

from bot.answering.lexicon import VIOLENCE

_HEARING: Final = "someone|somebody|people|everyone|everybody|read|heard|saw|seen"
_HEARD_ON: Final = (
    "facebook|fb|twitter|tiktok|reddit|whatsapp|instagram|insta|telegram|youtube|quora|tv|television"
    "|social media|the (?:internet|news|radio|tv)"
)
"""Where people hear what they ask about: a question does not fix it."""
_PHRASES: Final = tuple(
    (letters, re.compile(phrase, re.IGNORECASE), word)
    for letters, phrase, word in (
        ("full", r"\bfull\s+forms?\b", "abbreviation"),
        (
            "short",
            r"\bwhat(?:'?s|\s+(?:is|are))\s+((?:the\s+)?\w+)\s+short\s+for\b",
            r"what does \1 stand for",
        ),
        ("away", r"\bpassed\s+away\b", "died"),
        (
            "up",
            r"\b(?:man|men|person|people|guy|one|woman|militants?)\s+who\s+blew\s+(?:him|her|them)sel(?:f|ves)\s+up\b",
            "suicide bomber",
        ),
        ("life", r"\blost\s+(?:his|her|their)\s+life\b", "died"),
        ("lives", r"\b(?:who|that)\s+lost\s+their\s+(?:own\s+)?lives\b", "killed"),
        ("sorry", r"\bsa(?:y|id)\s+sorry\b", "apologise"),
        ("eyes", r"\bin\s+the\s+(?:eyes|view|opinion|judg[e]?ment)\s+of\b", "according to"),
        (
            "called",
            r"\b(?:is|was)\s+there\s+((?:actually|really|even)\s+)?(?:something|a\s+thing|anything)\s+called\b",
            "is there",
        ),
        (
            "same",
            r"\bone\s+and\s+the\s+same(?:\s+(?:thing|group|org(?:ani[sz]ation)?|outfit|people|body))?\b",
            "the same",
        ),
        ("paper", r"\b(un|u\.n\.)\s+paper\b", r"\1 report"),
        ("end", r"\bto\s+what\s+end\b", "for what purpose"),
        (
            "under",
            r"\bunder\s+(which|what)\s+((?:\w+\s+){1,3}?)(?:do|does|did)\s+((?:\w+\s+){1,6}?)(?:fall|come|work|operate)\b",
            r"which \2is \3part of",
        ),
        ("gunned", r"\bgunned\s+down\b", "killed"),
        ("organi", r"\b(was|were|been|being)\s+organi[sz]ed\b", r"\1 held"),
        ("kicked", r"\bkicked\s+off\b", "began"),
        ("cease", r"\bcease[\s-]fire", "ceasefire"),
        ("presided", r"\bpresided\s+over\b", "chaired"),
        ("with", r"\b(?:sat\s+down|held\s+talks)\s+with\b", "met"),
        (
            "2 ",
            r"\b2(?=\s+(?:sides|countries|nations|states|governments|parties|delegations|capitals|allies|partners)\b)",
            "two",
        ),
        ("2 ", r"\b2(?=\s+(?:the|d|da|my|get|go|know|see|ask)\b)|(?<=according )2\b", "to"),
        ("4 ", r"\b4(?=\s+(?:the|d|da|my|a|which|what)\b)", "for"),
        ("acc", r"\bacc\b\.?(?=\s+to\b)", "according"),
        ("human", r"\b(?:human\s+beings|humans)\b", "people"),
        ("individuals", r"\bindividuals\b", "people"),
        ("su", r"\b(?:sustain|suffer)(?:ed|ing)?\s+(?:any\s+)?(?:injuries|wounds)\b", "were injured"),
        ("incidents", r"\bincidents\s+of\s+(?:violence|terror(?:ism)?)\b", "attacks"),
        ("viol", r"\b(militant|terror(?:ist)?|insurgent|extremist)\s+(?:violence|unrest)\b", r"\1 attacks"),
        ("calendar", r"\b(?:the\s+)?calendar\s+year(?=\s+\d)", ""),
        ("exactly", r"\bwhat\s+exactly(?=\s+(?:is|are)\b)", "what"),
        ("exactly", r"\bwho\s+exactly\b", "who"),
        ("person", r"\b(?:which|what)\s+person\b|\b(?:name|identify)\s+the\s+person\s+who\b", "who"),
        ("meant", r"\bwhat(?:'?s|\s+is)\s+meant\s+by\b", "what is"),
        ("how", r"\b(?:roughly|approximately|just)\s+(?=how\s+(?:many|much)\b)", ""),
        ("ing", r"\b(?:regarding|concerning)\b", "about"),
        (
            "country",
            r"\s(?:in|inside|within|across|throughout|around)\s+the\s+(?:whole\s+|entire\s+)?country\b(?!')",
            "",
        ),
        ("wide", r"\b(?:country|nation)-?wide\b", ""),
        ("", rf"\b({_HEARING})\s+((?:\w+\s+){{0,3}}?)(?:on|via)\s+(?:{_HEARD_ON})\b", r"\1 \2"),
        (
            "power",
            r"\b(?:coming|return(?:ed|ing)?|came|comes?|rise|rose)\s+(?:back\s+)?(?:in)?to\s+power\b",
            "takeover",
        ),
        (
            "who ",
            (
                r"\bwho\s+(?:runs|ran|directs|steers|steered|fronts|fronted)\b"
                r"(?!\s+(?:away|for|off|out|over|into|from|at))"
                r"(?!.{1,30}\b(?:course|training|workshop|class|programme|program)\b)"
            ),
            "who headed",
        ),
        ("charge", r"\bin\s+charge\s+of\b", "heading"),
        ("helm", r"\bat\s+the\s+helm\s+of\b", "heading"),
        ("at the head", r"\b(?:(?:sat|stood|was|were)\s+)?at\s+the\s+head\s+of\b", "headed"),
        ("back", r"\b(?:go(?:es)?|going|went|dat(?:es?|ed|ing))\s+back\s+to(?=\s+\d)", "was founded in"),
        ("came", r"\bwhat\s+came\s+out\s+of\b", "what outcome came out of"),
        (
            "did",
            rf"\bwho\s+did(?=\s+(?:the|that|this)\s+(?:[\w'-]+\s+){{0,5}}(?:{'|'.join(sorted(VIOLENCE))})\W*$)",
            "who carried out",
        ),
        ("gen", r"\bsec(?:retary)?[\s-]?gen(?:eral)?\b\.?", "Secretary-General"),
        (
            "kis ",
            r"\bkis\s+(?:kis\s+)?(?:tareekh|tarikh|din|date|saal|mahine|maheene)(?:\s+(?:ko|mein|main|me))?\b",
            "kab",
        ),
        ("kis ", r"\bkis\s+(?:shehr|sheher|shehar|shahar|jagah|mulk)\s+(?:mein|main|me|par|pe)\b", "kahan"),
        ("kisi", r"^\W*kisi\s+ko\s+(?:pata|maloom|ilm)\s+hai(?:\s+(?:ke|keh|k))?\s+(?=\w)", ""),
        ("k", r"\bk[iy]a\s+(?:cheez\s+|hot[ai]\s+)ha[iy]\b", "kya hai"),
        ("lakat", r"\bh[aie]?laka(?:a?t)(?:ein|en|on|ain)?\b", "amwat"),
        ("sarbarahi", r"\bsarbarahi\b", "qiyadat"),
        (
            " ke ",
            r"\s+ke\s+baa?re\s+(?:mein|main|me)(?:\s+(?:kuch|mujhe|hamen))?(?:\s+bata(?:o|en|yen|ein|iye|iyeh?))?\W*$",
            "",
        ),
    )
)
"""Phrases and the words they stand for, with letters that each has: without them it is not looked for."""
_ASKING: Final = r"(?:who|whom|whose|what|when|where|why|how|which|if|whether)\b"
_SOMEBODY: Final = r"(?:you|u|anyone|anybody|someone|somebody|any\s+of\s+you)(?:\s+(?:here|guys|all))?"
_WORK: Final = (
    r"(?:(?:an?|my|our|the)\s+)?(?:(?:school|uni(?:versity)?|college|history|class)\s+)?"
    r"(?:project|thesis|essay|homework|assignment|paper|presentation|exam|class)"
)
"""What students ask for."""
_LEAD: Final = re.compile(
    r"\W*(?:(?:hey|hi|hello|yo|dear|ok(?:ay)?)\s+(?:mr\.?\s+)?bot\b|@?bot(?=[,:])"
    r"|(?:sorry|apologies)(?:,?\s+(?:if|but)\s+(?:(?:this|that|it)\s+)?(?:was|were|is|has\s+been)\s+(?:already\s+)?"
    r"(?:asked|answered)(?:\s+(?:before|already))?)?(?:,?\s+but\b)?"
    r"|(?:my|a)\s+\w+\s+(?:asked|asks|wants\s+to\s+know)(?:\s+me)?(?:\s+this)?\s*:"
    r"|(?:(?:a|an|my|one|here'?s\s+(?:a|my|one))\s+)?(?:(?:quick|random|serious|genuine|honest|dumb|stupid|silly|noob|next|last"
    r"|another|more|final)\s+)+(?:q(?:uestion|n|s)?|one)(?:\s+for\s+(?:the\s+)?bot)?(?:\s*[:,-]|\s+but\b)"
    r"|(?:a\s+)?question\s+for\s+(?:the\s+)?bot\s*[:,-]"
    rf"|(?:for|in)\s+(?:{_WORK})\s*[:,]"
    r"|(?:refresh\s+my\s+memory|settle\s+a\s+bet|help\s+me\s+out|looking\s+for|for\s+the\s+record|to\s+be\s+clear"
    r"|just\s+to\s+be\s+(?:sure|clear)|please\s+check|i\s+forg[eo]t|(?:i\s+)?can'?t\s+(?:recall|remember))\s*[:,]"
    r"|not\s+to\s+be\s+that\s+\w+,?\s+but\b|oh,?\s+and\b|and\s+also\b"
    rf"|(?:does|would)\s+(?:the|this)\s+bot\s+know(?=\s+{_ASKING})"
    rf"|(?:can|could)\s+{_SOMEBODY}\s+(?:please\s+)?(?:confirm|check|verify)(?=\s+{_ASKING})"
    r"|(?:i(?:'?m|\s+am)\s+)?trying\s+to\s+(?:find|figure)\s+out(?:\s+about\b)?"
    rf"|(?:do|does|did|would)\s+{_SOMEBODY}\s+(?:happen\s+to\s+)?(?:know|remember|recall)(?=\s+{_ASKING})"
    rf"|any(?:one|body)\s+knows?(?=\s+{_ASKING})"
    r"|(?:it\s+)?(?:would|'?d|will)\s+be\s+(?:good|nice|great|cool|useful|helpful|interesting)\s+to\s+(?:know|learn|hear)"
    rf"(?=\s+{_ASKING})"
    r"|(?:my|the|a)\s+question\s+is"
    rf"|(?:(?:can|could|will|would)\s+{_SOMEBODY}\s+)?(?:please\s+|kindly\s+)?(?:tell|remind|let)\s+(?:me|us)"
    rf"(?:\s+know)?(?=\s+(?:{_ASKING}|it\s+is))"
    rf"|i(?:'?d|\s+would)?\s+(?:just\s+)?(?:like|love|want(?:ed)?|need)\s+to\s+(?:know|hear|learn|find\s+out)(?:\s+about\b)?"
    rf"|i\s+wonder(?=\s+{_ASKING})"
    rf"|(?:i(?:'?m|\s+am|\s+was)\s+)?(?:just\s+)?(?:wondering|curious)(?=\s+{_ASKING})"
    r")[\s,:]+(?=\w)",
    re.IGNORECASE,
)
"""How a question begins before what it asks."""
_WHETHER: Final = re.compile(r"^\W*(?:if|whether)\s+", re.IGNORECASE)
"""How what is behind such a lead begins where it asks if something is so."""
_TAIL: Final = re.compile(
    r"\s*(?:,\s*|\s-+\s*|\s)(?:any\s+(?:idea|ideas|clue)|(?<=,)\s*any(?:one|body)|thanks(?:\s+in\s+advance)?|(?<=[,-])\s*thank\s+you(?:\s+in\s+advance)?|thx|plea?se?|pl[sz]"
    r"|anyways?|by\s+the\s+way|btw|(?:bro|man|guys|folks|lol|tho|though)(?<!the\s\w\w\w)(?=\s*\?)|in\s+the\s+first\s+place"
    rf"|(?<=,)\s*(?:i\s+forg[eo]t|(?:i\s+)?can'?t\s+(?:recall|remember)|asking\s+for\s+a\s+friend|right\s+now|no\s+rush"
    rf"|as\s+far\s+as\s+you\s+know|(?:i\s+)?(?:need\s+(?:it|this)\s+)?for\s+(?:{_WORK}))"
    r"|(?<=\?\s)(?:(?:short|brief|quick)\s+answer|in\s+(?:simple|plain|a\s+few)\s+(?:words|english)|keep\s+it\s+(?:short|brief|simple)"
    r"|be\s+honest|serious\s+question|i\s+keep\s+hearing\s+different\s+things|(?:i'?m\s+)?not\s+sure(?:\s+about\s+(?:it|that))?)"
    r"|asap|urgently|(?:do\s+|if\s+)?(?:you|anyone|anybody|u)\s+knows?|if\s+you\s+don'?t\s+mind)(?=\W*$)",
    re.IGNORECASE,
)
"""How a question ends behind what it asks."""
_EXPLAIN: Final = re.compile(
    rf"\W*(?:(?:can|could|will|would)\s+{_SOMEBODY}\s+)?(?:please\s+|kindly\s+)?"
    r"(?:(?P<means>explain|describe|define)|(?:tell|inform)\s+(?:me|us)\s+(?:(?:more|something|everything|a\s+bit)\s+)?about"
    r"|what\s+do\s+(?:you|we)\s+know\s+(?:about|of)"
    r"|give\s+(?:me|us)\s+(?:(?:some|an?|the)\s+)?(?:info(?:rmation)?|details?|overview|summary|background)\s+(?:on|of|about))"
    rf"\s+(?:to\s+(?:me|us)\s+)?(?P<asked>{_ASKING})?",
    re.IGNORECASE,
)
"""How a question begins that asks what something is, or what is asked behind that."""
_MOST: Final = 3
"""Leads, or ends, one after the other."""
_FEWEST: Final = 2
"""Words of a question."""


def with_words_for_phrases(text: str) -> str:
    """Return a text with what people write in several words as the word that is compared."""
    text = _explained(_framed(text))
    small = text.casefold()
    for letters, phrase, word in _PHRASES:
        if letters in small:
            text = phrase.sub(word, text)
    return text


def _framed(text: str) -> str:
    """Return a text without how it leads to what it asks, and what it ends with, where something is left."""
    for _ in range(_MOST):
        found = _LEAD.match(text)
        if found is None:
            break
        text = _WHETHER.sub("is it true that ", text[found.end() :])
    for _ in range(_MOST):
        rest = _TAIL.sub("", text)
        if rest == text or len(rest.split()) < _FEWEST:
            break
        text = rest
    return text


def _explained(text: str) -> str:
    """Return "explain X" as "what is X", "explain why" as "why", "give me info on X" as "tell me about X"."""
    found = _EXPLAIN.match(text)
    if found is None or not text[found.end() :].strip():
        return text
    asking = found["asked"] or ("what is " if found["means"] else "tell me about ")
    return f"{asking}{text[found.end() :]}"
