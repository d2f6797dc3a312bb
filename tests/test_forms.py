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


def order_tea(app):
    app.text_input[0].set_value("Tea")
    app.button[0].click().run()


def test_submit_button_is_true_once(run):
    """`st.form_submit_button` returns `True` in the run of its submit alone:
    what stands under it is gone after the next rerun.
    """
    app = run("forms/result_lost.py")
    assert not app.text
    order_tea(app)
    assert texts(app) == ["Ordered: Tea"]

    app.button[1].click().run()
    assert not app.text


def test_stored_result_stays(run):
    """What the run of the submit stores under a key of its own, later reruns can show again."""
    app = run("forms/result_lost_fixed.py")
    assert not app.text
    assert not app.exception
    order_tea(app)
    assert texts(app) == ["Ordered: Tea"]

    app.button[1].click().run()
    assert texts(app) == ["Ordered: Tea"]


def test_line_above_the_form(run):
    """In the run of the submit, a line above the form finds the new values under the keys."""
    app = run("forms/line_above.py")
    assert texts(app) == ["Above: None"]
    order_tea(app)

    assert texts(app) == ["Above: Tea"]


def test_several_submit_buttons(run):
    """Each submit button of a form sends all of it; only the one that was clicked returns `True`."""
    app = run("forms/two_buttons.py")
    assert texts(app) == ["Item: Water, save: False, order: False"]
    order_tea(app)
    assert texts(app) == ["Item: Tea, save: True, order: False"]

    app.text_input[0].set_value("Milk")
    app.button[1].click().run()
    assert texts(app) == ["Item: Milk, save: False, order: True"]


@pytest.mark.engines("server", "live", reason="AppTest has no keyboard")
def test_enter_submits(run):
    """Enter in a text input of a form does what a click on its first submit button does."""
    app = run("forms/two_buttons.py")
    app.text_input[0].set_value("Tea")
    app.text_input[0].press("Enter").run()

    assert texts(app) == ["Item: Tea, save: True, order: False"]


@pytest.mark.engines("server", "live", reason="AppTest has no keyboard")
def test_enter_does_not_submit(run):
    """With `enter_to_submit=False` Enter in a text input sends nothing, the submit button still does."""
    app = run("forms/no_enter.py")
    app.text_input[0].set_value("Tea")
    app.text_input[0].press("Enter")
    app.button[1].click().run()
    assert texts(app) == ["Item: Water"]

    app.button[0].click().run()
    assert texts(app) == ["Item: Tea"]


def send_names(app):
    """Send three names, and return what the form and the page show after each."""
    shown = []
    for name in ("Ada", "Bob", "Eve"):
        app.text_input[0].set_value(name)
        app.button[0].click().run()
        shown.append((app.text_input[0].value, *texts(app)))
    return shown


def test_every_second_submit(run):
    """A form whose input takes its default from what the last submit stored takes every second submit only."""
    app = run("forms/every_second_submit.py")
    assert texts(app) == ["Name: nobody"]

    assert send_names(app) == [("Ada", "Name: Ada"), ("Ada", "Name: Ada"), ("Eve", "Name: Eve")]


def test_every_submit(run):
    """A form whose input has the key of the stored value takes every submit."""
    app = run("forms/every_second_submit_fixed.py")
    assert texts(app) == ["Name: nobody"]

    assert send_names(app) == [("Ada", "Name: Ada"), ("Bob", "Name: Bob"), ("Eve", "Name: Eve")]


@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_submit_button_that_waits_for_an_input(run):
    """A submit button that is disabled until an input of its form is filled stays disabled."""
    app = run("forms/disabled_until_filled.py")
    app.text_input[0].set_value("Tea")
    app.button[1].click().run()

    assert app.button[0].disabled
    assert texts(app) == ["Item: ''"]


def test_check_after_the_submit(run):
    """A submit button that is always enabled lets the run of the submit check what was entered."""
    app = run("forms/disabled_until_filled_fixed.py")
    assert not app.error
    app.button[0].click().run()
    assert [error.value for error in app.error] == ["What do you want to order?"]

    order_tea(app)
    assert not app.error
    assert texts(app) == ["Item: 'Tea'"]


