"""PURE: from a question to an ``Answer``. No I/O, no clock, no randomness, no Discord.

The steps, one module each: ``reading`` (what the question says), ``retrieval`` (candidates),
``constraints`` (what a candidate must not contradict), ``ranking`` and ``calibration`` (how
sure), ``engine`` (the decision) and ``wording`` (the sentence with its citations).
"""
