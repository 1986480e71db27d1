"""A Discord bot that answers from a knowledge pack with citations, or abstains."""
