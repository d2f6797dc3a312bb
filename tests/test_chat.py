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
    """If your script doesn't store a message, the message is on the page for one run: the run of the next message
    displays only that message.
    """
    app = run("chat/forgets.py")
    assert texts(app) == []

    app.chat_input[0].set_value("Green").run()
    assert texts(app) == ["Green", "You said: Green"]

    app.chat_input[0].set_value("Black").run()
    assert texts(app) == ["Black", "You said: Black"]
    assert names(app) == ["user", "assistant"]


def test_history(run):
    """If your script appends each message to a list in session state and displays the whole list in every run, the page
    shows the whole chat.
    """
    app = run("chat/forgets_fixed.py")
    app.chat_input[0].set_value("Green").run()
    assert texts(app) == ["Green", "You said: Green"]

    app.chat_input[0].set_value("Black").run()
    assert texts(app) == ["Green", "You said: Green", "Black", "You said: Black"]
    assert names(app) == ["user", "assistant"] * 2


def test_history_drawn_too_early(run):
    """If your script only stores the new messages below the loop that displays the list, they don't appear until the
    next run.
    """
    app = run("chat/run_late.py")
    app.chat_input[0].set_value("Green").run()
    assert texts(app) == []

    app.chat_input[0].set_value("Black").run()
    assert texts(app) == ["Green", "You said: Green"]
    assert names(app) == ["user", "assistant"]


def test_chat_input_returns_once(run):
    """`st.chat_input` returns the message in the run that the message triggers, and `None` in every other run."""
    app = run("chat/returned_once.py")
    assert app.text[0].value == "returned: None"

    app.chat_input[0].set_value("Hello").run()
    assert app.text[0].value == "returned: Hello"

    app.button[0].click().run()
    assert app.text[0].value == "returned: None"


def test_key_of_a_chat_input(run):
    """Unless your script assigns to it, the key of `st.chat_input` holds the message only in the run that the message
    triggers, and `None` in every other run.
    """
    app = run("chat/returned_once.py")
    assert app.text[1].value == "key: None"

    app.chat_input("question").set_value("Hello").run()
    assert app.text[1].value == "key: Hello"

    app.button[0].click().run()
    assert app.text[1].value == "key: None"


def test_on_submit(run):
    """The `on_submit` callback of `st.chat_input` can read the message under its key, and runs before the script."""
    app = run("chat/on_submit.py")
    app.chat_input("question").set_value("Green").run()
    app.chat_input("question").set_value("Black").run()

    assert app.text[0].value == "messages: ['Green', 'Black']"


@pytest.mark.since("1.31")
def test_stream(run):
    """If a stream yields only strings, `st.write_stream` returns the whole text when the stream ends: if your script
    stores the text, later runs can display it.
    """
    app = run("chat/stream.py")
    app.chat_input[0].set_value("Green").run()
    assert [text.value.strip() for text in app.markdown] == ["Green", "You said: Green"]
    assert names(app) == ["user", "assistant"]

    app.chat_input[0].set_value("Black").run()
    assert [text.value.strip() for text in app.markdown] == ["Green", "You said: Green", "Black", "You said: Black"]
    assert names(app) == ["user", "assistant"] * 2


@pytest.mark.since("1.31")
def test_stream_of_objects(run):
    """If a stream yields dicts as well as texts, `st.write_stream` returns a list of the texts and dicts."""
    app = run("chat/stream_of_objects.py")

    assert texts(app) == ["returned: ['The price: ', {'tea': 3}]"]


@pytest.mark.since("1.31")
def test_stored_generator(run):
    """If your script stores a generator in session state, `st.write_stream` writes its text only once: in the next run,
    the message is empty.
    """
    app = run("chat/stored_generator.py")
    app.chat_input[0].set_value("Green").run()
    assert [text.value for text in app.markdown] == ["You said: Green"]

    app.chat_input[0].set_value("Black").run()
    assert [text.value for text in app.markdown] == ["You said: Black"]
    assert names(app) == ["assistant", "assistant"]


