"""What runs the snippets in a page: Streamlit in Python in WebAssembly, put together from archives that the locks name.

`archives` fetches and checks them, `assembly` makes the folder that `docs/assets/run/worker.js` and `frame.js` load,
and `site/` is the Python of our own that goes with it.
"""
