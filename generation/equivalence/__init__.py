"""Three-valued comparison of answers, and the exact real sets that it and the verifier rest on."""