@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_dependent_options_in_a_form(run):
    """Options that depend on another input of the same form follow it at the submit only."""
    app = run("forms/dependent.py")
    app.selectbox[0].set_value("Italy").run()
    assert app.selectbox[1].value == "Paris"
    assert texts(app) == ["France: Paris"]

    app = run("forms/dependent.py")
    app.selectbox[0].set_value("Italy")
    app.button[0].click().run()
    assert app.selectbox[1].value == "Rome"
    assert texts(app) == ["Italy: Rome"]


def test_dependent_options_outside_of_a_form(run):
    """Options in a form follow an input that stands outside of it at once."""
    app = run("forms/dependent_fixed.py")
    assert texts(app) == ["France: Paris"]
    app.selectbox[0].set_value("Italy").run()

    assert app.selectbox[1].value == "Rome"
    assert texts(app) == ["Italy: Rome"]
    assert app.button[0].label == "Book"


@pytest.mark.engines("server", "live", reason="AppTest forgets what was not sent")
def test_add_a_field(run):
    """A button outside of a form may add an input to it; what was entered in the others stays."""
    app = run("forms/add_a_field.py")
    app.text_input[0].set_value("Ann")
    app.button[0].click().run()
    assert [field.value for field in app.text_input] == ["Ann", ""]
    assert texts(app) == ["Guests: ['', '']"]

    app.text_input[1].set_value("Bob")
    app.button[1].click().run()
    assert texts(app) == ["Guests: ['Ann', 'Bob']"]


def save_eve_and_choose_b(app):
    assert app.text_input[0].value == "Ann"
    app.text_input[0].set_value("Eve")
    app.button[0].click().run()
    assert texts(app) == ["Names: {'A': 'Eve', 'B': 'Bob'}"]
    app.radio[0].set_value("B").run()


@pytest.mark.since("1.50")
def test_edit_record_with_one_key(run):
    """A form whose input has the same key for every record still shows the first record when another is chosen,
    and a submit then stores its values in that.
    """
    app = run("forms/edit_record.py")
    save_eve_and_choose_b(app)
    assert app.text_input[0].value == "Eve"

    app.button[0].click().run()
    assert texts(app) == ["Names: {'A': 'Eve', 'B': 'Eve'}"]


@pytest.mark.until("1.49")
def test_edit_record_with_one_key_worked(run):
    """Up to 1.49 a form whose input has the same key for every record shows the record that is chosen."""
    app = run("forms/edit_record.py")
    save_eve_and_choose_b(app)

    assert app.text_input[0].value == "Bob"


def test_edit_record_with_a_key_for_each(run):
    """A form whose input has a key for each record shows the record that is chosen, as it was saved last."""
    app = run("forms/edit_record_fixed.py")
    save_eve_and_choose_b(app)
    assert app.text_input[0].value == "Bob"

    app.radio[0].set_value("A").run()
    assert app.text_input[0].value == "Eve"
    assert texts(app) == ["Names: {'A': 'Eve', 'B': 'Bob'}"]


def test_fill_in_a_form(run):
    """A value that a callback of a button outside of a form assigns to the key of an input in it is shown there,
    in place of what was entered and not sent.
    """
    app = run("forms/fill_in.py")
    assert texts(app) == ["Item: Water"]
    app.text_input[0].set_value("Milk")
    app.button[0].click().run()

    assert app.text_input[0].value == "Tea"
    assert texts(app) == ["Item: Tea"]
    assert app.button[1].label == "Order"


def test_new_form_key(run):
    """A form whose key changes starts from the defaults of inputs without keys, whether they were sent or not."""
    app = run("forms/new_key.py")
    app.text_input[0].set_value("Milk")
    app.button[1].click().run()
    assert texts(app) == ["Item: Milk"]

    app.text_input[0].set_value("Tea")
    app.button[0].click().run()
    assert app.text_input[0].value == "Water"
    assert texts(app) == ["Item: Water"]

    app.button[0].click().run()
    assert texts(app) == ["Item: Water"]


