import pytest


def texts(app):
    return [text.value for text in app.text]


def order_tea(app):
    app.text_input[0].set_value("Tea")
    app.button[0].click().run()


@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_form_sends_with_its_button(run):
    """The values that a user enters in a form are stored under its widgets' keys when the form is submitted, not
    before.
    """
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
    """If another widget triggers a rerun that renders the same form and changes nothing in it, the form keeps its
    unsubmitted input.
    """
    app = run("forms/order.py")
    app.text_input("item").set_value("Tea")
    app.button[1].click().run()
    assert texts(app) == ["Item: Water"]
    assert app.text_input("item").value == "Tea"

    app.button[0].click().run()
    assert texts(app) == ["Item: Tea"]


def test_values_stay_after_the_submit(run):
    """By default, a form keeps showing the submitted value after a submission, and the key keeps it."""
    app = run("forms/order.py")
    order_tea(app)
    assert (app.text_input("item").value, texts(app)) == ("Tea", ["Item: Tea"])

    app.button[1].click().run()
    assert (app.text_input("item").value, texts(app)) == ("Tea", ["Item: Tea"])


@pytest.mark.engines("server", "live", reason="AppTest does not empty the form")
def test_clear_on_submit(run):
    """With `clear_on_submit=True` and no callback, your script gets the submitted values, and the form resets to its
    widgets' defaults.
    """
    app = run("forms/clear_on_submit.py")
    assert texts(app) == ["Sent: False", "Item: Water"]
    order_tea(app)

    assert texts(app) == ["Sent: True", "Item: Tea"]
    assert app.text_input("item").value == "Water"


@pytest.mark.engines("server", "live", reason="AppTest does not empty the form")
def test_key_after_clear_on_submit(run):
    """After a submission with `clear_on_submit=True`, the key keeps the submitted value while the form shows the
    default; the next submission sends what the form shows.
    """
    app = run("forms/clear_on_submit.py")
    order_tea(app)
    app.run()
    assert texts(app) == ["Sent: False", "Item: Tea"]
    assert app.text_input("item").value == "Water"

    app.button[0].click().run()
    assert texts(app) == ["Sent: True", "Item: Water"]


@pytest.mark.engines("server", "live", reason="AppTest does not empty the form")
def test_clear_on_submit_and_an_initial_value(run):
    """If a text input gets its initial value from session state instead of its `value` argument,
    `clear_on_submit=True` empties it.
    """
    app = run("forms/clear_initial.py")
    assert app.text_input("item").value == "Water"
    order_tea(app)

    assert texts(app) == ["Item: Tea"]
    assert app.text_input("item").value == ""


def fill(app, task):
    assert [field.value for field in app.text_input] == ["", "Monday"]
    if task:
        app.text_input("task").set_value(task)
    app.text_input("day").set_value("Friday")
    app.button[0].click().run()


def test_submit_callback_empties_the_form(run):
    """By default, if the callback of a submit button assigns values to the keys of text inputs in the form, the form
    shows these values.
    """
    app = run("forms/clear_if_valid.py")
    fill(app, "Write")

    assert texts(app) == ["Tasks: ['Write']"]
    assert [field.value for field in app.text_input] == ["", "Monday"]


@pytest.mark.engines("server", "live", reason="AppTest does not empty the form")
def test_clear_on_submit_and_a_callback(run):
    """With `clear_on_submit=True`, a text input and a number input show their defaults after a submission, even if the
    callback of the submit button assigns other values to their keys.
    """
    app = run("forms/clear_and_assign.py")
    app.text_input[0].set_value("Tea")
    app.number_input[0].set_value(3)
    app.button[0].click().run()

    assert texts(app) == ["Item: 5 Juice"]
    assert app.text_input[0].value == "Water"
    assert app.number_input[0].value == 1


def test_submit_callback_keeps_a_wrong_entry(run):
    """By default, if the callback of a submit button assigns nothing, the form keeps what the user entered."""
    app = run("forms/clear_if_valid.py")
    fill(app, None)

    assert texts(app) == ["Tasks: []"]
    assert [field.value for field in app.text_input] == ["", "Friday"]


@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_form_without_a_submit_button(run):
    """If a form has no `st.form_submit_button`, your script never gets what the user enters: the widgets keep returning
    the values that your script gave them.
    """
    app = run("forms/no_submit_button.py")
    app.text_input[0].set_value("Coffee")
    app.button[0].click().run()

    assert texts(app) == ["Item: Tea"]


