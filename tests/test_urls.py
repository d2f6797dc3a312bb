import datetime as dt

import pytest


def texts(app):
    return [text.value for text in app.text]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_change_is_in_the_url(run):
    """A change of a widget with `bind="query-params"` stands in the URL, under the widget's key."""
    app = run("urls/bound.py")
    app.selectbox[0].select("green").run()

    assert texts(app) == ["color: green"]
    assert app.url == "/?color=green"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_link_opens_with_the_value(run):
    """Another user who opens the copied URL finds the bound widget with its value."""
    ann, bob = run("urls/bound.py"), run("urls/bound.py")
    ann.selectbox[0].select("green").run()

    bob.goto(ann.url)
    assert bob.selectbox[0].value == "green"
    assert texts(bob) == ["color: green"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest cannot reload the page")
def test_bound_widget_survives_a_reload(run):
    """A widget with `bind="query-params"` keeps its value when the page is reloaded."""
    app = run("urls/bound.py")
    app.selectbox[0].select("blue").run()

    app.reload()
    assert app.selectbox[0].value == "blue"
    assert texts(app) == ["color: blue"]


@pytest.mark.since("1.55")
def test_bound_widget_starts_with_its_default(run):
    """A bound widget without its parameter in the URL starts with its own default."""
    app = run("urls/options.py")
    assert app.radio[0].options == ["S", "M", "L"]
    assert app.radio[0].value == "M"
    assert texts(app) == ["size: M"]

    app.radio[0].set_value("L").run()
    assert texts(app) == ["size: L"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_default_is_not_in_the_url(run):
    """A bound widget that shows its default has no parameter in the URL."""
    app = run("urls/options.py")
    assert app.url == "/"

    app.radio[0].set_value("L").run()
    assert app.url == "/?size=L"

    app.radio[0].set_value("M").run()
    assert app.url == "/"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_unknown_option_in_the_url(run):
    """A value in the URL that is no option of the bound widget gives way to the default and leaves the URL."""
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
    """The browser's back button does not undo changes of a bound widget: it goes to the address before them."""
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
    """After a reload of the page `st.query_params` has its values again and `st.session_state` is empty."""
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
    """What is read from `st.query_params` is a string: the number 5 comes back as `'5'`, and `None` as `'None'`."""
    app = run("urls/strings.py")
    assert texts(app) == ["page: '5'", "filter: 'None'"]


@pytest.mark.since("1.30")
def test_last_of_several_values(run):
    """Of several values under one key `st.query_params` gives the last, and its `get_all` a list of them all."""
    app = run("urls/several_values.py")
    assert texts(app) == ["last: None", "all: []"]

    app.button[0].click().run()
    assert texts(app) == ["last: milk", "all: ['tea', 'milk']"]


@pytest.mark.since("1.30")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_list_repeats_the_key(run):
    """A list stored in `st.query_params` repeats its key in the URL: `?item=tea&item=milk`."""
    app = run("urls/several_values.py")
    app.button[0].click().run()

    assert app.url == "/?item=tea&item=milk"


@pytest.mark.since("1.30")
def test_update_keeps_the_others(run):
    """`st.query_params.update` sets the parameters it is given and keeps the others."""
    app = run("urls/replace_all.py")
    assert texts(app) == ["{}"]

    app.button[0].click().run()
    assert texts(app) == ["{'color': 'red'}"]

    app.button[1].click().run()
    assert texts(app) == ["{'color': 'red', 'size': 'L'}"]


@pytest.mark.since("1.34")
def test_from_dict_replaces(run):
    """`st.query_params.from_dict` removes all parameters but those it is given."""
    app = run("urls/replace_all.py")
    app.button[0].click().run()
    app.button[1].click().run()

    app.button[2].click().run()
    assert texts(app) == ["{'size': 'S'}"]


@pytest.mark.since("1.30")
def test_delete_and_clear(run):
    """`del` removes one parameter, `st.query_params.clear()` all of them."""
    app = run("urls/replace_all.py")
    app.button[0].click().run()
    app.button[1].click().run()
    app.button[3].click().run()
    assert texts(app) == ["{'color': 'red'}"]

    app.button[4].click().run()
    assert texts(app) == ["{}"]


@pytest.mark.since("1.30")
def test_get_a_missing_parameter(run):
    """`st.query_params.get` returns its second argument where the URL has no such parameter."""
    app = run("urls/missing_parameter.py")
    assert texts(app) == ["no id"]
    assert len(app.exception) == 0


@pytest.mark.since("1.30")
def test_missing_parameter_as_attribute(run):
    """A missing parameter read as an attribute raises `AttributeError`."""
    app = run("urls/missing_parameter.py")
    app.button[0].click().run()

    assert app.exception[0].proto.type == "AttributeError"
    assert app.exception[0].message.startswith("st.query_params has no ")


@pytest.mark.since("1.30")
def test_missing_parameter_in_brackets(run):
    """A missing parameter read in brackets raises `KeyError`."""
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
    """Up to 1.41 the message says `has no key "id". Did you forget to initialize it?` for both."""
    app = run("urls/missing_parameter.py")
    app.button[1].click().run()
    assert app.exception[0].message == "'st.query_params has no key \"id\". Did you forget to initialize it?'"

    app.button[0].click().run()
    assert app.exception[0].message == 'st.query_params has no key "id". Did you forget to initialize it?'


@pytest.mark.since("1.30")
def test_storing_starts_no_rerun(run):
    """Storing in `st.query_params` starts no rerun: what stands above it shows the old value until the next one."""
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
    """`?embed=true` in the URL is not in `st.query_params`, and `clear()` leaves it where it is."""
    app = run("urls/embed_stays.py")
    app.goto("/?embed=true&page=2")
    assert texts(app) == ["{'page': '2'}"]

    app.button[0].click().run()
    assert app.url == "/?embed=true"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_formats_in_the_url(run):
    """Bound widgets read `true` for a checkbox, a repeated key for a multiselect, `2026-03-04` for a date."""
    app = run("urls/value_formats.py")
    app.goto("/?new=true&size=S&size=L&day=2026-03-04")

    assert app.checkbox[0].value is True
    assert app.multiselect[0].value == ["S", "L"]
    assert app.date_input[0].value == dt.date(2026, 3, 4)
    assert texts(app) == ["True, ['S', 'L']", "2026-03-04"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_formats_that_are_written(run):
    """The URL that bound widgets write has parameters of the same form."""
    app = run("urls/value_formats.py")
    app.date_input[0].set_value(dt.date(2026, 3, 4)).run()
    app.checkbox[0].check().run()
    app.multiselect[0].set_value(["S", "L"]).run()

    assert app.url == "/?day=2026-03-04&new=true&size=S&size=L"
    assert texts(app) == ["True, ['S', 'L']", "2026-03-04"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_number_beyond_the_limits(run):
    """A number in the URL beyond the limits of a bound `st.number_input` gives its default, not the limit."""
    app = run("urls/limits.py")
    app.goto("/?seats=9")
    assert texts(app) == ["seats: 9"]

    for number in ("10", "0", "two"):
        app.goto(f"/?seats={number}")
        assert texts(app) == ["seats: 2"]
        assert app.url == "/"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_url_does_not_call_on_change(run):
    """A value that comes from the URL does not call the bound widget's `on_change`; a change by the user does."""
    app = run("urls/on_change.py")
    app.goto("/?city=Oslo")
    assert texts(app) == ["city: Oslo", "changes: []"]

    app.text_input[0].set_value("Paris").run()
    assert texts(app) == ["city: Paris", "changes: ['Paris']"]


@pytest.mark.since("1.58")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_assigning_changes_the_url(run):
    """When a callback assigns to a bound widget's key, the URL follows."""
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
    """The value in the URL wins over a start value that the script assigns to the bound widget's key."""
    app = run("urls/start_value.py")
    assert texts(app) == ["city: Rome"]

    app.goto("/?city=Oslo")
    assert app.text_input[0].value == "Oslo"
    assert texts(app) == ["city: Oslo"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_start_value_is_not_in_the_url(run):
    """A start value that the script assigns to the bound widget's key is not written to the URL."""
    app = run("urls/start_value.py")
    app.run()

    assert app.text_input[0].value == "Rome"
    assert app.url == "/"


@pytest.mark.since("1.56")
def test_hidden_bound_widget(run):
    """A bound widget that is not drawn for a while keeps its value in `st.session_state` and shows it again."""
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
    """The parameter of a bound widget leaves the URL while the widget is not drawn and is back with it."""
    app = run("urls/hidden.py")
    app.text_input[0].set_value("Oslo").run()
    app.checkbox[0].uncheck().run()
    assert app.url == "/"

    app.checkbox[0].check().run()
    assert app.url == "/?city=Oslo"


@pytest.mark.since("1.63")
def test_bind_without_a_key(run):
    """`bind` without a key raises `StreamlitMissingRequiredParameterError`."""
    app = run("urls/without_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitMissingRequiredParameterError"
    assert app.exception[0].message == (
        "The `key` parameter is required. When using bind='query-params', the widget must have a unique 'key' "
        "parameter specified. This 'key' will be used as the name of the query parameter."
    )


@pytest.mark.since("1.55")
@pytest.mark.until("1.62")
def test_bind_without_a_key_raised(run):
    """From 1.55 to 1.62 `bind` without a key raises `StreamlitAPIException`."""
    app = run("urls/without_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == (
        "When using bind='query-params', the widget must have a unique 'key' parameter specified. "
        "This 'key' will be used as the name of the query parameter."
    )


@pytest.mark.since("1.63")
def test_bind_misspelt(run):
    """Any other value of `bind`, such as `"query_params"` with an underscore, raises `StreamlitValueError`."""
    app = run("urls/misspelt.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitValueError"
    assert app.exception[0].message == "Invalid `bind` value. Supported values: 'query-params', None."


@pytest.mark.since("1.55")
@pytest.mark.until("1.62")
def test_bind_misspelt_raised(run):
    """From 1.55 to 1.62 any other value of `bind` raises `StreamlitInvalidBindValueError`."""
    app = run("urls/misspelt.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitInvalidBindValueError"
    assert app.exception[0].message.startswith("Invalid `bind` value")  # 1.62 has changed how it goes on


@pytest.mark.since("1.55")
def test_setting_a_bound_parameter(run):
    """Setting the parameter of a bound widget through `st.query_params` raises `StreamlitAPIException`."""
    app = run("urls/set_bound.py")
    app.button[0].click().run()

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == (
        "Cannot directly set query parameter 'city' - it is bound to a widget. Modify the widget value instead."
    )
    assert app.text_input[0].value == "Rome"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", "live", reason="AppTest does not write the change to the parameters")
def test_clearing_with_a_bound_widget(run):
    """`st.query_params.clear()` raises `StreamlitAPIException` while a bound widget has its parameter in the URL."""
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
    """`st.switch_page` without `query_params` raises `StreamlitAPIException`
    while a bound widget has its parameter in the URL.
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
    """`st.switch_page` opens the page while the bound widget shows its default."""
    app = run("urls/switch_page")
    assert app.text_input[0].value == "Rome"

    app.button[0].click().run()
    assert texts(app) == ["Your trip"]


@pytest.mark.since("1.56")
def test_switch_page_with_empty_query_params(run):
    """`st.switch_page(..., query_params={})` opens the page, whatever the bound widget shows."""
    app = run("urls/switch_page_fixed")
    assert app.text_input[0].value == "Rome"

    app.text_input[0].set_value("Oslo").run()
    app.button[0].click().run()

    assert len(app.exception) == 0
    assert texts(app) == ["flight to Oslo"]


@pytest.mark.since("1.65")
@pytest.mark.engines("server", reason="AppTest has no back button")
def test_back_takes_a_parameter_back(run):
    """What the script stores in `st.query_params` is a step in the history: back and forward rerun with its values."""
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
    """A parameter that a button has set is there in all later runs."""
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
    """The parameter of a page's bound widget is neither in the URL nor in `st.query_params` on another page."""
    app = run("urls/one_page")
    app.text_input[0].set_value("Oslo").run()

    app.switch_page("pages/hotel_results.py").run()
    assert app.url == "/hotel_results"
    assert texts(app) == ["results: Oslo", "URL: {}"]


@pytest.mark.since("1.56")
def test_other_pages_read_the_key(run):
    """The key of a page's bound widget stays in `st.session_state` on the other pages."""
    app = run("urls/one_page")
    assert texts(app) == ["search: Rome"]

    app.text_input[0].set_value("Oslo").run()
    app.switch_page("pages/hotel_results.py").run()
    app.run()
    assert texts(app) == ["results: Oslo", "URL: {}"]


@pytest.mark.since("1.56")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_navigation_brings_the_parameter_back(run):
    """The navigation leads back to a page with its bound widget's value, in the widget and in the URL."""
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
    """The browser's back button leads back to a page whose bound widget shows its default: the value is lost."""
    app = run("urls/one_page")
    app.text_input[0].set_value("Oslo").run()
    app.switch_page("pages/hotel_results.py").run()

    app.go_back()
    assert app.url == "/"
    assert app.text_input[0].value == "Rome"
    assert texts(app) == ["search: Rome"]


@pytest.mark.since("1.55")
def test_entrypoint_widget_on_every_page(run):
    """A bound widget of the entrypoint has its value on every page."""
    app = run("urls/every_page")
    assert texts(app) == ["hotels in Rome"]

    app.text_input[0].set_value("Oslo").run()
    app.switch_page("hotel_map.py").run()
    assert app.text_input[0].value == "Oslo"
    assert texts(app) == ["map of Oslo"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_entrypoint_widget_in_every_url(run):
    """The parameter of the entrypoint's bound widget stands in the URL of every page."""
    app = run("urls/every_page")
    app.goto("/?city=Oslo")
    app.switch_page("hotel_map.py").run()

    assert app.url == "/hotel_map?city=Oslo"
    assert texts(app) == ["map of Oslo"]


@pytest.mark.since("1.65")
@pytest.mark.engines("server", reason="AppTest has no back button")
def test_back_restores_an_entrypoint_widget(run):
    """The browser's back button gives the entrypoint's bound widget the value it had when the page was left."""
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
    """Bound widgets with the same key on two pages share what the user enters."""
    app = run("urls/both_pages")
    assert texts(app) == ["trains to Rome"]

    app.text_input[0].set_value("Oslo").run()
    app.switch_page("pages/bus.py").run()
    assert app.text_input[0].value == "Oslo"
    assert texts(app) == ["buses to Oslo"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_same_key_and_a_typed_url(run):
    """A value that came with the URL stays with the widget of its page: that of the same key elsewhere
    shows its default.
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
    """Parameters that belong to no widget are gone when another page opens through the navigation
    or `st.page_link`.
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
    """The page that `st.page_link(..., query_params=...)` opens has these parameters alone."""
    app = run("urls/page_link")
    app.button[0].click().run()

    app.click_link("Item 7")
    assert app.url == "/item?id=7"
    assert texts(app) == ["item, parameters: {'id': '7'}"]


@pytest.mark.since("1.30")
def test_url_as_default(run):
    """A widget whose default is read from the URL and whose value is written there loses every second change."""
    app = run("urls/sync.py")
    assert texts(app) == ["name: nobody"]

    for typed, name in (("Ann", "Ann"), ("Bob", "Ann"), ("Cyd", "Cyd"), ("Dan", "Cyd")):
        app.text_input[0].set_value(typed).run()
        assert texts(app) == [f"name: {name}"]


@pytest.mark.since("1.30")
def test_url_above_the_widget(run):
    """Every change lasts when a callback writes it to the URL and the script assigns the parameter
    to the widget's key above the widget.
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
    """With that the URL can be shared, and the browser's back button undoes a change."""
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
    """A link carries the parameters it had when it was copied: the user who opens it starts there,
    and both go on by themselves.
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
    """A start value read from the URL is used where session state has no value yet."""
    app = run("urls/share_view.py")
    assert texts(app) == ["step: 1"]

    app.button[0].click().run()
    app.button[1].click().run()
    app.button[0].click().run()
    assert texts(app) == ["step: 3"]