@pytest.mark.since("1.31")
def test_broken_stream(run):
    """If a stream raises an exception, `st.write_stream` returns nothing: the part of the answer that was displayed
    disappears in the next run.
    """
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
    """If the generator stores each part before it yields the part, the parts before the exception are kept."""
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
    """By default, if a user triggers a rerun with a widget outside fragments while `st.write_stream` is writing, the
    run ends there, and the answer isn't stored.
    """
    app = run("chat/interrupted.py")
    interrupt(app)

    assert app.text[0].value == "messages: 0"
    assert len(app.chat_message) == 0


@pytest.mark.engines("server", reason="AppTest cannot click while the script runs")
@pytest.mark.since("1.31")
def test_interrupted_stream_is_stored(run):
    """If the generator stores each part before it yields the part, the parts before the click are kept."""
    app = run("chat/interrupted_fixed.py")
    interrupt(app)

    assert app.text[0].value == "messages: 1"
    assert app.markdown[0].value.startswith("1 2")


def test_cleared_below(run):
    """If your script clears the list below the loop that displays it, the messages stay on the page until
    the next run.
    """
    app = run("chat/clear_below.py")
    app.button[0].click().run()
    assert texts(app) == ["Hello"]
    assert names(app) == ["user"]

    app.run()
    assert texts(app) == []


def test_clear_chat(run):
    """Outside fragments, if the button's `on_click` callback clears the list, the messages disappear in the run of the
    click.
    """
    app = run("chat/clear_below_fixed.py")
    assert texts(app) == ["Hello"]
    assert names(app) == ["user"]

    app.button[0].click().run()
    assert texts(app) == []


def test_undo(run):
    """If every question in the list has an answer and a callback deletes the last two messages, the last question and
    its answer disappear.
    """
    app = run("chat/undo.py")
    for tea in ("Green", "Black", "White"):
        app.chat_input[0].set_value(tea).run()
    app.button[0].click().run()

    assert texts(app) == ["Green", "You said: Green", "Black", "You said: Black"]
    assert names(app) == ["user", "assistant"] * 2


def test_regenerate(run):
    """If the script answers when the last message is a question, a callback that deletes the last answer gets a new
    answer.
    """
    app = run("chat/regenerate.py")
    app.button[0].click().run()
    assert len(app.exception) == 0

    app.chat_input[0].set_value("Green").run()
    assert texts(app) == ["Green", "Answer 1 to Green"]

    app.button[0].click().run()
    assert texts(app) == ["Green", "Answer 2 to Green"]
    assert names(app) == ["user", "assistant"]

    app.chat_input[0].set_value("Black").run()
    app.button[0].click().run()
    assert texts(app) == ["Green", "Answer 2 to Green", "Black", "Answer 4 to Black"]


def test_edit_a_question(run):
    """If a callback deletes the edited question and everything after it, and appends the new question, the chat
    continues from there.
    """
    app = run("chat/edit_question.py")
    app.chat_input[0].set_value("Green").run()
    app.chat_input[0].set_value("Black").run()
    assert texts(app) == ["You said: Green", "You said: Black"]

    app.text_input("question 0").set_value("White").run()
    assert texts(app) == ["You said: White"]


def test_conversations(run):
    """If session state holds a dict with a list for each conversation, users can switch between conversations, and each
    one keeps its messages.
    """
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
    """By default, if a function with `st.cache_resource` returns the list, all sessions share it: every user reads
    every message.
    """
    ann, bob = run("chat/shared.py"), run("chat/shared.py")
    ann.chat_input[0].set_value("Ann's secret").run()
    bob.button[0].click().run()

    assert texts(bob) == ["Ann's secret"]
    assert names(bob) == ["user"]


def test_own_history(run):
    """If the list is in session state, each session has its own list: no user reads another user's messages."""
    ann, bob = run("chat/shared_fixed.py"), run("chat/shared_fixed.py")
    ann.chat_input[0].set_value("Ann's secret").run()
    bob.button[0].click().run()

    assert texts(ann) == ["Ann's secret"]
    assert names(ann) == ["user"]
    assert texts(bob) == []


def test_last_messages(run):
    """If your script calls `del messages[:-2]` after each message, session state holds only the last two."""
    app = run("chat/last_messages.py")
    for tea in ("Green", "Black", "White"):
        app.chat_input[0].set_value(tea).run()

    assert texts(app) == ["Black", "White"]
    assert names(app) == ["user", "user"]


