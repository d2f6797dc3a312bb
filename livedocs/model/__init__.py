"""What authors write: pages, snippets, and the proofs of their claims.

Nothing here imports MkDocs, Streamlit, or a browser.
"""