@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_forms_of_a_loop(run):
    """Of the forms that a loop draws, each with a key of its own, a submit sends one and leaves the others."""
    app = run("forms/two_forms.py")
    app.text_input[0].set_value("yes")
    app.text_input[1].set_value("no")
    app.button[1].click().run()

    assert texts(app) == ["Ann: none, sent: False", "Bob: no, sent: True"]


def test_form_key_is_no_entry(run):
    """The key of a form leaves no entry in `st.session_state`, the key of an input in it does."""
    app = run("forms/form_key.py")

    assert texts(app) == ["Keys: ['FormSubmitter:order-Order', 'item']"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_form_in_a_fragment(run):
    """The submit of a form in a fragment runs the fragment alone."""
    app = run("forms/in_a_fragment.py")
    order_tea(app)
    assert texts(app) == ["Inside: Tea", "Outside: Water"]

    app.run()
    assert texts(app) == ["Inside: Tea", "Outside: Tea"]


def test_form_that_is_not_drawn(run):
    """What was entered in a form and not sent is lost when a run does not draw the form."""
    app = run("forms/hidden.py")
    app.text_input[0].set_value("Tea")
    app.checkbox[0].uncheck().run()
    app.checkbox[0].check().run()

    assert app.text_input[0].value == "Water"
    assert app.button[0].label == "Order"
    assert texts(app) == ["Item: Water"]


@pytest.mark.since("1.65")
@pytest.mark.engines("server", reason="AppTest sends it")
def test_required_input(run):
    """With `required=True` a form is not sent while the input is empty."""
    app = run("forms/required.py")
    app.button[0].click()
    app.button[1].click().run()
    assert texts(app) == ["Item: '', sent: False"]
    assert app.page.get_by_text("This field is required.").is_visible()

    order_tea(app)
    assert texts(app) == ["Item: 'Tea', sent: True"]


def dialogs(app):
    """The titles of the open dialogs."""
    return [dialog.proto.dialog.title for dialog in app.get("dialog")]


def add_water(app):
    """Open the dialog, and send what is entered in its form."""
    app.button[0].click().run()
    app.text_input[0].set_value("Water")
    app.button[1].click().run()


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_form_in_a_dialog(run):
    """The submit of a form in a dialog leaves the dialog open and the page behind it as it was."""
    app = run("forms/in_a_dialog.py")
    add_water(app)
    assert dialogs(app) == ["New task"]
    assert app.text_input[0].value == "Water"
    assert texts(app) == ["Tasks: []"]

    app.run()
    assert texts(app) == ["Tasks: ['Water']"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_form_closes_its_dialog(run):
    """A form in a dialog that calls `st.rerun()` after a good entry closes the dialog, and the page shows the entry."""
    app = run("forms/in_a_dialog_fixed.py")
    add_water(app)

    assert dialogs(app) == []
    assert texts(app) == ["Tasks: ['Water']"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_empty_form_in_a_dialog(run):
    """A form in a dialog that calls `st.rerun()` after a good entry alone leaves the dialog open after any other."""
    app = run("forms/in_a_dialog_fixed.py")
    app.button[0].click().run()
    app.button[1].click().run()

    assert dialogs(app) == ["New task"]
    assert texts(app) == ["Tasks: []"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_many_entries_in_a_dialog(run):
    """With `clear_on_submit=True` a form in a dialog is empty for the next entry, and the dialog stays open."""
    app = run("forms/many_in_a_dialog.py")
    add_water(app)
    assert app.text_input[0].value == ""
    app.text_input[0].set_value("Tea")
    app.button[1].click().run()

    assert app.text_input[0].value == ""
    assert dialogs(app) == ["New tasks"]

    app.run()
    assert texts(app) == ["Tasks: ['Water', 'Tea']"]


@pytest.mark.engines("server", reason="AppTest does not open it")
def test_form_in_an_expander(run):
    """An expander that a user has opened is still open after the submit of the form in it."""
    app = run("forms/in_an_expander.py")
    expander = app.page.locator("[data-testid=stExpander] details")
    assert expander.get_attribute("open") is None
    app.page.get_by_text("New task").click()
    app.text_input[0].set_value("Water")
    app.button[0].click().run()

    assert expander.get_attribute("open") is not None
    assert texts(app) == ["Task: Water"]
