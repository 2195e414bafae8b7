"""What academies talk to: HTTP API, database, command line, and the root where the parts are put together."""
