"""What members and moderators can do, one file for each group of commands."""
