"""How fast the apps of the site are, beside stlite as its documentation mounts it: `python -m livedocs.qa.bench`.

`baseline` assembles pages that mount the same apps with stlite as it is, `host` serves either side as GitHub Pages
does, `rounds` drives both in Chromium, and `__main__` prints what came out.
`engine`, `suite` and `build` measure what costs an author time: proofs in Chromium, proofs with AppTest, and the build.
"""
