"""The browser gives the same values as AppTest, or an error that says why not."""

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit_engines.errors import EngineError

APP = Path(__file__).parent / "apps" / "everything.py"
# What can be read after the first run.
READ = """
app.title[0].value
app.title[0].help
app.title[0].anchor
app.header[0].value
app.header[0].divider
app.subheader.values
app.markdown[0].value
app.markdown[0].allow_html
app.text[0].value
app.text[0].help
app.caption[0].value
app.code[0].value
app.code[0].language
app.latex[0].value
len(app.divider)
app.json[0].value
app.json[0].expanded
app.get("html")[0].proto.body
app.table[0].value
app.dataframe[0].value
app.dataframe[0].key
app.dataframe[1].value
[app.metric[0].label, app.metric[0].value, app.metric[0].delta, app.metric[0].color, app.metric[0].help]
app.get("progress")[0].proto.value
[app.exception[0].value, app.exception[0].message, app.exception[0].is_markdown, app.exception[0].proto.type]
app.exception[0].stack_trace
[app.success[0].value, app.success[0].icon]
[app.info[0].value, app.info[0].icon]
[app.warning[0].value, app.error[0].value, app.error[0].icon]
[link.proto.url for link in app.get("link_button")]
[app.toast[0].value, app.toast[0].icon]
[app.status[0].label, app.status[0].state, app.status[0].text[0].value]
[app.expander[0].label, app.expander[0].icon, app.expander[0].text.values]
[(tab.label, tab.text.values) for tab in app.tabs]
app.tabs[1].text[0].value
[(column.weight, [button.label for button in column.button]) for column in app.columns]
[box.text.values for box in app.get("popover")]
[len(popover.checkbox) for popover in app.get("popover")]
[app.chat_message[0].name, app.chat_message[0].avatar, app.chat_message[0].markdown[0].value]
[field.label for field in app.sidebar.text_input]
len(app.main.text_input)
[field.form_id for field in app.text_input]
[len(app.button), len(app.button[1:3]), app.button[-1].label, [button.label for button in app.button]]
[app.button("a button").label, app.button("a button").help, app.button("a button").key, app.button(key="off").disabled]
app.button("a button").value
app.button("a button") in app.button
[app.checkbox("checkbox").value, app.checkbox("checkbox").label, app.checkbox("checkbox").help]
app.toggle[0].value
[app.radio("radio").options, app.radio("radio").index, app.radio("radio").value, app.radio("radio").horizontal]
[app.radio[1].value, app.radio[1].index]
[app.radio("numbers").options, app.radio("numbers").index]
app.radio("numbers").value
[app.selectbox("selectbox").options, app.selectbox("selectbox").index, app.selectbox("selectbox").value]
app.selectbox("selectbox").placeholder
[app.selectbox("formatted").options, app.selectbox("formatted").index]
app.selectbox("formatted").value == 1
[app.selectbox("empty").value, app.selectbox("empty").index]
[app.multiselect("multiselect").options, app.multiselect[0].indices, app.multiselect[0].value]
app.multiselect[0].values
[app.button_group("pills").options, app.button_group("pills").value, app.button_group("segments").value]
[app.text_input("text").value, app.text_input("text").max_chars, app.text_input("text").placeholder]
[app.text_input("password").value, app.text_area("area").value]
[app.number_input("number").value, app.number_input("number").min, app.number_input("number").max]
[app.number_input("number").step, app.number_input("float").value, app.number_input("float").min]
[app.slider("slider").value, app.slider("slider").min, app.slider("slider").max, app.slider("slider").step]
[app.slider("range").value, app.slider("day").value]
[app.select_slider("sizes").value, app.select_slider("sizes").options, app.select_slider("span").value]
[app.date_input("date").value, app.date_input("date").max, app.date_input("dates").value]
app.date_input("dates").is_range
[app.time_input("time").value, app.time_input("time").step]
app.color_picker("color").value
app.chat_input[0].placeholder
app.chat_input[0].value
app.file_uploader[0].label
[type(element).__name__ for element in app.get("nothing")]
sum(1 for element in app)
sum(1 for element in app.main)
len(app)
app.query_params
app.default_timeout > 0
app.text_input("no such key")
app.title.valu
app.textinput
""".strip().splitlines()
# What a user does; afterward, the script shows the values of all widgets.
DO = """
app.button("a button").click().run().button("a button").value
app.button("left").click().run().exception.len
app.button("in_expander").click().run().exception.len
app.checkbox("checkbox").uncheck().run().checkbox("checkbox").value
app.checkbox("in_popover").check().run().checkbox("in_popover").value
app.toggle("toggle").set_value(True).run().toggle[0].value
app.radio("radio").set_value("three").run().radio("radio").index
app.radio("numbers").set_value(3).run().radio("numbers").index
app.selectbox("selectbox").select("twofold").run().selectbox("selectbox").value
app.selectbox("selectbox").select_index(1).run().selectbox("selectbox").index
app.selectbox("formatted").set_value(2).run().selectbox("formatted").index
app.selectbox("many").set_value("item 133").run().selectbox("many").index
app.selectbox("empty").select("two").run().selectbox("empty").value
app.multiselect("multiselect").select("three").run().multiselect("multiselect").value
app.multiselect("multiselect").unselect("one").run().multiselect("multiselect").indices
app.multiselect("several").set_value(["item 39", "item 2", "item 21"]).run().multiselect("several").value
app.button_group("pills").set_value("c").run().button_group("pills").value
app.button_group("segments").set_value(["b", "c"]).run().button_group("segments").value
app.button_group("segments").select("a").run().button_group("segments").indices
app.text_input("text").set_value("other").run().text_input("text").value
app.text_input("text").input("").run().text_input("text").value
app.text_input("password").set_value("tea").run().text_input("password").value
app.text_area("area").set_value("other\\nlines").run().text_area("area").value
app.number_input("number").increment().run().number_input("number").value
app.number_input("number").decrement().run().number_input("number").value
app.number_input("number").set_value(8).run().number_input("number").value
app.number_input("float").set_value(-0.25).run().number_input("float").value
app.slider("slider").set_value(9).run().slider("slider").value
app.slider("slider").set_value(0).run().slider("slider").value
app.radio[1].set_value("one").run().radio[1].value
app.slider("range").set_range(0.5, 1.0).run().slider("range").value
app.slider("day").set_value(dt.date(2026, 5, 20)).run().slider("day").value
app.select_slider("sizes").set_value("L").run().select_slider("sizes").value
app.select_slider("span").set_range("S", "XL").run().select_slider("span").value
app.date_input("date").set_value(dt.date(2026, 6, 2)).run().date_input("date").value
app.date_input("dates").set_value((dt.date(2026, 5, 8),)).run().date_input("dates").value
app.date_input("dates").set_value((dt.date(2026, 6, 2), dt.date(2026, 6, 9))).run().date_input("dates").value
app.time_input("time").set_value(dt.time(17, 5)).run().time_input("time").value
app.time_input("time").increment().run().time_input("time").value
app.color_picker("color").pick("00ff00").run().color_picker("color").value
app.chat_input("chat").set_value("Hello").run().chat_input("chat").value
app.text_input("side").set_value("Ada").run().sidebar.text_input[0].value
[app.text_input("name").set_value("Ada"), submit(app).click()][1].run().text_input("name").value
app.run(timeout=20).exception.len
""".strip().splitlines()
NEWER = {  # what the AppTest of an older Streamlit doesn't have
    "data_editor": "[app.data_editor[0].value, app.data_editor[0].editing_mode]",
    "html": "app.html[0].value",
    "progress": "[app.progress[0].value, app.progress[0].text]",
    "pills": "app.pills[0].options",
    "segmented_control": "app.segmented_control('segments').options",
    "form": "[form.key for form in app.form]",
    "container": "[box.text.values for box in app.container]",
    "link_button": "app.link_button[0].value",
    "datetime_input": "app.datetime_input('moment').value",
    "feedback": "app.feedback('feedback').set_value(3).run().feedback('feedback').value",
    "file_uploader": "app.file_uploader('file').upload('tea.txt', b'green').run().text[-1].value",
    "download_button": "app.download_button[0].click().run().download_button[0].value",
    "get_by_key": "app.get_by_key('number').value",
    "form_submit_button": "app.form_submit_button[0].label",
}

