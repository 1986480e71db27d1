"""Storage: what the bot remembers, in SQLite or PostgreSQL. Only this package knows SQLAlchemy.

``choosing`` picks the store for a DATABASE_URL, ``store`` is the one that keeps things in a
database, ``writer`` writes behind the answers, ``rows`` speaks SQL, ``tables`` and ``migrations``
say what the database holds. SQLAlchemy and Alembic take a third of a second to import, so ``rows``
and what it needs are imported off the event loop, once the bot is connected.
"""
