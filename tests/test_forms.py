import pytest


def texts(app):
    return [text.value for text in app.text]


@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_form_sends_with_its_button(run):
    """What a user enters in a form comes under the keys of its widgets when the form is submitted, not before."""
    app = run("forms/order.py")
    app.text_input("item").set_value("Tea")
    app.button[1].click().run()
    assert texts(app) == ["Item: Water"]

    app = run("forms/order.py")
    app.text_input("item").set_value("Tea")
    app.button[0].click().run()
    assert texts(app) == ["Item: Tea"]


@pytest.mark.engines("server", "live", reason="AppTest forgets what was not sent")
def test_rerun_leaves_the_form_alone(run):
    """A rerun that another widget starts leaves in the form what was entered and not sent."""
    app = run("forms/order.py")
    app.text_input("item").set_value("Tea")
    app.button[1].click().run()
    assert texts(app) == ["Item: Water"]
    assert app.text_input("item").value == "Tea"

    app.button[0].click().run()
    assert texts(app) == ["Item: Tea"]


def send_write(app):
    app.text_input("task").set_value("Write")
    app.button[0].click().run()


@pytest.mark.engines("server", "live", reason="AppTest does not empty the form")
def test_clear_on_submit(run):
    """With `clear_on_submit=True` the run of the submit has what was entered, and the form shows its defaults again."""
    app = run("forms/clear_on_submit.py")
    assert texts(app) == ["Sent: False", "Task: Read"]
    send_write(app)

    assert texts(app) == ["Sent: True", "Task: Write"]
    assert app.text_input("task").value == "Read"


@pytest.mark.engines("server", "live", reason="AppTest does not empty the form")
def test_key_after_clear_on_submit(run):
    """After a submit with `clear_on_submit=True` the key keeps what was sent while the form shows the default;
    the next submit sends what the form shows.
    """
    app = run("forms/clear_on_submit.py")
    send_write(app)
    app.run()
    assert texts(app) == ["Sent: False", "Task: Write"]
    assert app.text_input("task").value == "Read"

    app.button[0].click().run()
    assert texts(app) == ["Sent: True", "Task: Read"]


def fill(app, task):
    assert [field.value for field in app.text_input] == ["", "Monday"]
    if task:
        app.text_input("task").set_value(task)
    app.text_input("day").set_value("Friday")
    app.button[0].click().run()


def test_submit_callback_empties_the_form(run):
    """A submit callback that assigns the keys of the form's widgets empties the form."""
    app = run("forms/clear_if_valid.py")
    fill(app, "Write")

    assert texts(app) == ["Tasks: ['Write']"]
    assert [field.value for field in app.text_input] == ["", "Monday"]


def test_submit_callback_keeps_a_wrong_entry(run):
    """A submit callback that assigns nothing leaves what was entered in the form."""
    app = run("forms/clear_if_valid.py")
    fill(app, None)

    assert texts(app) == ["Tasks: []"]
    assert [field.value for field in app.text_input] == ["", "Friday"]


@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_form_without_a_submit_button(run):
    """A form without `st.form_submit_button` sends nothing: its widgets keep returning their defaults."""
    app = run("forms/no_submit_button.py")
    app.text_input[0].set_value("Coffee")
    app.button[0].click().run()

    assert texts(app) == ["Item: Tea"]


# Older ones do say so, in the browser alone.
@pytest.mark.since("1.59")
@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_no_error_without_a_submit_button(run):
    """No error says that a form lacks its submit button, even when what a user enters is not sent."""
    app = run("forms/no_submit_button.py")
    app.text_input[0].set_value("Coffee")
    app.button[0].click().run()

    assert not [*app.exception, *app.error, *app.warning]
    assert texts(app) == ["Item: Tea"]