# Older ones do say so, in the browser alone.
@pytest.mark.since("1.59")
@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_no_error_without_a_submit_button(run):
    """If a form has no submit button, Streamlit shows no error, even after the user has entered something."""
    app = run("forms/no_submit_button.py")
    app.text_input[0].set_value("Coffee")
    app.button[0].click().run()

    assert not [*app.exception, *app.error, *app.warning]
    assert texts(app) == ["Item: Tea"]


@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_widget_outside_of_its_form(run):
    """Inside `with st.form(...)`, a widget that you call as a method of `st.sidebar`, or of a container from outside
    all forms, isn't part of the form: a change triggers a rerun immediately.
    """
    app = run("forms/outside_container.py")
    app.text_input("form").set_value("Tea")
    app.text_input("sidebar").set_value("Milk").run()
    app.text_input("box").set_value("Rice").run()

    assert texts(app) == ["form: ''", "sidebar: 'Milk'", "box: 'Rice'"]


@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_widget_in_a_container_of_its_form(run):
    """Inside `with st.form(...)`, a widget in a `with st.sidebar:` block, or in a container that is created inside the
    form, is part of the form: a change is sent when the form is submitted.
    """
    app = run("forms/outside_container_fixed.py")
    assert [entered.key for entered in app.sidebar.text_input] == ["sidebar"]
    for key, value in (("sidebar", "Milk"), ("form", "Tea"), ("box", "Rice")):
        app.text_input(key).set_value(value)
    app.button[1].click().run()
    assert texts(app) == ["form: ''", "sidebar: ''", "box: ''"]

    app = run("forms/outside_container_fixed.py")
    for key, value in (("sidebar", "Milk"), ("form", "Tea"), ("box", "Rice")):
        app.text_input(key).set_value(value)
    app.button[0].click().run()
    assert texts(app) == ["form: 'Tea'", "sidebar: 'Milk'", "box: 'Rice'"]


def test_submit_button_is_true_once(run):
    """`st.form_submit_button` returns `True` only in the run that the submission triggers: what your script shows
    inside `if st.form_submit_button(...)` disappears when another widget triggers a full rerun.
    """
    app = run("forms/result_lost.py")
    assert not app.text
    order_tea(app)
    assert texts(app) == ["Ordered: Tea"]

    app.button[1].click().run()
    assert not app.text


def test_stored_result_stays(run):
    """If your script stores the submitted value under a separate key, later reruns can still show it."""
    app = run("forms/result_lost_fixed.py")
    assert not app.text
    assert not app.exception
    order_tea(app)
    assert texts(app) == ["Ordered: Tea"]

    app.button[1].click().run()
    assert texts(app) == ["Ordered: Tea"]


def test_line_above_the_form(run):
    """In the run that a submission triggers, even a line above the form finds the new values under the keys."""
    app = run("forms/line_above.py")
    assert texts(app) == ["Above: None"]
    order_tea(app)

    assert texts(app) == ["Above: Tea"]


def test_several_submit_buttons(run):
    """Each submit button of a form sends all of the form's inputs, and only the button that the user clicked returns
    `True`.
    """
    app = run("forms/two_buttons.py")
    assert texts(app) == ["Item: 1 Water, save: False, order: False"]
    app.number_input[0].set_value(2)
    order_tea(app)
    assert texts(app) == ["Item: 2 Tea, save: True, order: False"]

    app.number_input[0].set_value(3)
    app.text_input[0].set_value("Milk")
    app.button[1].click().run()
    assert texts(app) == ["Item: 3 Milk, save: False, order: True"]


@pytest.mark.engines("server", "live", reason="AppTest has no keyboard")
def test_enter_submits(run):
    """By default, pressing Enter in a text input or a number input of a form submits the new value, and the first
    submit button returns `True`.
    """
    app = run("forms/two_buttons.py")
    app.text_input[0].set_value("Tea")
    app.text_input[0].press("Enter").run()
    assert texts(app) == ["Item: 1 Tea, save: True, order: False"]

    app.button[1].click().run()
    assert texts(app) == ["Item: 1 Tea, save: False, order: True"]

    app.number_input[0].set_value(9)
    app.number_input[0].press("Enter").run()
    assert texts(app) == ["Item: 9 Tea, save: True, order: False"]


@pytest.mark.engines("server", "live", reason="AppTest has no keyboard")
def test_enter_with_a_disabled_button(run):
    """If the first submit button of a form is disabled, pressing Enter in a text input doesn't submit the form."""
    app = run("forms/first_button_disabled.py")
    app.text_input[0].set_value("Tea")
    app.text_input[0].press("Enter")
    app.button[2].click().run()
    assert texts(app) == ["Item: Water"]

    app.button[1].click().run()
    assert texts(app) == ["Item: Tea"]


