"""The packaged rules: data only."""
