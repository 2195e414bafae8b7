"""The checks of the verifier, one file each; :mod:`generation.verify.checks.registry` puts them in order."""
