"""Actions of users that AppTest doesn't have, and errors for what users can't do."""

import pytest
from streamlit_engines.errors import EngineError, NoRerunError, NotPossibleError, UnsupportedError
from streamlit_engines.server import Users

full = pytest.mark.full


@pytest.fixture
def open_app(streamlit_browser, tmp_path):
    """Return a function that opens an app of these lines in a tab."""
    users = Users(streamlit_browser)

    def open_app(source):
        path = tmp_path / "app.py"
        path.write_text("import streamlit as st\n" + source)
        return users.open(path)

    yield open_app
    users.close()


def test_files(open_app):
    app = open_app("""
files = st.file_uploader("Files", accept_multiple_files=True, key="files")
st.text([(file.name, file.getvalue()) for file in files])
sent = st.chat_input("Say", key="chat", accept_file=True)
st.text(sent and (sent.text, [file.name for file in sent.files]))
""")
    assert app.file_uploader("files").value == []
    app.file_uploader("files").upload("a.txt", b"a").run()
    app.file_uploader("files").upload("b.txt", b"b").run()
    assert "a.txt" in app.text[0].value
    assert "b.txt" in app.text[0].value
    with pytest.raises(UnsupportedError, match="a browser sends the files to the server"):
        _ = app.file_uploader("files").value

    app.file_uploader("files").set_value([("c.txt", b"c", "text/plain"), ("d.txt", b"d", "text/plain")]).run()
    assert app.text[0].value == "[('c.txt', b'c'), ('d.txt', b'd')]"
    app.file_uploader("files").clear().run()
    assert app.text[0].value == "[]"

    app.chat_input("chat").upload("tea.txt", b"green").set_value("Look").run()
    assert app.text[1].value == "('Look', ['tea.txt'])"


def test_keys(open_app):
    """A field can limit what is typed, Enter submits a form, and nothing that is typed there is lost."""
    app = open_app("""
with st.form("form"):
    st.text_input("Code", "a", max_chars=3, key="code")
    st.form_submit_button("Send")
st.text(st.session_state.code)
st.text(st.text_input("Name", "A"))
""")
    app.text_input("code").type_keys("bcd")
    app.text_input[1].type_keys("nn").run()
    assert app.text.values == ["a", "Ann"]
    assert app.text_input("code").value == "abc"

    app.text_input("code").press("Enter").run()
    assert app.text.values == ["abc", "Ann"]


@pytest.mark.parametrize(
    ("widget", "typed", "assigned", "chosen"),
    [
        ('text_input("W", key="w")', "typed", "assigned", "again"),
        ('multiselect("W", ["a", "b", "c"], key="w")', ["b"], ["c"], ["c", "a"]),
        pytest.param('checkbox("W", key="w")', True, False, True, marks=full),
        pytest.param('number_input("W", key="w", value=1)', 2, 3, 2, marks=full),
        pytest.param('slider("W", 0, 9, key="w")', 2, 3, 5, marks=full),
        pytest.param('selectbox("W", ["a", "b", "c"], key="w")', "b", "c", "b", marks=full),
        pytest.param('segmented_control("W", ["a", "b", "c"], key="w")', "b", "c", "b", marks=full),
    ],
)
def test_a_form_whose_widget_gets_a_value(open_app, widget, typed, assigned, chosen):
    """A form keeps what the user has entered, until the script assigns another value."""
    app = open_app(f"""
def assign():
    st.session_state.w = {assigned!r}
with st.form("form"):
    st.{widget}
    st.form_submit_button("Send")
st.button("Assign", on_click=assign)
""")

    def field():
        return app.get_by_key("w") if hasattr(app, "get_by_key") else app.get(widget.split("(")[0])[0]

    field().set_value(typed)
    assert field().value == typed
    app.button[1].click().run()
    assert field().value == assigned
    field().set_value(chosen)
    assert field().value == chosen


def test_dialog(open_app):
    """A dialog has elements and a title, and dismissing it triggers a rerun if the dialog asks for one."""
    app = open_app("""
@st.dialog("Dialog", on_dismiss="rerun")
def ask():
    st.text("inside")
    st.button("Stay")

if st.button("Open"):
    ask()
""")
    app.button[0].click().run()
    assert app.get("dialog")[0].text.values == ["inside"]
    assert app.get("dialog")[0].proto.dialog.title == "Dialog"
    app.get("dialog")[0].button[0].click().run()
    assert app.text.values == ["inside"]

    app.dismiss().run()
    assert not app.text
    assert not app.get("dialog")


def test_hidden_elements_are_opened(open_app):
    """The driver opens the tab, the expander, or the popover of an element, and adds options."""
    app = open_app("""
tabs = st.tabs(["Map", "List"])
with tabs[1].expander("More").popover("Most"):
    st.checkbox("Hidden", key="hidden")
st.text([st.session_state.hidden, st.selectbox("Size", ["S"], accept_new_options=True)])
""")
    app.checkbox("hidden").check().run()
    app.selectbox[0].set_value("XL").run()
    assert app.text[0].value == "[True, 'XL']"
    assert app.selectbox[0].value == "XL"


