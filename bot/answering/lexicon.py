"""PURE: what any English reader knows, whatever the pack: function words, numbers, common synonyms.

Nothing here is about a topic. A pack's own words belong in its ``pack.yaml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from babel import Locale

from bot.knowledge.cardinals import SCALES, SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENGLISH: Final = Locale("en")

DENIALS: Final = frozenset(
    """
    dont doesnt didnt isnt wasnt arent werent cant couldnt wont wouldnt hasnt havent hadnt shouldnt
    """.split()
)
"""Verbs that deny what follows, without their apostrophe."""
FUNCTION_WORDS: Final = DENIALS | frozenset(
    """
    a an the this that these those some any each every all both either neither no not nor such own same other
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
    who whom whose which what when where why how
    is are was were be been being am do does did done doing have has had having
    will would shall should can could may might must
    of in on at by for from to with without within into onto upon over under about against between among
    during above below up down out off through per via as than then so too very just also only
    and or but if because while until since although though however
    there here now ever never always again once maybe perhaps probably
    hwo whats hows thats theres
    hai hain tha thi thay thin ka ki ke ko se ne mein mai kya kaun kon kab kahan kyun kyu kis kisne kitne
    kitna kitni aur ya bhi hua hue hui huin gaya gaye gayi kar karna karne karta karte kiya raha rahe rahi
    wala wale walon ye yeh wo woh jo jab par pe taraf mutabiq darmiyan liye baad pehle unka uska
    inka iska yaar bhai konsa konse konsi kaunsa kaunse kaunsi kaise kaisay kaisa kaisi tak kisi koi kuch asal
    mujhe hamen unhon unhone inhon inhone usne isne jis jisne phir abhi sirf lekin agar diya diye gae gaey
    walay waali
    s t d ll re ve m th st nd rd
    """.split()
)

LINKING_WORDS: Final = frozenset(
    """
    a an the this that these those is are was were be been being am do does did has have had get got
    of in on at by for from to with how many much number
    """.split()
)
"""Words that may stand between the words of a phrase without changing what it names."""

SHORTHAND: Final[Mapping[str, str]] = {
    short: word
    for short, _, word in (
        pair.partition(":")
        for pair in """
    abt:about mny:many meny:many mch:much wich:which whch:which whcih:which wht:what wat:what wut:what
    whne:when waht:what whta:what wen:when whn:when wehn:when wher:where whre:where ppl:people pls:please
    plz:please
    thx:thanks govt:government bcz:because bcoz:because cuz:because coz:because
    teh:the hte:the taht:that thsi:this adn:and
    incl:including hq:headquarters yr:year yrs:years wk:week wks:weeks mnth:month mnths:months mth:month
    mths:months hrs:hours nmbr:number nmbrs:numbers nbr:number nos:numbers amt:amount avg:average pct:percent
    prcnt:percent percnt:percent approx:approximately dept:department intl:international natl:national
    frm:from wid:with wer:were wre:were shud:should cud:could wud:would evry:every tht:that thru:through
    ded:dead nxt:next grp:group grps:groups rly:really
    atk:attack atks:attacks attk:attack attks:attacks whr:where rpt:report rprt:report stmt:statement
    stmnt:statement lvl:level thnk:think b4:before
    diff:difference ans:answer ques:question spox:spokesperson
    wiht:with thier:their ther:there dat:that dis:this wats:whats whos:who whens:when wheres:where wuz:was
    """.split()
    )
}
"""Chat shorthand and common slips of the words with which people ask, and what they stand for."""

URDU_WORDS: Final = frozenset(
    """
    hai hain tha thi thay ka ki ke ko ne mein kya kaun kon kab kahan kyun kitne kitna kitni aur bhi hua hui
    kia kb kyu kyon kis jis yeh woh koi kuch log wala wali wale walay gaya gaye gayi gya gye raha rahi rahe
    hota hoti hote karta karti karte liye baad pehle phir magar lekin sirf bohat bohot bahut chahiye chahie
    umar umr mujhe mujh hum aap tum yahan wahan haan nahi nahin batao batayen bataein saath
    """.split()
)
"""Common words of Urdu in Latin letters, by which a text shows that it is Urdu."""

NEGATIONS: Final = DENIALS | frozenset("not never nahi nahin".split())
"""Words that deny the one after them."""

BEFORE_PLACES: Final = frozenset("in at near from outside around".split())
"""Words after which an unknown word is most likely the name of a place."""
BEFORE_NAMES: Final = BEFORE_PLACES | frozenset("did does by per".split())
"""Words after which an unknown word is most likely some name: whoever did something comes after "did"."""

COURTESIES: Final = frozenset(
    "thanks thank thankyou ty shukria shukriya welcome sorry congrats hi hey hello lol haha hahaha".split()
)
"""Words with which people greet, thank and laugh."""
CHAT_WORDS: Final = frozenset(
    """
    idk tbh imo imho fyi ngl smh omg wtf wth lmk iirc afaik asap tldr lmao rofl hmm hmmm umm uhh ugh yay nah
    meh aha amb pic sed kgs kms lbs
    """.split()
)
"""What people type besides in chat: no names, no slips, and nothing that is asked about."""
REQUESTS: Final = frozenset("tell explain give show help info information detail details".split())
"""Words with which people ask without a question word."""
FRAME_WORDS: Final = (
    COURTESIES
    | REQUESTS
    | frozenset(
        """
    please know say said says need want wanna find get got
    bro guys everyone anyone anybody someone somebody people person persons individual individuals folk folks
    question answer exactly actually really basically simply quick quickly
    thing things kind sort type way mean means meant stand stands called name named
    definition define defined abbreviation acronym full form proper
    much many number total count counted counts amount figure figures according per source sources reported
    report reportedly true false correct right fact article yes yeah yep nope
    truly honestly seriously legit quite wait heard story
    go went happen happened happening occur occurred occurs take took taken place make made come came put
    context remind reminder curious wonder wondering confused exaggerated exaggeration
    one ones still yet already even more most less least
    u ur r y hw ok okay btw etc tmrw tmr tmw
    batao bataen bataye bataiye matlab mtlb sach sahi ghalat maloom baat baare kul kehte cheez
    """.split()
    )
)
"""Words with which people ask, rather than what they ask about."""

CHAT_ALIASES: Final = frozenset("us is it or nap who un so no in at on me we he an as be by do".split())
"""Short English words that an alias in capitals may collide with; such an alias needs its capitals."""

NUMBER_WORDS: Final = SMALL
MULTIPLIERS: Final = SCALES | {"k": 1_000}
COUNTING: Final = frozenset({*NUMBER_WORDS, *MULTIPLIERS})
"""Words that are numbers or multiply one."""

MONTHS: Final = {
    name.casefold(): number
    for width in ("wide", "abbreviated")
    for number, name in _ENGLISH.months["format"][width].items()
} | {"sept": 9}
DATE_WORDS: Final = frozenset(
    """
    first second half early start beginning mid middle late end last previous this current
    since until till through between after before prior onwards week weeks month months quarter year years
    ago next yesterday spring summer autumn winter saal mahine maheene pichle agle
    """.split()
)
"""Words that dates are written with: never a typo of another word."""
DAYS_OF_WEEK: Final = tuple(_ENGLISH.days["format"]["wide"][day].casefold() for day in range(7))
"""From Monday on."""
WEEKDAYS: Final = frozenset(DAYS_OF_WEEK)

_COUNTRY_NAMES: Final = tuple(
    name.casefold()
    for code, name in cast("Mapping[str, str]", _ENGLISH.territories).items()
    if len(code) == 2 and code.isalpha()  # noqa: PLR2004  # ISO 3166 alpha-2; regions have digits
)
PEOPLES: Final = frozenset(
    """
    afghan african albanian algerian american angolan arab argentine armenian asian australian austrian
    azerbaijani bahraini bangladeshi belarusian belgian bengali bolivian bosnian brazilian british bulgarian
    cambodian canadian chilean chinese colombian croatian cuban cypriot czech danish dutch egyptian english
    estonian ethiopian european filipino finnish french georgian german ghanaian greek hungarian icelandic
    indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan korean
    kurdish kuwaiti kyrgyz latvian lebanese libyan lithuanian malaysian maltese mexican moroccan nepalese
    nepali nigerian norwegian omani pakistani palestinian peruvian polish portuguese qatari romanian russian
    rwandan saudi scottish senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish
    swiss syrian taiwanese tajik tanzanian thai tibetan tunisian turkish turkmen ugandan ukrainian emirati
    uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean
    """.split()
)
BODIES: Final = frozenset(
    """
    acled adb afp aiib apec asean bbc brics cia cnn cpj csis dea doj dhs eu fbi fifa gcc hrw iaea icao icc icj
    icrc iiss ilo imf interpol iom itu kgb mossad msf nasa nato nsa oas oecd oic opec osce rsf saarc sco sipri
    tass ucdp uk unaids undp unesco unfpa unhcr unicef unodc unrwa usa usaid wfp wipo wmo wto
    """.split()
)
"""Bodies of the world, and countries, by the initials that everybody knows them by."""
_ALSO_CALLED: Final = frozenset("burma holland swaziland turkey".split())
"""Names that CLDR has given up and people have not."""
WORLD_NAMES: Final = (
    frozenset(_COUNTRY_NAMES)
    | _ALSO_CALLED
    | PEOPLES
    | frozenset(f"{people}s" for people in PEOPLES if not people.endswith(("s", "sh", "ch", "ese")))
    | BODIES
    | frozenset(
        "".join(word[0] for word in name.split())
        for name in _COUNTRY_NAMES
        if len(name.split()) > 2  # noqa: PLR2004
    )
)
"""English names of the countries of the world (CLDR), of what is of them, initials such as uae, and those of
bodies of the world: a question may fix them in small letters too, whatever the pack knows."""
_IN_FULL: Final = """
african union / amnesty international / arab league / asian development bank / central intelligence agency /
doctors without borders / european union / federal bureau of investigation / human rights watch /
international court of justice / international criminal court / international crisis group /
international monetary fund / islamic development bank / red crescent / red cross /
reporters without borders / world bank / world economic forum / world food programme /
world health organisation / world health organization / world trade organization
"""
"""Bodies of the world by names of several words, of which each alone is plain English."""
LONG_NAMES: Final = frozenset(
    words for words in map(tuple, map(str.split, (*_COUNTRY_NAMES, *_IN_FULL.split("/")))) if len(words) > 1
)
"""Names of several words of countries and bodies of the world, in lower case."""
VIOLENCE: Final = frozenset(
    "attack attacks bombing blast bomb siege ambush raid strike explosion assault battle".split()
)
"""Words of the names of violence, which somebody carries out."""
SETTING: Final = frozenset(
    """
    whole entire complete throughout across course span countrywide
    province district region territory area city
    suffer suffered suffers rock rocked rocks hit hits strike strikes struck witness witnessed
    face faced experience experienced endure endured occur occurred record recorded register registered log
    logged launch launched stage staged mount mounted carry carried conduct conducted
    terror terrorist terrorism
    """.split()
)
"""Words of a count that tell no happening from others: that it was, over how much time and land."""
TAKING_PLACE: Final = VIOLENCE | frozenset(
    """
    dialogue talks negotiations meeting meetings round summit conference assembly session hearing trial
    inquiry ceremony visit tour election elections vote referendum census campaign operation exercise
    exercises ceasefire truce war protest protests march festival tournament cup championship season match
    race concert fair expo release launch
    """.split()
)
"""Words of the names of what takes place, once or again and again."""
