"""The bot on Discord: thin cogs, pure rendering, one error path. Only this and local import discord.

``inert`` makes text safe, ``layout`` keeps Discord's limits, ``citing`` and ``render`` lay
answers out, ``tables`` figures, ``listings`` sources, quotations and events on ``pages``, ``about``
the bot itself, ``reports`` reloads; ``paging`` turns pages and ``offering`` fills autocomplete;
``sending`` sends, ``access`` and ``fitting`` make do with the permissions that a channel gives,
``notices`` tells askers in private where there are none, and ``daily`` keeps that from being too
often; ``permissions`` says who manages and moderates a server; ``deferral`` acknowledges what is
slow; ``errors`` tells people when something fails; ``client`` puts it together.
"""
