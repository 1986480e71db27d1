"""PURE: from a question to an ``Answer``. No I/O, no clock, no randomness, no Discord.

The steps, one module each: ``reading`` (what the question says), ``index`` (candidates),
``constraints`` (what a candidate must not contradict), ``ranking`` and ``calibration`` (how
sure), ``engine`` (the decision) and ``wording`` (the sentence with its citations). What a step
needs more of, and what else is made of a pack, is in folders: ``dates``, ``trust``, ``figures``,
``sums``, ``verdicts``, ``followups`` and ``browsing``.
"""
