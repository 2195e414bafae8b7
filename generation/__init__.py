"""How a problem comes to be: vocabulary, diagnosis, engines and the verifier."""
