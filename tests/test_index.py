def test_counter(run):
    """Every click runs the script from the top: a plain variable starts again, a value in
    `st.session_state` goes on.
    """
    app = run("index/counter.py")
    app.button[0].click().run()
    app.button[0].click().run()

    assert app.text[0].value == "plain variable: 1"
    assert app.text[1].value == "session state: 2"