# A browser doesn't know the values of options that aren't strings, or the color of a divider that the script doesn't
# set: the driver raises an error.
NOT_IN_A_BROWSER = {
    "app.header[0].divider",
    'app.radio("numbers").value',
    'app.selectbox("formatted").value == 1',
    'app.selectbox("formatted").set_value(2).run().selectbox("formatted").index',
}


def submit(app):
    return next(button for button in app.button if button.label == "Send")


def outcome(app, probe):
    """Return what a probe gives, in a form that can be compared, or the kind of its error."""
    try:
        value = eval(probe, {"app": app, "dt": dt, "submit": submit})  # noqa: S307 (the probes above)
    except EngineError:
        return EngineError
    except Exception as error:  # noqa: BLE001 (its kind is compared)
        return type(error)
    return plain(value)


def plain(value):
    if isinstance(value, pd.DataFrame):
        return value.to_dict("split")
    if isinstance(value, (list, tuple)):
        return type(value)(map(plain, value))
    return value


class Both:
    """The app with AppTest and in a tab. Probes act on both, one after another, so their states stay the same."""

    def __init__(self, tab):
        """Take an open tab."""
        self.tab, self.apptest = tab, None
        tab.default_timeout = 30

    def outcomes(self, probe):
        """Return what a probe gives with AppTest and in the tab, each with the values of all widgets after it."""
        if self.apptest is None:
            self.apptest = AppTest.from_file(str(APP), default_timeout=30).run()
            self.tab.reload()
        return [(outcome(app, probe), app.text[-1].value) for app in (self.apptest, self.tab)]

    def start_again(self):
        """Start both apps again before the next probe, because their states may differ."""
        self.apptest = None


@pytest.fixture(scope="module")
def both(streamlit_users, tmp_path_factory):
    """Open the app."""
    yield Both(streamlit_users.open(APP, log=tmp_path_factory.mktemp("log") / "server.log"))
    streamlit_users.close()


@pytest.mark.parametrize("probe", [*READ, *DO, *NEWER.values()])
def test_the_browser_gives_the_same(both, probe):
    name = next((name for name, newer in NEWER.items() if newer == probe), "main")
    if not hasattr(AppTest, name):
        pytest.skip(f"this Streamlit's AppTest has no {name}")
    there, here = both.outcomes(probe)
    if probe in NOT_IN_A_BROWSER:
        both.start_again()
        assert here[0] is EngineError
    elif here != there:
        both.start_again()
        assert here == there
