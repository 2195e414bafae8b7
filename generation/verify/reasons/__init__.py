"""What the words of a worked solution say is done, held against its lines."""