def test_greeting(run):
    """If `setdefault` stores the first messages, such as a greeting, they come first and aren't repeated."""
    app = run("chat/greeting.py")
    assert texts(app) == ["Hello!", "for the model: ['Be brief.', 'Hello!']"]

    app.chat_input[0].set_value("Green").run()
    assert texts(app) == ["Hello!", "Green", "for the model: ['Be brief.', 'Hello!', 'Green']"]
    assert names(app) == ["assistant", "user"]


def test_button_beside_a_new_answer(run):
    """Outside fragments, if only the run of the message renders a button without a callback, a click on the button does
    nothing: it triggers a rerun that doesn't render the button.
    """
    app = run("chat/button_in_answer.py")
    app.chat_input[0].set_value("Green").run()
    assert texts(app) == ["You said: Green", "saved: []"]
    assert names(app) == ["assistant"]

    app.button[0].click().run()
    assert texts(app) == ["saved: []"]
    assert len(app.button) == 0


def test_button_beside_every_answer(run):
    """If every run renders a button next to each answer, each with its own key, the buttons work."""
    app = run("chat/button_in_answer_fixed.py")
    app.chat_input[0].set_value("Green").run()
    app.chat_input[0].set_value("Black").run()
    app.button[1].click().run()

    assert texts(app) == ["You said: Green", "You said: Black", "saved: ['Black']"]
    assert names(app) == ["assistant", "assistant"]


@pytest.mark.since("1.37")
@pytest.mark.apptest_since("1.55", reason="an older AppTest has no feedback")
def test_ratings(run):
    """If each message has an `st.feedback` with its own key, the ratings are stored separately, and, by default, the
    rating of an unrated message is `None`.
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
    """With `accept_file=True`, `st.chat_input` doesn't return a string: the text is in the return value's `text`, and
    the files are in its `files` list.
    """
    app = run("chat/files.py")
    assert texts(app) == ["sent: None"]

    app.chat_input[0].upload("tea.txt", b"green").set_value("Look").run()
    assert texts(app) == ["text: Look, files: ['tea.txt']"]

    app.chat_input[0].set_value("Thanks").run()
    assert texts(app) == ["text: Thanks, files: []"]


@pytest.mark.since("1.31")
def test_chat_input_in_a_column(run):
    """In a column, in the sidebar, or in `st.container`, `st.chat_input` appears inside that container, not at the
    bottom of the page.
    """
    app = run("chat/in_container.py")
    assert (len(app.main.chat_input), len(app.sidebar.chat_input)) == (2, 1)

    for place in ("column", "sidebar", "container"):
        app.chat_input(place).set_value("Hello").run()
        assert f"{place}: Hello" in texts(app)


@pytest.mark.until("1.30")
def test_chat_input_in_a_column_was_refused(run):
    """In 1.30 and earlier, `st.chat_input` in a column raised `StreamlitAPIException`."""
    app = run("chat/in_container.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert app.exception[0].message == MAIN_BODY_ONLY


def test_chat_input_in_a_form(run):
    """Calling `st.chat_input` inside a form raises an error."""
    app = run("chat/in_form.py")

    # Up to 1.62, and since 1.63.
    assert app.exception[0].proto.type.split(".")[-1] in ("StreamlitAPIException", "StreamlitInvalidLayoutContextError")
    assert app.exception[0].message in ("`st.chat_input()` can't be used in a `st.form()`.", MAIN_BODY_ONLY)


def remembered(app):
    """Send two messages, and return what the model gets with the second one."""
    app.chat_input[0].set_value("I am Ada").run()
    assert texts(app) == ["the model gets: ['I am Ada']"]
    app.chat_input[0].set_value("Who am I?").run()
    return texts(app)


def test_memory_that_forgets(run):
    """If your script creates a memory object without storing it, every run creates an empty one: the object holds only
    the message of the current run.
    """
    assert remembered(run("chat/memory_forgets.py")) == ["the model gets: ['Who am I?']"]


def test_memory_in_session_state(run):
    """If your script creates the memory object once and stores it in session state, the object holds the messages of
    all runs.
    """
    assert remembered(run("chat/memory_forgets_fixed.py")) == ["the model gets: ['I am Ada', 'Who am I?']"]


def test_shared_memory(run):
    """By default, if a function with `st.cache_resource` creates the memory object, all users share it: the model gets
    every user's messages.
    """
    ann, bob = run("chat/memory_shared.py"), run("chat/memory_shared.py")
    ann.chat_input[0].set_value("I am Ann").run()
    bob.chat_input[0].set_value("Who am I?").run()

    assert texts(bob) == ["the model gets: ['I am Ann', 'Who am I?']"]


def send(app, text):
    """Send a message, and don't wait for the end of the run."""
    app.page.get_by_test_id("stChatInput").locator("textarea").fill(text)
    app.page.keyboard.press("Enter")