@pytest.mark.engines("server", "live", reason="AppTest has no keyboard")
def test_enter_does_not_submit(run):
    """With `enter_to_submit=False`, pressing Enter in a text input doesn't submit the form, but the submit button
    still does.
    """
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
    """If an input without a key takes its default from the last submitted value, the form ignores every second
    submission, unless another rerun comes in between.
    """
    app = run("forms/every_second_submit.py")
    assert texts(app) == ["Name: nobody"]

    assert send_names(app) == [("Ada", "Name: Ada"), ("Ada", "Name: Ada"), ("Eve", "Name: Eve")]


def test_every_submit(run):
    """If a form's input has the key under which your script keeps the value, every submission counts."""
    app = run("forms/every_second_submit_fixed.py")
    assert texts(app) == ["Name: nobody"]

    assert send_names(app) == [("Ada", "Name: Ada"), ("Bob", "Name: Bob"), ("Eve", "Name: Eve")]


def test_rerun_after_the_submit(run):
    """If an input without a key takes its default from the stored value, and the script stores the submitted value and
    calls `st.rerun()`, every submission counts.
    """
    app = run("forms/every_second_submit_rerun.py")
    assert texts(app) == ["Name: nobody"]

    assert send_names(app) == [("Ada", "Name: Ada"), ("Bob", "Name: Bob"), ("Eve", "Name: Eve")]


@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_submit_button_that_waits_for_an_input(run):
    """If the only submit button of a form is disabled until an input of the form is filled in, it stays disabled,
    whatever the user enters.
    """
    app = run("forms/disabled_until_filled.py")
    app.text_input[0].set_value("Tea")
    app.button[1].click().run()

    assert app.button[0].disabled
    assert texts(app) == ["Item: ''"]


def test_check_after_the_submit(run):
    """If the submit button is always enabled, your script can check the input in the run that
    the submission triggers.
    """
    app = run("forms/disabled_until_filled_fixed.py")
    assert not app.error
    app.button[0].click().run()
    assert [error.value for error in app.error] == ["What do you want to order?"]

    order_tea(app)
    assert not app.error
    assert texts(app) == ["Item: 'Tea'"]


@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_dependent_options_in_a_form(run):
    """If options depend on another input of the same form, they change only when the form is submitted."""
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
    """If options in a form depend on an input that is outside forms and fragments, they change immediately."""
    app = run("forms/dependent_fixed.py")
    assert texts(app) == ["France: Paris"]
    app.selectbox[0].set_value("Italy").run()

    assert app.selectbox[1].value == "Rome"
    assert texts(app) == ["Italy: Rome"]
    assert app.button[0].label == "Book"


@pytest.mark.engines("server", "live", reason="AppTest forgets what was not sent")
def test_add_a_field(run):
    """A button outside a form can add an input to the form; the other inputs keep what the user has entered."""
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
    """If a text input in a form has the same key for every record and gets the record's value only as its default, the
    form keeps showing the first record after the user selects another one, and submitting it stores the first record's
    value in the selected one.
    """
    app = run("forms/edit_record.py")
    save_eve_and_choose_b(app)
    assert app.text_input[0].value == "Eve"

    app.button[0].click().run()
    assert texts(app) == ["Names: {'A': 'Eve', 'B': 'Eve'}"]


@pytest.mark.until("1.49")
def test_edit_record_with_one_key_worked(run):
    """In 1.49 and earlier, a form whose text input had the same key for every record showed the selected record."""
    app = run("forms/edit_record.py")
    save_eve_and_choose_b(app)

    assert app.text_input[0].value == "Bob"


def test_edit_record_with_a_key_for_each(run):
    """If the key contains the record's ID, the form shows the selected record as it was last saved."""
    app = run("forms/edit_record_fixed.py")
    save_eve_and_choose_b(app)
    assert app.text_input[0].value == "Bob"

    app.radio[0].set_value("A").run()
    assert app.text_input[0].value == "Eve"
    assert texts(app) == ["Names: {'A': 'Eve', 'B': 'Bob'}"]

    app.text_input[0].set_value("Zoe")
    app.radio[0].set_value("B").run()
    app.radio[0].set_value("A").run()
    assert app.text_input[0].value == "Eve"


def test_fill_in_a_form(run):
    """If the callback of a button outside fragments and forms assigns a value to the key of a text input in a form, the
    input shows that value instead of what the user entered.
    """
    app = run("forms/fill_in.py")
    assert texts(app) == ["Item: Water"]
    app.text_input[0].set_value("Milk")
    app.button[0].click().run()

    assert app.text_input[0].value == "Tea"
    assert texts(app) == ["Item: Tea"]
    assert app.button[1].label == "Order"


