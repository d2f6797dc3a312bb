"""Pages whose every claim is proved by a run: the fence, the claims, the proofs and their tools."""
