import pytest


def body_of(app):
    return app.text[0].locator.locator("xpath=ancestor::body")


def click(app, label, shown):
    """Click a component's button, and wait until the app shows a text."""
    body = body_of(app)
    body.get_by_role("button", name=label, exact=True).click()
    body.get_by_text(shown, exact=True).wait_for()


@pytest.mark.engines("server", "live", reason="AppTest cannot click in a component")
def test_data_without_key(run):
    """If a component has no key and its `data` changes in every run, it never returns the values that it sends."""
    app = run("components/changing_data.py")
    click(app, "Pick 1", "run 2, picked: None")
    click(app, "Pick 2", "run 3, picked: None")
    app.button[0].click().run()

    assert app.text[0].value == "run 4, picked: None"


@pytest.mark.engines("server", "live", reason="AppTest cannot click in a component")
def test_data_with_key(run):
    """A component with a key keeps its state values when its `data` changes."""
    app = run("components/changing_data_fixed.py")
    click(app, "Pick 1", "run 2, picked: 1")
    app.button[0].click().run()
    assert app.text[0].value == "run 3, picked: 1"

    click(app, "Pick 3", "run 4, picked: 3")


@pytest.mark.engines("server", "live", reason="AppTest cannot click in a component")
def test_key_holds_the_state(run):
    """The key of a component holds its state values as a dictionary."""
    app = run("components/changing_data_fixed.py")
    assert app.text[1].value == "key: {}"
    click(app, "Pick 1", "key: {'picked': 1}")
    app.button[0].click().run()

    assert app.text[1].value == "key: {'picked': 1}"


@pytest.mark.apptest_since("1.56", reason="an older AppTest cannot mount a component")
def test_value_without_callback(run):
    """If a component is called without `on_picked_change`, its result has no attribute `picked`."""
    app = run("components/no_callback.py")

    assert app.exception[0].proto.type == "AttributeError"
    assert app.exception[0].message == "'ComponentResult' object has no attribute 'picked'"
    assert not app.text


@pytest.mark.apptest_since("1.56", reason="an older AppTest cannot mount a component")
def test_default_value(run):
    """Unless your script assigns to its key, a component with a `default` returns it, and its key holds it, until the
    component sends another value.
    """
    app = run("components/default_value.py")

    assert [text.value for text in app.text] == ["picked: 3", "key: {'picked': 3}"]


@pytest.mark.since("1.51")
def test_default_without_callback(run):
    """A `default` for a state value without its callback raises `BidiComponentInvalidDefaultKeyError`."""
    app = run("components/default_without_callback.py")

    assert app.exception[0].proto.type.split(".")[-1] == "BidiComponentInvalidDefaultKeyError"
    assert "`'picked'`" in app.exception[0].message


@pytest.mark.engines("server", "live", reason="AppTest cannot click in a component")
def test_trigger(run):
    """A value that is sent with `setTriggerValue` is returned in one run only, and each click calls the callback."""
    app = run("components/trigger.py")
    assert [text.value for text in app.text] == ["returned: None", "sent: 0"]
    click(app, "Send", "sent: 1")
    assert body_of(app).get_by_text("returned: Hello").count() == 1

    click(app, "Send", "sent: 2")
    assert body_of(app).get_by_text("returned: Hello").count() == 1

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["returned: None", "sent: 2"]


@pytest.mark.engines("server", "live", reason="AppTest cannot click in a component")
def test_set_from_code(run):
    """If a component has sent a value and your script assigns to its key, the assigned value lasts for one run,
    and the next run has the value that the component sent.
    """
    app = run("components/set_from_code.py")
    click(app, "Pick 1", "key: {'picked': 1}")
    app.button[0].click().run()
    assert app.text[0].value == "key: {'picked': 9}"

    app.button[1].click().run()

    assert app.text[0].value == "key: {'picked': 1}"


@pytest.mark.engines("server", "live", reason="AppTest cannot click in a component")
def test_set_through_data(run):
    """If the callback copies the sent value to a separate key and the script passes that key as `data`, both the user
    and your script can change the value.
    """
    app = run("components/set_from_code_fixed.py")
    click(app, "Count 1", "count: 2")
    app.button[0].click().run()
    assert app.text[0].value == "count: 9"
    app.button[1].click().run()
    assert app.text[0].value == "count: 9"

    click(app, "Count 9", "count: 10")


@pytest.mark.since("1.63")
def test_set_below(run):
    """As long as the key of a component exists, assigning to it below the call raises
    `StreamlitWidgetAlreadyInstantiatedError`.
    """
    app = run("components/set_below.py")
    app.button[0].click().run()

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitWidgetAlreadyInstantiatedError"


@pytest.mark.apptest_since("1.56", reason="an older AppTest cannot mount a component")
def test_set_value_below(run):
    """Assigning to a state value of the key below the call raises `StreamlitAPIException`."""
    app = run("components/set_below.py")
    app.button[1].click().run()

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert app.exception[0].message == (
        "`st.session_state.empty.picked` cannot be modified after the component with key `empty` is instantiated."
    )


@pytest.mark.engines("server", "live", reason="AppTest cannot click in a component")
def test_hidden_component(run):
    """A component that is rendered again after a complete run without it has lost its state values."""
    app = run("components/hidden.py")
    click(app, "Pick 1", "key: {'picked': 1}")
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "key: {'picked': 1}"
    app.button[0].click().run()
    assert app.text[0].value == "key: None"

    app.checkbox[0].check().run()

    assert app.text[0].value == "key: {}"


@pytest.mark.since("1.55")
@pytest.mark.engines("apptest", "server", reason="the page has no iframes, which old components need")
def test_key_before_the_first_value(run):
    """Until a component has sent a value, its key holds `None` if it comes from `declare_component`, even if the
    component returns its `default`, and an empty dictionary if it comes from `st.components.v2` without a `default`.
    """
    app = run("components/no_value_yet")
    assert [text.value for text in app.text] == ["old returns 3", "old holds None", "new returns None", "new holds {}"]
