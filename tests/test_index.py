def test_every_change_reruns_the_script(run):
    """By default, Streamlit runs your script from the first line to the last when a user opens the app, and again when
    the user clicks an `st.button` or changes an input widget outside forms and fragments.
    """
    app = run("index/count_runs.py")
    assert [text.value for text in app.text] == ["first line", "last line, runs so far: 1"]

    app.checkbox[0].check().run()
    assert [text.value for text in app.text] == ["first line", "last line, runs so far: 2"]

    app.slider[0].set_value(7).run()
    assert [text.value for text in app.text] == ["first line", "last line, runs so far: 3"]

    app.text_input[0].set_value("Ada").run()
    assert [text.value for text in app.text] == ["first line", "last line, runs so far: 4"]

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["first line", "last line, runs so far: 5"]


def test_session_state_outlives_a_rerun(run):
    """A variable of your script starts over whenever the script runs again, but a value that it stores in
    `st.session_state` is kept.
    """
    app = run("index/remember.py")
    assert [text.value for text in app.text] == ["plain variable: 0", "session state: 0"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["plain variable: 1", "session state: 2"]


def test_each_user_has_a_session_state(run):
    """A second user who opens the same app gets a separate session state."""
    first = run("index/remember.py")
    first.button[0].click().run()
    second = run("index/remember.py")

    assert first.text[1].value == "session state: 1"
    assert second.text[1].value == "session state: 0"


def test_a_key_ties_a_widget_to_state(run):
    """If a text input has a `key`, your script can read its value under that key, and a callback can set it."""
    app = run("index/widget_and_key.py")
    assert app.text[0].value == "Hello !"

    app.text_input("name").set_value("Grace").run()
    assert app.text[0].value == "Hello Grace!"

    app.button[0].click().run()
    assert app.text_input("name").value == "Ada"
    assert app.text[0].value == "Hello Ada!"
