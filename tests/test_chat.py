import pytest

# Up to 1.30.
MAIN_BODY_ONLY = (
    "`st.chat_input()` can't be used inside an `st.expander`, `st.form`, `st.tabs`, `st.columns`, or `st.sidebar`."
)


def texts(app):
    return [text.value for text in app.text]


def names(app):
    return [message.name for message in app.chat_message]


def test_message_that_is_not_stored(run):
    """A message that is not stored is on the page for one run: the next one draws only its own message."""
    app = run("chat/forgets.py")
    assert texts(app) == []

    app.chat_input[0].set_value("Green").run()
    assert texts(app) == ["Green", "You said: Green"]

    app.chat_input[0].set_value("Black").run()
    assert texts(app) == ["Black", "You said: Black"]
    assert names(app) == ["user", "assistant"]


def test_history(run):
    """A list in session state, which every run draws from its first message to its last, is the chat's history."""
    app = run("chat/forgets_fixed.py")
    app.chat_input[0].set_value("Green").run()
    assert texts(app) == ["Green", "You said: Green"]

    app.chat_input[0].set_value("Black").run()
    assert texts(app) == ["Green", "You said: Green", "Black", "You said: Black"]
    assert names(app) == ["user", "assistant"] * 2


def test_history_drawn_too_early(run):
    """Messages that are stored below the loop that draws them appear one message late."""
    app = run("chat/run_late.py")
    app.chat_input[0].set_value("Green").run()
    assert texts(app) == []

    app.chat_input[0].set_value("Black").run()
    assert texts(app) == ["Green", "You said: Green"]
    assert names(app) == ["user", "assistant"]


def test_chat_input_returns_once(run):
    """`st.chat_input` returns a message in the run that it starts; in every other run it returns `None`."""
    app = run("chat/returned_once.py")
    assert app.text[0].value == "returned: None"

    app.chat_input[0].set_value("Hello").run()
    assert app.text[0].value == "returned: Hello"

    app.button[0].click().run()
    assert app.text[0].value == "returned: None"


def test_key_of_a_chat_input(run):
    """The key of `st.chat_input` holds what it returns: it is no place to keep the message."""
    app = run("chat/returned_once.py")
    assert app.text[1].value == "key: None"

    app.chat_input("question").set_value("Hello").run()
    assert app.text[1].value == "key: Hello"

    app.button[0].click().run()
    assert app.text[1].value == "key: None"


def test_on_submit(run):
    """The callback `on_submit` finds the message under the key of `st.chat_input`, before the script runs."""
    app = run("chat/on_submit.py")
    app.chat_input("question").set_value("Green").run()
    app.chat_input("question").set_value("Black").run()

    assert app.text[0].value == "messages: ['Green', 'Black']"


@pytest.mark.since("1.31")
def test_stream(run):
    """`st.write_stream` returns the whole text when the stream ends: store that, and later runs draw it."""
    app = run("chat/stream.py")
    app.chat_input[0].set_value("Green").run()
    assert [text.value.strip() for text in app.markdown] == ["Green", "You said: Green"]
    assert names(app) == ["user", "assistant"]

    app.chat_input[0].set_value("Black").run()
    assert [text.value.strip() for text in app.markdown] == ["Green", "You said: Green", "Black", "You said: Black"]
    assert names(app) == ["user", "assistant"] * 2


@pytest.mark.since("1.31")
def test_stored_generator(run):
    """A generator in session state is drawn once: in the next run it is at its end, and its message is empty."""
    app = run("chat/stored_generator.py")
    app.chat_input[0].set_value("Green").run()
    assert [text.value for text in app.markdown] == ["You said: Green"]

    app.chat_input[0].set_value("Black").run()
    assert [text.value for text in app.markdown] == ["You said: Black"]
    assert names(app) == ["assistant", "assistant"]


@pytest.mark.since("1.31")
def test_broken_stream(run):
    """After an exception in the stream nothing is stored: what had been drawn of the answer is gone in the next run."""
    app = run("chat/broken_stream.py")
    app.chat_input[0].set_value("What is new?").run()
    assert app.markdown[0].value.startswith("Green tea")  # older versions leave a cursor behind it
    assert names(app) == ["assistant"]
    assert app.exception[0].proto.type == "ConnectionError"
    assert app.exception[0].message == "the model is gone"

    app.run()
    assert len(app.chat_message) == len(app.exception) == 0