def test_new_form_key(run):
    """When the key of a form changes to one that the app hasn't used yet, its inputs without a key reset to their
    defaults, whether they were submitted or not.
    """
    app = run("forms/new_key.py")
    app.text_input[0].set_value("Milk")
    app.button[1].click().run()
    assert texts(app) == ["Item: Milk", "Note: none"]

    app.text_input[0].set_value("Tea")
    app.button[0].click().run()
    assert app.text_input[0].value == "Water"
    assert texts(app) == ["Item: Water", "Note: none"]

    app.button[0].click().run()
    assert texts(app) == ["Item: Water", "Note: none"]


def submit_a_note_and_discard(app):
    app.text_input("note").set_value("hot")
    app.button[1].click().run()
    assert texts(app) == ["Item: Water", "Note: hot"]
    app.button[0].click().run()


@pytest.mark.since("1.50")
def test_new_form_key_and_an_input_with_a_key(run):
    """When the key of a form changes, a text input with its own key keeps its submitted value."""
    app = run("forms/new_key.py")
    submit_a_note_and_discard(app)

    assert app.text_input("note").value == "hot"
    assert texts(app) == ["Item: Water", "Note: hot"]


@pytest.mark.until("1.49")
def test_new_form_key_and_an_input_with_a_key_reset(run):
    """In 1.49 and earlier, a text input with its own key reset to its default when the key of its form changed."""
    app = run("forms/new_key.py")
    submit_a_note_and_discard(app)

    assert app.text_input("note").value == "none"
    assert texts(app) == ["Item: Water", "Note: none"]


@pytest.mark.engines("server", "live", reason="AppTest forgets what was not sent")
def test_new_form_key_and_unsubmitted_input(run):
    """If a text input with its own key has unsubmitted input when the key of its form changes, the form keeps showing
    that input, but the next submission doesn't send it.
    """
    app = run("forms/new_key.py")
    app.text_input("note").set_value("hot")
    app.button[0].click().run()
    assert app.text_input("note").value == "hot"

    app.button[1].click().run()
    assert app.text_input("note").value == "hot"
    assert texts(app) == ["Item: Water", "Note: none"]


@pytest.mark.apptest_since("1.65", reason="an older AppTest does not hold back what is entered in a form")
def test_forms_of_a_loop(run):
    """If a loop creates forms with different keys, submitting one form doesn't submit the others."""
    app = run("forms/two_forms.py")
    app.text_input[0].set_value("yes")
    app.text_input[1].set_value("no")
    app.button[1].click().run()

    assert texts(app) == ["Ann: none, sent: False", "Bob: no, sent: True"]


