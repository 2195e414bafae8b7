"""The verifier: a problem in, a certificate out; three-valued, pure, and closed where in doubt."""
