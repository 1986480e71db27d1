"""The bot on Discord: thin cogs, pure rendering, one error path. Only this and local import discord.

``inert`` makes text safe, ``layout`` keeps Discord's limits, ``citing`` and ``render`` lay
answers out, ``tables`` figures, ``reports`` reloads; ``sending`` sends; ``errors`` tells people
when something fails; ``client`` puts it together.
"""
