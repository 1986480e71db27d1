"""PURE: a pack as a member browses it: its sources, quotations, events, and what it holds at all."""
