"""PURE: common English words that ask for the same thing, whatever the pack.

One group a line; the first word names it. A word stands in one group only, and so does a
stem, or two groups would become one ("initial" and "initiative"). Inflected forms are added
where the stem differs. A pack's own words belong in the ``synonyms`` of its ``pack.yaml``,
and win over these.
"""

from __future__ import annotations

from typing import Final

_GROUPS: Final = """
begin start began begun commence commencement launch kickoff onset outset
end finish conclude conclusion ended over termination wrap wrapped
stop halt cease quit
big large huge major vast sizeable
small little minor tiny
lead led head chair cochair leader chief boss spearhead commander commanded
kill dead die death fatality slain slay murder perish casualty deceased died killing
injure wound hurt injury maim
attack strike assault raid onslaught
assailant attacker perpetrator
bomb blast explosion bomber explosive detonate detonation
talk discuss discussion conversation chat converse deliberation deliberate consultation parley
topic subject agenda theme issue matter
meet met gather sitdown session
hold held conduct convene
offer propose proposal
reward bounty prize
civilian noncombatant
round edition iteration
sign ink
cooperation cooperate collaborate collaboration coordinate coordination partnership
agree agreement deal accord pact consensus concur
announce announcement declare unveil reveal disclose proclaim
ban outlaw proscribe prohibit forbid forbade
designate designation list blacklist sanction
found form create establish founding founder creation formation origin
arrest detain capture caught nab apprehend custody jail imprison detention
rise rose increase grow grew growth surge jump spike climb soar uptick escalate escalation
fall fell drop decrease decline dip shrink shrank
want demand seek sought desire ask request call require
money fund finance financial cash dollar
help aid assist assistance support back backing assisting
visit trip travel tour visiting journey
job post position role title rank profession occupation ohda function kaam
official functionary
group organisation organization outfit faction entity
militant insurgent terrorist fighter extremist gunman gunmen jihadist jihadi radical shooter
terrorism terror extremism
police policeman policemen cop constable
soldier troop serviceman servicemen trooper
army military
remark comment words quote utterance bayan
statement readout communique release
condemn condemnation denounce denunciation deplore
reject deny denied refuse refusal denial disown rebuff
responsible responsibility behind blame culpable
city town
country nation
first earliest initial inaugural maiden
last latest recent newest final current
bloody bloodiest deadliest worst lethal
spokesman spokesperson spokeswoman
suspend freeze froze frozen pause
cancel scrap abandon axe axed cancellation
withdraw withdrawal pullout withdrew
law act legislation statute bill
truce ceasefire armistice
base headquarter locate location situated
think believe reckon opinion view
estimate assessment assess evaluation gauge
pledge commitment commit promise vow undertaking pledged
renew reiterate reaffirmed restate repeat
count tally tallied enumerate
flee fled escape
project programme program scheme
teach train training taught instruct coach course
judge judiciary court justice judicial magistrate jurist
link tie bond relation relationship connection connected
condition stipulation precondition
return comeback resurgence revival reappear reemerge resurface
tactic strategy approach method
danger threat menace peril risk hazard
warn warning caution alert
forecast predict expect prediction expectation outlook anticipate
reason cause why motive rationale
purpose aim goal objective intention target
result outcome upshot effect consequence
cost price worth value
buy purchase procure
sell sale sold
give gave provide supply furnish
receive obtain
send sent dispatch
join participate participation attend take part
compound premises facility
venue site spot
near beside
border frontier boundary
area region zone territory district
mosque masjid
prayer worship worshipper pray praying
school pupil student
child children kid
woman women female
man men male
wife husband
doctor medic
hospital clinic
road street highway
car vehicle truck
plane aircraft jet fighterjet
ship vessel
weapon arm munition ammunition
house home residence
office bureau
company firm corporation business manufacturer
newspaper paper outlet media press
report document
study research survey analysis
thinktank institute institution
expert analyst specialist scholar academic
author writer
film movie
president premier
minister secretary
ambassador envoy diplomat
delegation team mission contingent
government administration regime ruler
parliament assembly legislature lawmaker
vote ballot voted
election poll
leave left depart departure exit
arrive arrival reach land
stay remain
move shift relocate
change alter modify amend amendment
merge merger absorb amalgamate amalgamation integrate integration incorporate
reverse undo rollback reversal
split separate
build built construct construction
destroy demolish wreck
repair mend fix
control seize seizure takeover overrun
conquer conquest
fight fought battle combat clash
war conflict
defend defence defense protect protection
secure security safety safe
secret classified confidential
public open
true genuine accurate
false wrong incorrect mistaken untrue
know aware knowledge
understand understanding comprehend
show display present
hide conceal
say told tell mention inform
answer reply respond
inquire query
write wrote pen draft
hear heard listen
see saw seen
lose lost loss
win won victory
pay paid payment
owe debt
earn income salary
rich wealthy
fast quick rapid swift
strong robust powerful
weak feeble
hard difficult tough
easy simple
good fine
important vital crucial significant key essential
main primary principal
whole entire total overall
portion share fraction proportion
many numerous several
about roughly approximately around almost
exact precise precisely
only sole
often frequent
rare seldom
day daily
night overnight
week weekly
month monthly
year annual yearly
north northern
south southern
east eastern
west western
merchant trader businessman businesswoman shopkeeper tradesman
extend prolong extension prolongation
shelter haven sanctuary refuge hideout
approve approval greenlight endorse endorsement
praise laud commend applaud
resume restart restore restoration resumption
spread spill expand
hint suggest imply
insist maintain assert assertion
mediate mediator broker brokered intermediary
revise revision adjust trim lower lowered
magazine broadcaster
equipment gear hardware
identify identity
peak highest maximum
lowest minimum fewest
quiet calm lull
hostage captive
kidnap abduct abduction kidnapping
neighbour neighbouring adjacent
journalist correspondent
video footage clip
motorbike motorcycle
gun rifle firearm
congregant faithful
cleric imam preacher
schoolchild schoolchildren
survivor survive surviving
witness onlooker bystander
refugee displaced
stable stability
unrest disorder turmoil
riot protest demonstration rally
rebel rebellion uprising revolt
separatist secessionist
ideology doctrine
problem trouble
surprise astonish
compare comparison
difference discrepancy
similar resemble
"""
SYNONYMS: Final = tuple(tuple(line.split()) for line in _GROUPS.split("\n") if line)
"""Groups of words that ask for the same thing."""
