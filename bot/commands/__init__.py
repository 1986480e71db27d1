"""The commands of ``bot``: each reads its options, calls one function, prints, and ends with an exit code.

A command imports what only it needs: discord.py takes half a second, answering a third of one, and ``bot
check``, which authors run again and again, needs neither.
"""
