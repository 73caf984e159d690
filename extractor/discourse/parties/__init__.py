"""Who speaks and who must act: persons, bodies, and whom a meeting is with."""