@pytest.mark.since("1.31")
def test_broken_stream_is_stored(run):
    """A generator that stores each part before it yields it keeps what had come before the exception."""
    app = run("chat/broken_stream_fixed.py")
    app.chat_input[0].set_value("What is new?").run()
    assert app.markdown[0].value.startswith("Green tea")  # older versions leave a cursor behind it
    assert names(app) == ["assistant"]
    assert app.exception[0].message == "the model is gone"

    app.run()
    assert texts(app) == ["Green tea"]
    assert names(app) == ["assistant"]


def interrupt(app):
    """Click the button while the answer is being written."""
    app.page.get_by_test_id("stChatInput").locator("textarea").fill("Go")
    app.page.keyboard.press("Enter")
    app.page.get_by_text("1 2").wait_for()
    app.button[0].click().run()


@pytest.mark.engines("server", reason="AppTest cannot click while the script runs")
@pytest.mark.since("1.31")
def test_interrupted_stream(run):
    """A click on any widget while `st.write_stream` is writing ends the run there: the answer is not stored."""
    app = run("chat/interrupted.py")
    interrupt(app)

    assert app.text[0].value == "messages: 0"
    assert len(app.chat_message) == 0


@pytest.mark.engines("server", reason="AppTest cannot click while the script runs")
@pytest.mark.since("1.31")
def test_interrupted_stream_is_stored(run):
    """What the generator has stored part by part is still there after a click that interrupts it."""
    app = run("chat/interrupted_fixed.py")
    interrupt(app)

    assert app.text[0].value == "messages: 1"
    assert app.markdown[0].value.startswith("1 2")


def test_cleared_below(run):
    """A history that is cleared below the loop that draws it stays on the page until the next run."""
    app = run("chat/clear_below.py")
    app.button[0].click().run()
    assert texts(app) == ["Hello"]
    assert names(app) == ["user"]

    app.run()
    assert texts(app) == []


def test_clear_chat(run):
    """`on_click` clears the history before it is drawn."""
    app = run("chat/clear_below_fixed.py")
    assert texts(app) == ["Hello"]
    assert names(app) == ["user"]

    app.button[0].click().run()
    assert texts(app) == []


def test_undo(run):
    """A callback that deletes the last two messages takes the last question and its answer back."""
    app = run("chat/undo.py")
    for tea in ("Green", "Black", "White"):
        app.chat_input[0].set_value(tea).run()
    app.button[0].click().run()

    assert texts(app) == ["Green", "You said: Green", "Black", "You said: Black"]
    assert names(app) == ["user", "assistant"] * 2


def test_regenerate(run):
    """When the script answers whatever question stands last, a callback that deletes the answer brings a new one."""
    app = run("chat/regenerate.py")
    assert len(app.exception) == 0

    app.chat_input[0].set_value("Green").run()
    assert texts(app) == ["Green", "Answer 1 to Green"]

    app.button[0].click().run()
    assert texts(app) == ["Green", "Answer 2 to Green"]
    assert names(app) == ["user", "assistant"]

    app.run()
    assert texts(app) == ["Green", "Answer 2 to Green"]


def test_edit_a_question(run):
    """A callback that cuts the history off at the edited question and adds the new one goes on from there."""
    app = run("chat/edit_question.py")
    app.chat_input[0].set_value("Green").run()
    app.chat_input[0].set_value("Black").run()
    assert texts(app) == ["You said: Green", "You said: Black"]

    app.text_input("question 0").set_value("White").run()
    assert texts(app) == ["You said: White"]


def test_conversations(run):
    """A dict of lists in session state holds several conversations, each under its name."""
    app = run("chat/conversations.py")
    app.chat_input[0].set_value("Green").run()
    assert texts(app) == ["Green"]

    app.button[0].click().run()
    assert app.radio[0].value == "Chat 2"
    assert texts(app) == []

    app.chat_input[0].set_value("Black").run()
    assert texts(app) == ["Black"]

    app.radio[0].set_value("Chat 1").run()
    assert texts(app) == ["Green"]
    assert names(app) == ["user"]


def test_shared_history(run):
    """A list from a function with `st.cache_resource` is one for all sessions: every user reads every message."""
    ann, bob = run("chat/shared.py"), run("chat/shared.py")
    ann.chat_input[0].set_value("Ann's secret").run()
    bob.button[0].click().run()

    assert texts(bob) == ["Ann's secret"]
    assert names(bob) == ["user"]


