"""The same proofs in a browser, through the interface of AppTest.

`plugin`, `driver` and `server` work in other projects too, without the packages that build this one's site.
"""

ENGINES = ("apptest", "server", "live")
ENTRYPOINT = "streamlit_app.py"  # of an app that is a folder
