"""The steps, named v<revision>_<what>. A test compares where they lead with the tables."""
