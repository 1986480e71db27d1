"""PURE: small English words by which a sentence says more than it names: who does it, where, and whether."""

from __future__ import annotations

import re
from typing import Final

from bot.answering.lexicon import DENIALS

ATTRIBUTING: Final = frozenset(
    """
    record recorded register registered document documented note noted estimate estimated calculate
    calculated reveal revealed publish published show showed shows tally tallied log logged list listed
    find finds found count counts counted give gives gave put puts
    """.split()
)
"""Words with which a count is put down to who counted."""
CARRYING: Final = frozenset(
    """
    carry carries carried conduct conducted commit committed stage staged launch launched mount mounted
    perpetrate perpetrated occur occurred happen happened took take place hit out
    """.split()
)
"""Words with which an attack is said to be made or to happen, that tell no more than the count does."""
HAPPENING: Final = frozenset("happen happens happened occur occurs occurred".split())
"""Words that say no more than that there was something."""
ROUNDS: Final = frozenset("round rounds session sessions edition editions".split())
"""Words that say which time something takes place."""
SPREAD: Final = frozenset({"across", "throughout"})
"""Words before a place that say no more than "in"."""
NEGATORS: Final = DENIALS | frozenset(
    "not no never none nobody nothing neither nor nowhere without cannot hardly barely".split()
)
WEIGHTY: Final = frozenset(
    """
    all every each both only solely just most least more less fewer majority always ever again still yet
    already may might could will would must can shall should if unless whether before after until till
    against except instead than another second third half nearly almost
    want wanted wants need needed called call calls help try tried tries fail failed plan planned
    """.split()
)
"""Words that change what a sentence says, though they name nothing: both sides must have them."""
QUANTIFIERS: Final = frozenset("all every each both most".split())
"""Those of them that say of how many of what stands behind them something is so."""
BOUNDS: Final = frozenset("under over above below".split())
SEVERAL: Final = re.compile(r"people|children|men|women|\w{3,}s")
"""Words for several, of which a number behind such a word tells how old, tall or heavy they are."""
IN_PLACE: Final = frozenset("in at near inside outside within".split())
"""Words before places."""
AROUND: Final = IN_PLACE | frozenset("on during of from since after before".split())
TOWARD: Final = frozenset("to for with against toward towards".split())
PREPOSITIONS: Final = AROUND | frozenset(
    """
    to for with against by about over between among as into across through throughout toward towards upon
    under above below behind beyond along around via per like than despite within without onto off out up
    """.split()
)
SIDES: Final = frozenset("before after until".split())
"""Words after which something else is told of, by which the first is dated."""
AUXILIARIES: Final = frozenset("is are was were did does do has have had".split())
"""Words with which a question begins, so that what follows its name tells less."""
PASSIVE: Final = re.compile(
    r"(?:\s+\([^()]{1,12}\))?\s+(?:(?:is|are|was|were|be|being)|(?:has|have|had)\s+been|(?:will|would|may|might|can|could)\s+be)\s+"
    r"(?:not\s+|never\s+|also\s+|then\s+)?(?!(?:based|located|situated|headquartered)\b)"
    r"(?:[\w-]+ed|held|led|made|put|cut|shut|sent|hit|built|given|taken|struck|shot|won|lost|found|known|seen|told"
    r"|brought|bought|sold|taught|written|set|paid|broken|chosen|drawn|driven|fought|hurt|kept|left|sunk|thrown)\b",
    re.IGNORECASE,
)
"""What follows a name to which something is done."""
ARTICLES: Final = frozenset("the a an its their his her this that".split())
JOINTS: Final = frozenset("and or but while when where which who whose although though then because".split())
