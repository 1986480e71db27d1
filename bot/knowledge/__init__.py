"""PURE: what a knowledge pack is. No I/O, no clock, no randomness, no Discord.

``model`` holds the values, ``periods`` the partial dates, ``problems`` what can be wrong
with a pack, ``checks`` finds it, ``revision`` compares two states of a pack, ``holding`` says what a
withdrawn source takes with it, ``freshness`` what is past its review date.
"""
