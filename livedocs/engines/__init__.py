"""The same proofs in a browser, through the interface of AppTest."""
