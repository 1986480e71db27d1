"""Migrations: one file a step under versions, each never changed once released."""
