"""The state that must not be lost, in PostgreSQL, each academy's rows seen by that academy only."""
