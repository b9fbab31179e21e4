"""Many notices: converted in worker processes, resumable, each failure its own file's only."""
