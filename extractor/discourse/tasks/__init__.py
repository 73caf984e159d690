"""Tasks: where one begins, who must do it, where the next begins, and by when."""
