def test_every_change_reruns_the_script(run):
    """Without forms and fragments, Streamlit runs the whole script once when a page opens,
    and once more for every change a user makes to a widget.
    """
    app = run("index/count_runs.py")
    assert app.text[0].value == "runs so far: 1"

    app.checkbox[0].check().run()
    assert app.text[0].value == "runs so far: 2"

    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "runs so far: 3"


def test_session_state_outlives_a_rerun(run):
    """A plain variable starts again in every rerun, while a value in `st.session_state` goes on
    from where it was.
    """
    app = run("index/remember.py")
    assert [text.value for text in app.text] == ["plain variable: 0", "session state: 0"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["plain variable: 1", "session state: 2"]


def test_each_user_has_a_session_state(run):
    """A second user who opens the same app starts with a session state of their own."""
    first = run("index/remember.py")
    first.button[0].click().run()
    second = run("index/remember.py")

    assert first.text[1].value == "session state: 1"
    assert second.text[1].value == "session state: 0"


def test_a_key_ties_a_widget_to_state(run):
    """A widget with a `key` keeps its value under that key, so that the script can read and set it."""
    app = run("index/widget_and_key.py")
    assert app.text[0].value == "Hello !"

    app.text_input("name").set_value("Grace").run()
    assert app.text[0].value == "Hello Grace!"

    app.button[0].click().run()
    assert app.text_input("name").value == "Ada"
    assert app.text[0].value == "Hello Ada!"
