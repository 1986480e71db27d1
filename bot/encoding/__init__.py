"""From texts to vectors of meaning: a sentence model in a folder, run by numpy, its vectors kept on disk.

May read the model and read and write the kept vectors; knows nothing of packs or Discord.
"""