def test_own_history(run):
    """A list in session state is one for each session: no user reads another's messages."""
    ann, bob = run("chat/shared_fixed.py"), run("chat/shared_fixed.py")
    ann.chat_input[0].set_value("Ann's secret").run()
    bob.button[0].click().run()

    assert texts(ann) == ["Ann's secret"]
    assert names(ann) == ["user"]
    assert texts(bob) == []


def test_last_messages(run):
    """`del messages[:-2]` after each message leaves the last two in session state."""
    app = run("chat/last_messages.py")
    for tea in ("Green", "Black", "White"):
        app.chat_input[0].set_value(tea).run()

    assert texts(app) == ["Black", "White"]
    assert names(app) == ["user", "user"]


def test_greeting(run):
    """Messages that `setdefault` stores, such as a greeting, stand first and are not repeated."""
    app = run("chat/greeting.py")
    assert texts(app) == ["Hello!", "for the model: ['Be brief.', 'Hello!']"]

    app.chat_input[0].set_value("Green").run()
    assert texts(app) == ["Hello!", "Green", "for the model: ['Be brief.', 'Hello!', 'Green']"]
    assert names(app) == ["assistant", "user"]


def test_button_beside_a_new_answer(run):
    """A button that only the run of the message draws does nothing: its click starts a run that does not draw it."""
    app = run("chat/button_in_answer.py")
    app.chat_input[0].set_value("Green").run()
    assert texts(app) == ["You said: Green", "saved: []"]
    assert names(app) == ["assistant"]

    app.button[0].click().run()
    assert texts(app) == ["saved: []"]
    assert len(app.button) == 0


def test_button_beside_every_answer(run):
    """A button that every run draws beside its answer, with a key of its own, takes effect."""
    app = run("chat/button_in_answer_fixed.py")
    app.chat_input[0].set_value("Green").run()
    app.chat_input[0].set_value("Black").run()
    app.button[1].click().run()

    assert texts(app) == ["You said: Green", "You said: Black", "saved: ['Black']"]
    assert names(app) == ["assistant", "assistant"]


@pytest.mark.since("1.37")
@pytest.mark.apptest_since("1.55", reason="an older AppTest has no feedback")
def test_ratings(run):
    """`st.feedback` with a key for each message keeps the ratings apart,
    and returns `None` for what nobody has rated.
    """
    app = run("chat/rate_answers.py")
    assert texts(app) == ["Green tea", "rating: None", "Black tea", "rating: None"]

    app.feedback("rating 1").set_value(1).run()
    assert texts(app) == ["Green tea", "rating: None", "Black tea", "rating: 1"]

    app.feedback("rating 0").set_value(0).run()
    assert texts(app) == ["Green tea", "rating: 0", "Black tea", "rating: 1"]
    assert names(app) == ["assistant", "assistant"]


@pytest.mark.since("1.43")
@pytest.mark.apptest_since("1.67", reason="an older AppTest cannot send a file")
def test_file_in_a_message(run):
    """With `accept_file=True`, `st.chat_input` returns no string: the message is its `text`, and `files` is a list."""
    app = run("chat/files.py")
    assert texts(app) == ["sent: None"]

    app.chat_input[0].upload("tea.txt", b"green").set_value("Look").run()
    assert texts(app) == ["text: Look, files: ['tea.txt']"]

    app.chat_input[0].set_value("Thanks").run()
    assert texts(app) == ["text: Thanks, files: []"]


@pytest.mark.since("1.31")
def test_chat_input_in_a_column(run):
    """`st.chat_input` in a column or another container stands in there, not at the bottom of the page."""
    app = run("chat/in_container.py")
    assert len(app.main.chat_input) == 2

    app.main.chat_input[1].set_value("Hello").run()
    assert texts(app) == ["message: None, note: Hello"]


@pytest.mark.until("1.30")
def test_chat_input_in_a_column_was_refused(run):
    """Up to 1.30 `st.chat_input` in a column or another container is refused."""
    app = run("chat/in_container.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert app.exception[0].message == MAIN_BODY_ONLY


def test_chat_input_in_a_form(run):
    """`st.chat_input` in a form is refused."""
    app = run("chat/in_form.py")

    # Up to 1.62, and since 1.63.
    assert app.exception[0].proto.type.split(".")[-1] in ("StreamlitAPIException", "StreamlitInvalidLayoutContextError")
    assert app.exception[0].message in ("`st.chat_input()` can't be used in a `st.form()`.", MAIN_BODY_ONLY)
