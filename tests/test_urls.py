import datetime as dt

import pytest


def texts(app):
    return [text.value for text in app.text]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_change_is_in_the_url(run):
    """By default, when the user changes a widget with `bind="query-params"`, the URL has the new value, under the
    widget's key, unless it is the widget's default.
    """
    app = run("urls/bound.py")
    app.selectbox[0].select("green").run()

    assert texts(app) == ["color: green"]
    assert app.url == "/?color=green"


@pytest.mark.since("1.54")
def test_experimental_get_query_params(run):
    """`st.experimental_get_query_params` and `st.experimental_set_query_params` were removed: calling them raises
    `AttributeError`.
    """
    for button, name in enumerate(("experimental_set_query_params", "experimental_get_query_params")):
        app = run("urls/experimental_get.py")
        app.button[button].click().run()
        assert app.exception[0].proto.type == "AttributeError"
        assert app.exception[0].message.startswith(f"module 'streamlit' has no attribute '{name}'")


@pytest.mark.until("1.53")
def test_experimental_get_query_params_returned_lists(run):
    """In 1.53 and earlier, `st.experimental_get_query_params` returned a list of strings for each parameter."""
    app = run("urls/experimental_get.py")
    app.button[0].click().run()
    app.button[1].click().run()

    assert texts(app) == ["city: ['Rome']"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_link_opens_with_the_value(run):
    """If another user opens the copied URL, the bound widget has its value."""
    ann, bob = run("urls/bound.py"), run("urls/bound.py")
    ann.selectbox[0].select("green").run()

    bob.goto(ann.url)
    assert bob.selectbox[0].value == "green"
    assert texts(bob) == ["color: green"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest cannot reload the page")
def test_bound_widget_survives_a_reload(run):
    """A widget with `bind="query-params"` keeps the value that the user entered when the page is reloaded."""
    app = run("urls/bound.py")
    app.selectbox[0].select("blue").run()

    app.reload()
    assert app.selectbox[0].value == "blue"
    assert texts(app) == ["color: blue"]


@pytest.mark.since("1.55")
def test_bound_widget_starts_with_its_default(run):
    """If neither the URL nor session state has a value for it, a bound widget starts with its default."""
    app = run("urls/options.py")
    assert app.radio[0].options == ["S", "M", "L"]
    assert app.radio[0].value == "M"
    assert texts(app) == ["size: M"]

    app.radio[0].set_value("L").run()
    assert texts(app) == ["size: L"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_default_is_not_in_the_url(run):
    """While a bound widget has its default value, its parameter isn't in the URL."""
    app = run("urls/options.py")
    assert app.url == "/"

    app.radio[0].set_value("L").run()
    assert app.url == "/?size=L"

    app.radio[0].set_value("M").run()
    assert app.url == "/"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_unknown_option_in_the_url(run):
    """If the value in the URL isn't an option of a bound `st.radio`, the radio ignores it, and the parameter is removed
    from the URL.
    """
    app = run("urls/options.py")
    app.goto("/?size=L")
    assert texts(app) == ["size: L"]

    app.goto("/?size=XL")
    assert app.radio[0].value == "M"
    assert texts(app) == ["size: M"]
    assert app.url == "/"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no back button")
def test_back_does_not_undo_a_change(run):
    """If the script doesn't store values in `st.query_params`, the browser's back button doesn't undo changes of a
    bound widget; it returns to the URL that the user visited before.
    """
    app = run("urls/back.py")
    app.goto("/?city=Oslo")
    app.text_input[0].set_value("Paris").run()
    assert app.url == "/?city=Paris"
    assert texts(app) == ["city: Paris"]

    app.go_back()
    assert app.url == "/"
    assert texts(app) == ["city: Rome"]


@pytest.mark.since("1.30")
@pytest.mark.engines("server", reason="AppTest cannot reload the page")
def test_query_params_survive_a_reload(run):
    """After a reload, `st.query_params` still has its values, and the values that the script stored in
    `st.session_state` are gone.
    """
    app = run("urls/reload.py")
    app.button[0].click().run()
    assert texts(app) == ["URL: 2", "session: 2"]
    assert app.url == "/?step=2"

    app.reload()
    assert texts(app) == ["URL: 2", "session: None"]


@pytest.mark.since("1.30")
def test_parameters_are_set_in_the_run(run):
    """A value that the script stores in `st.query_params` can be read in the same run."""
    app = run("urls/reload.py")
    assert texts(app) == ["URL: None", "session: None"]

    app.button[0].click().run()
    assert texts(app) == ["URL: 2", "session: 2"]


@pytest.mark.since("1.30")
def test_values_are_strings(run):
    """`st.query_params` returns strings: the number 5 becomes `'5'`, and `None` becomes `'None'`."""
    app = run("urls/strings.py")
    assert texts(app) == ["page: '5'", "filter: 'None'"]


@pytest.mark.since("1.30")
def test_last_of_several_values(run):
    """If a key has several values, `st.query_params` returns the last one, and `get_all` returns a list of all
    values.
    """
    app = run("urls/several_values.py")
    assert texts(app) == ["last: None", "all: []"]

    app.button[0].click().run()
    assert texts(app) == ["last: milk", "all: ['tea', 'milk']"]


@pytest.mark.since("1.30")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_list_repeats_the_key(run):
    """If you store a list in `st.query_params`, the URL repeats the key: `?item=tea&item=milk`."""
    app = run("urls/several_values.py")
    app.button[0].click().run()

    assert app.url == "/?item=tea&item=milk"


@pytest.mark.since("1.30")
def test_update_keeps_the_others(run):
    """`st.query_params.update` sets the parameters that you pass and keeps the others."""
    app = run("urls/replace_all.py")
    assert texts(app) == ["{}"]

    app.button[0].click().run()
    assert texts(app) == ["{'color': 'red'}"]

    app.button[1].click().run()
    assert texts(app) == ["{'color': 'red', 'size': 'L'}"]


@pytest.mark.since("1.34")
def test_from_dict_replaces(run):
    """`st.query_params.from_dict` replaces all parameters with the ones that you pass."""
    app = run("urls/replace_all.py")
    app.button[0].click().run()
    app.button[1].click().run()

    app.button[2].click().run()
    assert texts(app) == ["{'size': 'S'}"]


@pytest.mark.since("1.30")
def test_delete_and_clear(run):
    """Without bound widgets, `del` removes one parameter from `st.query_params`, and `clear()` removes all of them."""
    app = run("urls/replace_all.py")
    app.button[0].click().run()
    app.button[1].click().run()
    app.button[3].click().run()
    assert texts(app) == ["{'color': 'red'}"]

    app.button[4].click().run()
    assert texts(app) == ["{}"]


@pytest.mark.since("1.30")
def test_get_a_missing_parameter(run):
    """`st.query_params.get` returns its second argument if the URL doesn't have the parameter."""
    app = run("urls/missing_parameter.py")
    assert texts(app) == ["no id"]
    assert len(app.exception) == 0


@pytest.mark.since("1.30")
def test_missing_parameter_as_attribute(run):
    """Reading a missing parameter as an attribute raises `AttributeError`."""
    app = run("urls/missing_parameter.py")
    app.button[0].click().run()

    assert app.exception[0].proto.type == "AttributeError"
    assert app.exception[0].message.startswith("st.query_params has no ")


@pytest.mark.since("1.30")
def test_missing_parameter_in_brackets(run):
    """Reading a missing parameter with brackets raises `KeyError`."""
    app = run("urls/missing_parameter.py")
    app.button[1].click().run()

    assert app.exception[0].proto.type == "KeyError"
    assert app.exception[0].message.startswith("'st.query_params has no ")


@pytest.mark.since("1.42")
def test_message_of_a_missing_parameter(run):
    """The message says `has no key` for brackets and `has no attribute` for an attribute."""
    app = run("urls/missing_parameter.py")
    app.button[1].click().run()
    assert app.exception[0].message == "'st.query_params has no key \"id\".'"

    app.button[0].click().run()
    assert app.exception[0].message == 'st.query_params has no attribute "id".'


@pytest.mark.since("1.30")
@pytest.mark.until("1.41")
def test_older_message_of_a_missing_parameter(run):
    """In 1.41 and earlier, the message said `has no key "id". Did you forget to initialize it?` for both."""
    app = run("urls/missing_parameter.py")
    app.button[1].click().run()
    assert app.exception[0].message == "'st.query_params has no key \"id\". Did you forget to initialize it?'"

    app.button[0].click().run()
    assert app.exception[0].message == 'st.query_params has no key "id". Did you forget to initialize it?'


@pytest.mark.since("1.30")
def test_storing_starts_no_rerun(run):
    """Storing a value in `st.query_params` doesn't trigger a rerun: code above that line reads the old value until
    the next run.
    """
    app = run("urls/line_above.py")
    assert texts(app) == ["above: page 1", "below: page 1"]

    app.button[0].click().run()
    assert texts(app) == ["above: page 1", "below: page 2"]

    app.run()
    assert texts(app) == ["above: page 2", "below: page 2"]


@pytest.mark.since("1.30")
def test_embed_is_reserved(run):
    """Setting the parameter `embed` or `embed_options` raises `StreamlitAPIException`."""
    app = run("urls/embed.py")
    assert texts(app) == ["{}"]

    app.button[0].click().run()
    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert app.exception[0].message == (
        "Query param embed and embed_options (case-insensitive) cannot be set programmatically."
    )


@pytest.mark.since("1.30")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_embed_stays_in_the_url(run):
    """If the URL has `?embed=true`, the parameter isn't in `st.query_params`, and `clear()` doesn't remove it."""
    app = run("urls/embed_stays.py")
    app.goto("/?embed=true&page=2")
    assert texts(app) == ["{'page': '2'}"]

    app.button[0].click().run()
    assert app.url == "/?embed=true"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_formats_in_the_url(run):
    """Bound widgets read `true` for a checkbox, a repeated key for a multiselect, and `2026-03-04` for a date."""
    app = run("urls/value_formats.py")
    app.goto("/?new=true&size=S&size=L&day=2026-03-04")

    assert app.checkbox[0].value is True
    assert app.multiselect[0].value == ["S", "L"]
    assert app.date_input[0].value == dt.date(2026, 3, 4)
    assert texts(app) == ["True, ['S', 'L']", "2026-03-04"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_formats_that_are_written(run):
    """When the user changes these widgets to values other than their defaults, the URL has the parameters in the same
    formats.
    """
    app = run("urls/value_formats.py")
    app.date_input[0].set_value(dt.date(2026, 3, 4)).run()
    app.checkbox[0].check().run()
    app.multiselect[0].set_value(["S", "L"]).run()

    assert app.url == "/?day=2026-03-04&new=true&size=S&size=L"
    assert texts(app) == ["True, ['S', 'L']", "2026-03-04"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_number_beyond_the_limits(run):
    """If the number in the URL is outside the limits of a bound `st.number_input`, the widget ignores it, and doesn't
    use the limit instead.
    """
    app = run("urls/limits.py")
    app.goto("/?seats=9")
    assert texts(app) == ["seats: 9"]

    for number in ("10", "0", "two"):
        app.goto(f"/?seats={number}")
        assert texts(app) == ["seats: 2"]
        assert app.url == "/"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_unknown_option_of_a_multiselect(run):
    """By default, if some of the values in the URL aren't options of a bound `st.multiselect`, it keeps only the
    others.
    """
    app = run("urls/value_formats.py")
    app.goto("/?size=S&size=XL")

    assert app.multiselect[0].value == ["S"]
    assert app.url == "/?size=S"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_url_does_not_call_on_change(run):
    """A value from the URL doesn't call the `on_change` of a bound widget; a change by the user does."""
    app = run("urls/on_change.py")
    app.goto("/?city=Oslo")
    assert texts(app) == ["city: Oslo", "changes: []"]

    app.text_input[0].set_value("Paris").run()
    assert texts(app) == ["city: Paris", "changes: ['Paris']"]


@pytest.mark.since("1.58")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_assigning_changes_the_url(run):
    """Outside fragments, if a callback assigns a value to the key of a bound widget, the URL changes, too."""
    app = run("urls/assign.py")
    app.button[0].click().run()
    assert app.text_input[0].value == "Paris"
    assert texts(app) == ["city: Paris"]
    assert app.url == "/?city=Paris"

    app.button[1].click().run()
    assert texts(app) == ["city: Rome"]
    assert app.url == "/"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_url_wins_over_a_start_value(run):
    """A value in the URL that the bound widget accepts replaces an initial value that the script assigns to the
    widget's key.
    """
    app = run("urls/start_value.py")
    assert texts(app) == ["city: Rome"]

    app.goto("/?city=Oslo")
    assert app.text_input[0].value == "Oslo"
    assert texts(app) == ["city: Oslo"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_start_value_is_not_in_the_url(run):
    """An initial value that the script assigns to the key of a bound widget in the run that first renders the widget
    isn't written to the URL.
    """
    app = run("urls/start_value.py")
    app.run()

    assert app.text_input[0].value == "Rome"
    assert app.url == "/"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_value_stored_before_the_bound_widget(run):
    """If the script stores a value under the key of a bound widget in a run before the one that first renders the
    widget, and the URL doesn't have the parameter, the value is written to the URL when the widget appears.
    """
    app = run("urls/stored_before.py")
    assert app.url == "/"

    app.checkbox[0].check().run()
    assert app.text_input[0].value == "Rome"
    assert texts(app) == ["city: Rome"]
    assert app.url == "/?city=Rome"


@pytest.mark.since("1.56")
def test_hidden_bound_widget(run):
    """While a bound widget is hidden, its value stays in `st.session_state`, and the widget comes back with it."""
    app = run("urls/hidden.py")
    assert texts(app) == ["city: Rome"]

    app.text_input[0].set_value("Oslo").run()
    app.checkbox[0].uncheck().run()
    assert len(app.text_input) == 0
    assert texts(app) == ["city: Oslo"]

    app.run()
    assert texts(app) == ["city: Oslo"]

    app.checkbox[0].check().run()
    assert app.text_input[0].value == "Oslo"
    assert texts(app) == ["city: Oslo"]


@pytest.mark.since("1.56")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_hidden_bound_widget_leaves_the_url(run):
    """While a bound widget is hidden, its parameter isn't in the URL; it comes back with the widget."""
    app = run("urls/hidden.py")
    app.text_input[0].set_value("Oslo").run()
    app.checkbox[0].uncheck().run()
    assert app.url == "/"

    app.checkbox[0].check().run()
    assert app.url == "/?city=Oslo"


@pytest.mark.since("1.63")
def test_bind_without_a_key(run):
    """Setting `bind` without a key raises `StreamlitMissingRequiredParameterError`."""
    app = run("urls/without_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitMissingRequiredParameterError"
    assert app.exception[0].message == (
        "The `key` parameter is required. When using bind='query-params', the widget must have a unique 'key' "
        "parameter specified. This 'key' will be used as the name of the query parameter."
    )


@pytest.mark.since("1.55")
@pytest.mark.until("1.62")
def test_bind_without_a_key_raised(run):
    """From 1.55 to 1.62, setting `bind` without a key raised `StreamlitAPIException`."""
    app = run("urls/without_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == (
        "When using bind='query-params', the widget must have a unique 'key' parameter specified. "
        "This 'key' will be used as the name of the query parameter."
    )


@pytest.mark.since("1.63")
def test_bind_misspelt(run):
    """A value of `bind` other than `"query-params"` and `None`, such as `"query_params"` with an underscore, raises
    `StreamlitValueError`.
    """
    app = run("urls/misspelt.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitValueError"
    assert app.exception[0].message == "Invalid `bind` value. Supported values: 'query-params', None."


@pytest.mark.since("1.55")
@pytest.mark.until("1.62")
def test_bind_misspelt_raised(run):
    """From 1.55 to 1.62, a value of `bind` other than `"query-params"` and `None` raised
    `StreamlitInvalidBindValueError`.
    """
    app = run("urls/misspelt.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitInvalidBindValueError"
    assert app.exception[0].message.startswith("Invalid `bind` value")  # 1.62 has changed how it goes on


@pytest.mark.since("1.55")
def test_setting_a_bound_parameter(run):
    """While a bound widget is displayed, setting its parameter through `st.query_params` raises
    `StreamlitAPIException`.
    """
    app = run("urls/set_bound.py")
    app.button[0].click().run()

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == (
        "Cannot directly set query parameter 'city' - it is bound to a widget. Modify the widget value instead."
    )
    assert app.text_input[0].value == "Rome"


@pytest.mark.since("1.55")
def test_deleting_a_bound_parameter(run):
    """While a bound widget is displayed, `del` of its parameter raises `StreamlitAPIException`, too."""
    app = run("urls/set_bound.py")
    app.button[1].click().run()

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == (
        "Cannot directly delete query parameter 'city' - it is bound to a widget. Modify the widget value instead."
    )


@pytest.mark.since("1.55")
@pytest.mark.engines("server", "live", reason="AppTest does not write the change to the parameters")
def test_clearing_with_a_bound_widget(run):
    """While a bound widget is displayed and its parameter is in the URL, `st.query_params.clear()` raises
    `StreamlitAPIException`.
    """
    app = run("urls/clear_bound.py")
    app.text_input[0].set_value("Oslo").run()
    app.button[0].click().run()

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == (
        "Cannot clear query parameters - the following are bound to widgets: 'city'. "
        "Modify the widget values instead, or remove the bind parameter."
    )
    assert app.text_input[0].value == "Oslo"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", "live", reason="AppTest does not write the change to the parameters")
def test_switch_page_with_a_bound_widget(run):
    """While a bound widget is displayed and its parameter is in the URL, `st.switch_page` without `query_params` raises
    `StreamlitAPIException`.
    """
    app = run("urls/switch_page")
    app.text_input[0].set_value("Oslo").run()
    app.button[0].click().run()

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == (
        "Cannot clear query parameters - the following are bound to widgets: 'city'. "
        "Modify the widget values instead, or remove the bind parameter."
    )


@pytest.mark.since("1.55")
def test_switch_page_with_a_bound_default(run):
    """`st.switch_page` opens the page if the bound widget has its default value."""
    app = run("urls/switch_page")
    assert app.text_input[0].value == "Rome"

    app.button[0].click().run()
    assert texts(app) == ["Your trip"]


@pytest.mark.since("1.56")
def test_switch_page_with_empty_query_params(run):
    """`st.switch_page(..., query_params={})` opens the page, no matter which value the bound widget has."""
    app = run("urls/switch_page_fixed")
    assert app.text_input[0].value == "Rome"

    app.text_input[0].set_value("Oslo").run()
    app.button[0].click().run()

    assert len(app.exception) == 0
    assert texts(app) == ["flight to Oslo"]


@pytest.mark.since("1.65")
@pytest.mark.engines("server", reason="AppTest has no back button")
def test_back_takes_a_parameter_back(run):
    """Each new value that the script stores in `st.query_params` is a step in the browser's history: the back and
    forward buttons rerun the script with the values of that step.
    """
    app = run("urls/history.py")
    app.button[0].click().run()
    app.button[1].click().run()
    assert texts(app) == ["view: list"]

    app.go_back()
    assert app.url == "/?view=map"
    assert texts(app) == ["view: map"]

    app.go_back()
    assert texts(app) == ["view: none"]

    app.go_forward()
    assert texts(app) == ["view: map"]


@pytest.mark.since("1.30")
def test_parameter_as_state(run):
    """A parameter that the script sets after a button click is still there in later runs of the page."""
    app = run("urls/history.py")
    assert [button.label for button in app.button] == ["map", "list"]
    assert texts(app) == ["view: none"]

    app.button[1].click().run()
    app.run()
    assert texts(app) == ["view: list"]

    app.button[0].click().run()
    assert texts(app) == ["view: map"]


@pytest.mark.since("1.56")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_other_pages_do_not_have_the_parameter(run):
    """When the user opens another page through the navigation, the parameter of a page's bound widget is neither in the
    URL nor in `st.query_params` there, unless that page has a widget with the same key.
    """
    app = run("urls/one_page")
    app.text_input[0].set_value("Oslo").run()

    app.switch_page("pages/hotel_results.py").run()
    assert app.url == "/hotel_results"
    assert texts(app) == ["results: Oslo", "URL: {}"]


@pytest.mark.since("1.56")
def test_other_pages_read_the_key(run):
    """When the user opens another page through the navigation, the key of a page's bound widget is still in
    `st.session_state`.
    """
    app = run("urls/one_page")
    assert texts(app) == ["search: Rome"]

    app.text_input[0].set_value("Oslo").run()
    app.switch_page("pages/hotel_results.py").run()
    app.run()
    assert texts(app) == ["results: Oslo", "URL: {}"]


@pytest.mark.since("1.56")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_navigation_brings_the_parameter_back(run):
    """When the user comes back through the navigation, the value is in the bound widget and in the URL again."""
    app = run("urls/one_page")
    app.text_input[0].set_value("Oslo").run()
    app.switch_page("pages/hotel_results.py").run()

    app.switch_page("streamlit_app.py").run()
    assert app.text_input[0].value == "Oslo"
    assert texts(app) == ["search: Oslo"]
    assert app.url == "/?city=Oslo"


@pytest.mark.since("1.65")
@pytest.mark.engines("server", reason="AppTest has no back button")
def test_back_loses_the_value_of_a_page_widget(run):
    """When the user comes back with the browser's back button, a page's bound widget shows its default, and its
    value is lost.
    """
    app = run("urls/one_page")
    app.text_input[0].set_value("Oslo").run()
    app.switch_page("pages/hotel_results.py").run()

    app.go_back()
    assert app.url == "/"
    assert app.text_input[0].value == "Rome"
    assert texts(app) == ["search: Rome"]


@pytest.mark.since("1.55")
def test_entrypoint_widget_on_every_page(run):
    """A bound widget in the entrypoint has its value on every page that the user opens through the navigation."""
    app = run("urls/every_page")
    assert texts(app) == ["hotels in Rome"]

    app.text_input[0].set_value("Oslo").run()
    app.switch_page("hotel_map.py").run()
    assert app.text_input[0].value == "Oslo"
    assert texts(app) == ["map of Oslo"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_entrypoint_widget_in_every_url(run):
    """The parameter of a bound widget in the entrypoint is in the URL of every page that the user opens through the
    navigation.
    """
    app = run("urls/every_page")
    app.goto("/?city=Oslo")
    app.switch_page("hotel_map.py").run()

    assert app.url == "/hotel_map?city=Oslo"
    assert texts(app) == ["map of Oslo"]


@pytest.mark.since("1.65")
@pytest.mark.engines("server", reason="AppTest has no back button")
def test_back_restores_an_entrypoint_widget(run):
    """The browser's back button restores the value that a bound widget in the entrypoint had when the user left the
    page.
    """
    app = run("urls/every_page")
    app.text_input[0].set_value("Oslo").run()
    app.switch_page("hotel_map.py").run()
    app.text_input[0].set_value("Paris").run()
    assert texts(app) == ["map of Paris"]

    app.go_back()
    assert app.text_input[0].value == "Oslo"
    assert texts(app) == ["hotels in Oslo"]

    app.go_forward()
    assert texts(app) == ["map of Paris"]


@pytest.mark.since("1.56")
@pytest.mark.engines("server", "live", reason="AppTest runs the second page with its own default")
def test_same_key_on_two_pages(run):
    """Bound text inputs with the same key on two pages share the value that the user enters."""
    app = run("urls/both_pages")
    assert texts(app) == ["trains to Rome"]

    app.text_input[0].set_value("Oslo").run()
    app.switch_page("pages/bus.py").run()
    assert app.text_input[0].value == "Oslo"
    assert texts(app) == ["buses to Oslo"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_same_key_and_a_typed_url(run):
    """If the value comes from the URL, bound text inputs with the same key on two pages don't share it: the input on
    the other page shows its default.
    """
    app = run("urls/both_pages")
    app.goto("/?city=Oslo")
    assert texts(app) == ["trains to Oslo"]

    app.switch_page("pages/bus.py").run()
    assert app.text_input[0].value == "Rome"
    assert texts(app) == ["buses to Rome"]


@pytest.mark.since("1.52")
@pytest.mark.engines("server", reason="AppTest has no links")
def test_page_switch_drops_parameters(run):
    """Parameters in `st.query_params` that don't belong to a widget are gone when the user opens another page through
    the navigation or through `st.page_link` without `query_params`.
    """
    app = run("urls/page_link")
    app.button[0].click().run()
    assert app.url == "/?color=red"

    app.click_link("item")
    assert app.url == "/item"
    assert texts(app) == ["item, parameters: {}"]

    app.go_back()
    assert app.url == "/?color=red"

    app.click_link("All items")
    assert app.url == "/item"
    assert texts(app) == ["item, parameters: {}"]


@pytest.mark.since("1.52")
@pytest.mark.engines("server", reason="AppTest cannot click st.page_link")
def test_page_link_with_query_params(run):
    """If no widget is bound, the page that `st.page_link(..., query_params=...)` opens has only these parameters in
    `st.query_params`.
    """
    app = run("urls/page_link")
    app.button[0].click().run()

    app.click_link("Item 7")
    assert app.url == "/item?id=7"
    assert texts(app) == ["item, parameters: {'id': '7'}"]


@pytest.mark.since("1.30")
def test_url_as_default(run):
    """If `st.text_input` without a key takes its default from the URL, and the script writes its value to the URL, the
    input loses every second change, unless another rerun comes in between.
    """
    app = run("urls/sync.py")
    assert texts(app) == ["name: nobody"]

    for typed, name in (("Ann", "Ann"), ("Bob", "Ann"), ("Cyd", "Cyd"), ("Dan", "Cyd")):
        app.text_input[0].set_value(typed).run()
        assert texts(app) == [f"name: {name}"]


@pytest.mark.since("1.30")
def test_url_above_the_widget(run):
    """If a callback writes the change to the URL, and the script assigns the parameter to the key of a text input above
    the input, every change is kept.
    """
    app = run("urls/sync_fixed.py")
    assert app.text_input[0].value == "nobody"
    assert texts(app) == ["name: nobody"]

    for name in ("Ann", "Bob", "Cyd", "Dan"):
        app.text_input[0].set_value(name).run()
        assert app.text_input[0].value == name
        assert texts(app) == [f"name: {name}"]


@pytest.mark.since("1.65")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_url_above_the_widget_and_back(run):
    """With this callback, users can share the URL, and the browser's back button undoes a change."""
    app = run("urls/sync_fixed.py")
    app.text_input[0].set_value("Ann").run()
    app.text_input[0].set_value("Bob").run()
    assert app.url == "/?name=Bob"

    other = run("urls/sync_fixed.py")
    other.goto(app.url)
    assert texts(other) == ["name: Bob"]

    app.go_back()
    assert app.text_input[0].value == "Ann"
    assert texts(app) == ["name: Ann"]


@pytest.mark.since("1.30")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_shared_view(run):
    """A copied link has the parameters of that moment: the user who opens it starts there, and from then on the two
    sessions are independent.
    """
    ann, bob = run("urls/share_view.py"), run("urls/share_view.py")
    ann.button[0].click().run()
    ann.button[1].click().run()
    bob.goto(ann.url)
    assert texts(bob) == ["step: 2"]

    ann.button[0].click().run()
    bob.run()
    assert texts(ann) == ["step: 3"]
    assert texts(bob) == ["step: 2"]
    assert ann.url == "/?step=2"


@pytest.mark.since("1.30")
def test_view_starts_from_the_url(run):
    """An initial value from the URL is used only if session state doesn't have a value yet."""
    app = run("urls/share_view.py")
    assert texts(app) == ["step: 1"]

    app.button[0].click().run()
    app.button[1].click().run()
    app.button[0].click().run()
    assert texts(app) == ["step: 3"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no URL")
def test_deleting_the_key_of_a_bound_widget(run):
    """If a callback deletes the key of a bound text input, the text input, its key, and the URL keep the value that the
    user entered.
    """
    app = run("urls/delete_bound.py")
    app.text_input[0].set_value("Paris").run()
    app.button[0].click().run()
    for _ in range(2):
        assert (app.text_input[0].value, app.text[0].value) == ("Paris", "city: Paris")
        assert app.url == "/?city=Paris"
        app.run()
