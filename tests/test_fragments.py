import pytest


def texts(app):
    return [text.value for text in app.text]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_fragment_alone(run):
    """A click on a button in a fragment runs the fragment alone: the rest of the page stays as the last
    full run drew it.
    """
    app = run("fragments/like.py")
    assert texts(app) == ["Inside: 0", "Outside: 0"]

    app.button[0].click().run()
    assert texts(app) == ["Inside: 1", "Outside: 0"]


@pytest.mark.since("1.37")
def test_state_of_a_fragment(run):
    """What a fragment has stored in `st.session_state` is there in the next run of the whole script."""
    app = run("fragments/like.py")
    app.button[0].click().run()
    app.run()

    assert texts(app) == ["Inside: 1", "Outside: 1"]


@pytest.mark.since("1.37")
def test_rerun_in_a_fragment(run):
    """`st.rerun()` in a fragment runs the whole script: the rest of the page shows what the fragment has stored."""
    app = run("fragments/like_fixed.py")
    assert texts(app) == ["Inside: 0", "Outside: 0"]

    app.button[0].click().run()
    assert texts(app) == ["Inside: 1", "Outside: 1"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, where that scope is an error")
def test_rerun_of_a_fragment(run):
    """`st.rerun(scope="fragment")` runs the fragment again from its top, and nothing else."""
    app = run("fragments/scope.py")
    assert texts(app) == ["Inside: 0", "Outside: 0"]

    app.button[0].click().run()
    assert not app.exception
    assert texts(app) == ["Inside: 1", "Outside: 0"]

    app.run()
    assert texts(app) == ["Inside: 1", "Outside: 1"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_callback_in_a_fragment(run):
    """A callback of a widget in a fragment runs before the fragment; the script does not run."""
    app = run("fragments/callback.py")
    assert texts(app) == ["script > fragment"]

    app.button[0].click().run()
    assert texts(app) == ["script > fragment > callback > fragment"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, with new arguments")
def test_arguments_of_a_fragment(run):
    """A fragment that runs alone gets the arguments of the last full run, and the session state of now."""
    app = run("fragments/argument.py")
    for count in (1, 2):
        app.button[0].click().run()
        assert texts(app) == ["Argument: 0", f"State: {count}"]

    app.run()
    assert texts(app) == ["Argument: 2", "State: 2"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which raises")
def test_widget_outside_of_a_fragment(run):
    """A fragment that runs alone may assign the key of a widget outside of it; the widget keeps its value,
    and the next full run puts this back under the key.
    """
    app = run("fragments/fill_outside.py")
    assert texts(app) == ["Inside: nobody"]

    app.button[0].click().run()
    assert not app.exception
    assert texts(app) == ["Inside: Ada"]
    assert app.text_input("name").value == "nobody"

    app.run()
    assert texts(app) == ["Inside: nobody"]
    assert app.text_input("name").value == "nobody"


@pytest.mark.since("1.37")
def test_widget_inside_of_a_fragment(run):
    """A callback in a fragment may assign the key of a widget in the same fragment: the widget shows the value."""
    app = run("fragments/fill_outside_fixed.py")
    assert texts(app) == ["Inside: nobody"]

    app.button[0].click().run()
    assert texts(app) == ["Inside: Ada"]
    assert app.text_input("name").value == "Ada"


@pytest.mark.engines("server", reason="AppTest does not wait")
def test_run_every(run):
    """A fragment with `run_every` runs by itself and goes on with what it stored; the script does not run."""
    app = run("fragments/clock.py")
    inside, outside = app.text
    assert outside.value == "Outside: 1"
    before = int(inside.value.removeprefix("Inside: "))

    app.wait_for_rerun()
    inside, outside = app.text
    assert outside.value == "Outside: 1"
    assert int(inside.value.removeprefix("Inside: ")) > before


def save_ada(app):
    app.button[0].click().run()
    app.text_input("draft").set_value("Ada").run()


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_widget_in_a_dialog(run):
    """A change of a widget in a dialog runs the dialog alone: it stays open, and the page behind it as it was."""
    app = run("fragments/dialog.py")
    save_ada(app)

    assert app.text_input("draft").value == "Ada"
    assert texts(app) == ["Name: None", "Draft: Bob"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_state_after_a_dialog(run):
    """What a dialog stores under a key of its own stays; the key of its widget is missing from the second run
    after it has closed.
    """
    app = run("fragments/dialog.py")
    save_ada(app)
    app.button[1].click().run()
    assert texts(app) == ["Name: Ada", "Draft: Ada"]

    app.run()
    assert texts(app) == ["Name: Ada", "Draft: None"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_rerun_in_a_dialog(run):
    """`st.rerun()` in a dialog closes it and runs the whole script."""
    app = run("fragments/dialog.py")
    save_ada(app)
    app.button[1].click().run()

    assert not app.text_input
    assert texts(app) == ["Name: Ada", "Draft: Ada"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_dialog_that_opens_again(run):
    """A dialog that opens again shows its widgets' defaults."""
    app = run("fragments/dialog.py")
    save_ada(app)
    app.button[1].click().run()

    app.button[0].click().run()
    assert app.text_input("draft").value == "Bob"