@pytest.mark.engines("server", reason="AppTest shows a run when it is over")
@pytest.mark.since("1.59")
def test_chat_input_is_disabled(run):
    """With `submit_mode="disable"`, the user can't type a message into `st.chat_input` from the time they send one
    until the run that answers it has ended.
    """
    app = run("chat/one_at_a_time.py")
    field = app.page.get_by_test_id("stChatInput").locator("textarea")
    assert field.is_enabled()
    send(app, "Go")
    app.page.get_by_text("1 2").wait_for()
    assert field.is_disabled()

    app.page.get_by_text("messages: 1").wait_for()
    app.chat_input[0].set_value("Go").run()
    assert app.text[0].value == "messages: 2"


def stop(app):
    """Send a message, and stop the answer."""
    send(app, "Go")
    app.page.get_by_text("1 2").wait_for()
    app.page.get_by_test_id("stChatInput").get_by_role("button").last.click()
    app.page.locator("[data-test-script-state=notRunning]").wait_for()


@pytest.mark.engines("server", reason="AppTest shows a run when it is over")
@pytest.mark.since("1.59")
def test_stop_button_of_a_chat_input(run):
    """With `submit_mode="stop"`, the send button of `st.chat_input` is a stop button while the message is being
    answered: a click ends the run.
    """
    app = run("chat/stop_button.py")
    stop(app)

    assert app.page.get_by_text("messages: 1").count() == 0
    app.run()
    assert app.text[0].value == "messages: 1"
    assert not app.markdown[0].value.endswith("40 ")


@pytest.mark.engines("server", reason="AppTest shows a run when it is over")
@pytest.mark.since("1.59")
def test_stopped_answer_is_stored(run):
    """If the generator stores each part before it yields the part, the parts before a click on the stop button are
    kept.
    """
    app = run("chat/stop_button.py")
    stop(app)
    app.run()

    assert app.markdown[0].value.startswith("1 2")


def answers_while_thinking(app):
    """Ask twice, and return the texts that the page shows while the second answer is being created."""
    send(app, "Green")
    app.page.get_by_text("You said: Green", exact=True).wait_for()
    app.page.locator("[data-test-script-state=notRunning]").wait_for()
    send(app, "Black")
    app.page.get_by_text("Black", exact=True).wait_for()
    return app.page.get_by_test_id("stText").all_inner_texts()


@pytest.mark.engines("server", reason="AppTest shows a run when it is over")
def test_old_answer_twice(run):
    """If only the run that creates an answer renders an `st.status` above it, the previous answer is on the page twice
    while the next answer is being created.
    """
    app = run("chat/faded.py")
    shown = answers_while_thinking(app)
    assert shown == ["Green", "You said: Green", "You said: Green", "Black"]

    app.page.get_by_text("You said: Black", exact=True).wait_for()
    assert texts(app.run()) == ["Green", "You said: Green", "Black", "You said: Black"]


@pytest.mark.engines("server", reason="AppTest shows a run when it is over")
def test_old_answer_once(run):
    """If the answer replaces the status in an `st.empty`, the previous answer is on the page once while the next answer
    is being created.
    """
    app = run("chat/faded_fixed.py")
    assert answers_while_thinking(app) == ["Green", "You said: Green", "Black"]

    app.page.get_by_text("You said: Black", exact=True).wait_for()
    assert texts(app.run()) == ["Green", "You said: Green", "Black", "You said: Black"]
