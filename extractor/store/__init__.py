"""Records at rest: the output folder, and archives that can be searched."""
