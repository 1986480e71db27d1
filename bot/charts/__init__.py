"""Charts as pictures: a pure plan in pixels, and a thin layer that draws it. No Discord.

``writing``, ``axes`` and ``labels`` are what ``forms`` and ``plan`` lay a chart out with, as
``shapes``; ``picture`` draws shapes with matplotlib, and ``drawing`` does so off the event loop.
"""
