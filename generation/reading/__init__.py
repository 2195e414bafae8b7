"""Reading: from the text of a problem or an answer to the formal model of the design."""
