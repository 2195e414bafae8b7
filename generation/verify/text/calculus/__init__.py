"""What sentences of calculus mean, read by rows of the verifier's own and held against the model."""
