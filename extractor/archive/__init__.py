"""What is done with the output folder of a run: see that it is sound, compare two, turn one into one file."""