def test_form_key_is_no_entry(run):
    """A form's key isn't added to `st.session_state`, but the keys of its inputs are."""
    app = run("forms/form_key.py")

    assert texts(app) == ["Keys: ['FormSubmitter:order-Order', 'item']"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_form_in_a_fragment(run):
    """Without `st.rerun()`, submitting a form in a fragment reruns only the fragment."""
    app = run("forms/in_a_fragment.py")
    order_tea(app)
    assert texts(app) == ["Inside: Tea", "Outside: Water"]

    app.run()
    assert texts(app) == ["Inside: Tea", "Outside: Tea"]


def test_form_that_is_not_drawn(run):
    """If a complete run of the script doesn't render a form, the form's unsubmitted input is lost."""
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
    """With `required=True` for a text input, the browser doesn't submit the form while the input is empty."""
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
    """Without `st.rerun()` or `st.switch_page`, submitting a form in a dialog doesn't close the dialog, and doesn't
    update the page behind it.
    """
    app = run("forms/in_a_dialog.py")
    add_water(app)
    assert dialogs(app) == ["New task"]
    assert app.text_input[0].value == "Water"
    assert texts(app) == ["Tasks: []"]

    app.run()
    assert texts(app) == ["Tasks: ['Water']"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_form_closes_its_dialog(run):
    """If a form in a dialog calls `st.rerun()` after a valid entry, the dialog closes, and the page shows the new
    entry.
    """
    app = run("forms/in_a_dialog_fixed.py")
    add_water(app)

    assert dialogs(app) == []
    assert texts(app) == ["Tasks: ['Water']"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_empty_form_in_a_dialog(run):
    """If a form in a dialog calls `st.rerun()` only after a valid entry, the dialog stays open
    after an invalid one.
    """
    app = run("forms/in_a_dialog_fixed.py")
    app.button[0].click().run()
    app.button[1].click().run()

    assert dialogs(app) == ["New task"]
    assert texts(app) == ["Tasks: []"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_many_entries_in_a_dialog(run):
    """With `clear_on_submit=True` and without `st.rerun()` or `st.switch_page`, a form in a dialog shows the defaults
    of its widgets again after each submission, and the dialog stays open.
    """
    app = run("forms/many_in_a_dialog.py")
    add_water(app)
    assert app.text_input[0].value == ""
    app.text_input[0].set_value("Tea")
    app.button[1].click().run()

    assert app.text_input[0].value == ""
    assert dialogs(app) == ["New tasks"]

    app.run()
    assert texts(app) == ["Tasks: ['Water', 'Tea']"]


def add_from_an_expander(app, label):
    """Open the expander, send the form in it, and return the expander's element."""
    expander = app.page.locator("[data-testid=stExpander] details")
    assert expander.get_attribute("open") is None
    app.page.get_by_text(label).click()
    app.text_input[0].set_value("Water")
    app.button[0].click().run()
    return expander


@pytest.mark.engines("server", reason="AppTest does not open it")
def test_form_in_an_expander(run):
    """If the arguments of an expander and the elements above it stay the same, the expander stays open when the user
    submits a form in it.
    """
    app = run("forms/in_an_expander.py")
    expander = add_from_an_expander(app, "New task")

    assert expander.get_attribute("open") is not None
    assert texts(app) == ["Task: Water"]


@pytest.mark.engines("server", reason="AppTest does not open it")
def test_form_in_an_expander_with_a_new_label(run):
    """By default, if the label of an expander without a key changes after the user submits a form in it, the expander
    closes.
    """
    app = run("forms/expander_label.py")
    expander = add_from_an_expander(app, "Tasks (0)")
    assert texts(app) == ["Tasks: ['Water']"]
    app.button[1].click().run()

    assert app.expander[0].label == "Tasks (1)"
    assert expander.get_attribute("open") is None


@pytest.mark.engines("server", reason="AppTest does not open it")
def test_form_in_an_expander_with_a_key(run):
    """An expander with a key and without `on_change` stays open when its label changes."""
    app = run("forms/expander_label_fixed.py")
    expander = add_from_an_expander(app, "Tasks (0)")
    assert texts(app) == ["Tasks: ['Water']"]
    app.button[1].click().run()

    assert app.expander[0].label == "Tasks (1)"
    assert expander.get_attribute("open") is not None


def test_list_without_session_state(run):
    """If the script creates the list in every run, the list contains only the entry that was just submitted."""
    app = run("forms/collect.py")
    for item in ("Tea", "Milk"):
        app.text_input[0].set_value(item)
        app.button[0].click().run()
        assert texts(app) == [f"Items: ['{item}']"]

    app.run()
    assert texts(app) == ["Items: []"]


@pytest.mark.engines("server", "live", reason="AppTest does not empty the form")
def test_entries_in_a_list(run):
    """If the script appends each submitted text to a list in session state, and the form has `clear_on_submit=True`,
    the list keeps all entries, and the input is empty after each submission.
    """
    app = run("forms/collect_fixed.py")
    for items in (["Tea"], ["Tea", "Milk"]):
        app.text_input[0].set_value(items[-1])
        app.button[0].click().run()
        assert (app.text_input[0].value, texts(app)) == ("", [f"Items: {items}"])

    app.button[0].click().run()
    assert texts(app) == ["Items: ['Tea', 'Milk']"]


def test_form_in_an_emptied_placeholder(run):
    """If the script empties the placeholder of a form in the run of the submission, the form is hidden in that run, and
    is back in the next full rerun.
    """
    app = run("forms/hide.py")
    order_tea(app)
    assert (len(app.text_input), texts(app)) == (0, ["Ordered: Tea"])

    app.checkbox[0].check().run()
    assert (len(app.text_input), texts(app)) == (1, [])


def test_form_that_is_submitted_once(run):
    """If the submit button's callback stores the submitted value under a separate key, and the script renders the form
    only while that key is missing, the form is hidden from the run of the submission on.
    """
    app = run("forms/hide_fixed.py")
    assert (len(app.text_input), texts(app)) == (1, [])
    order_tea(app)
    assert (len(app.text_input), texts(app)) == (0, ["Ordered: Tea"])

    app.checkbox[0].check().run()
    assert (len(app.text_input), texts(app)) == (0, ["Ordered: Tea"])
