"""The local Discord: the real client against a simulated Discord, with a page in the browser.

``world`` is the simulated server, ``page`` serves it. Imported only to run it: SimCord takes a
while to import.
"""
