def test_missing_key(run):
    """A missing key raises `KeyError` with brackets."""
    app = run("basic_usage/missing_key.py")

    assert app.exception[0].proto.type == "KeyError"
    assert app.exception[0].message == (
        '\'st.session_state has no key "name". Did you forget to initialize it? More info: '
        "https://docs.streamlit.io/develop/concepts/architecture/session-state#initialization'"
    )