def test_the_last_of_several_reruns(open_app):
    app = open_app("""
if st.button("Go"):
    st.session_state.left = 3
if st.session_state.get("left"):
    st.session_state.left -= 1
    st.rerun()
st.text(f"left: {st.session_state.get('left')}")
""")
    app.button[0].click().run()
    assert app.text.values == ["left: 0"]
    assert app.button[0].value is False  # in the last run, as with AppTest


FIELDS = """
st.text_input("Name", "Ann", key="name", max_chars=3)
st.button("Off", disabled=True, key="off")
st.selectbox("Size", ["S", "M"], key="size")
st.selectbox("Number", [1, 2], key="number")
st.number_input("Guests", 1, 4, key="guests")
st.link_button("Again", "#anchor")
"""


@pytest.mark.parametrize(
    ("act", "error", "message"),
    [
        (lambda app: app.textinput, AttributeError, "did you mean `text_input`"),
        (lambda app: app.button[0].clik(), AttributeError, "did you mean `click`"),
        (lambda app: app.text_input[0].lable, AttributeError, "did you mean `label`"),
        (lambda app: app.text_input("age"), KeyError, "age"),
        (lambda app: app.session_state, UnsupportedError, "show what your test needs .* `app.page`"),
        (lambda app: app.secrets, UnsupportedError, r"secrets\.toml"),
        (lambda app: app.query_params.update({}) or app.query_params.__setitem__("a", 1), UnsupportedError, "app.goto"),
        (  # an older AppTest doesn't know the element: it has no attribute of this name
            lambda app: app.get("link_button")[0].click(),
            (UnsupportedError, AttributeError),
            "no `click` (for a|in the) link_button.* `app.page`",
        ),
        (lambda app: app.text_input("name").set_value("Ann"), NotPossibleError, "already has the value 'Ann'"),
        (lambda app: app.text_input("name").set_value("Adam"), NotPossibleError, "allows 3 characters"),
        (lambda app: app.selectbox("size").set_value("L"), NotPossibleError, "no option 'L'. Its options: 'S', 'M'"),
        (lambda app: app.selectbox("size").value == 1, UnsupportedError, "1 isn't one of its labels"),
        (lambda app: app.selectbox("number").value, UnsupportedError, "the browser shows '1'.* `.index`"),
        (
            lambda app: app.number_input[0].set_value(5).run(timeout=2),
            NoRerunError,
            "allows values from 1.* to 4.*, and not 5",
        ),
        (lambda app: app.text_input[0].press("ArrowLeft").run(timeout=2), NoRerunError, "nothing changed"),
        (lambda app: app.switch_page("gone.py").run(), UnsupportedError, "no link to 'gone'"),
    ],
)
def test_errors(fields, act, error, message):
    with pytest.raises(error, match=message):
        act(fields)


@pytest.fixture(scope="module")
def fields(streamlit_browser, tmp_path_factory):
    """Open an app with a few fields."""
    users, path = Users(streamlit_browser), tmp_path_factory.mktemp("fields") / "app.py"
    path.write_text(f"import streamlit as st\n{FIELDS}")
    yield users.open(path)
    users.close()


def test_a_disabled_widget(fields):
    """The error is immediate: AppTest's, or the driver's if AppTest has none."""
    with pytest.raises(Exception, match="disabled") as error:
        fields.button("off").click()
    assert isinstance(error.value, EngineError) or type(error.value).__name__ == "AppTestError"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("import time\nif st.button('Go'):\n    time.sleep(30)", r"the script is still running.*run\(timeout="),
        (
            "if st.button('Go') or 'on' in st.session_state:\n    st.session_state.on = 1\n    st.rerun()",
            r"`st\.rerun\(",
        ),
    ],
)
def test_no_end_of_reruns(open_app, source, message):
    app = open_app(source)
    with pytest.raises(NoRerunError, match=message):
        app.button[0].click().run(timeout=2)


def test_a_slow_rerun(open_app):
    """`run` and the app have limits that tests can raise."""
    app = open_app("import time\nif st.button('Go'):\n    time.sleep(3)\n    st.text('done')")
    app.default_timeout = 1
    with pytest.raises(NoRerunError, match="after 1 seconds"):
        app.button[0].click().run()
    app.default_timeout = 20
    app.wait_for_rerun()
    assert app.button[0].click().run().text.values == ["done"]


def test_query_params(open_app):
    app = open_app("st.query_params.tea = ['green', 'black']\nst.query_params.page = 2")
    assert app.query_params == {"tea": ["green", "black"], "page": "2"}
