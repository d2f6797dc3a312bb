import pytest


def texts(app):
    return [text.value for text in app.text]


def log_in(app, name, password):
    for key, value in (("name", name), ("password", password)):
        if app.text_input(key).value != value:
            app.text_input(key).set_value(value)
    app.button[0].click().run()


@pytest.mark.since("1.36")
def test_login_refused(run):
    """A wrong password, an empty password, and an unknown name show the same message, and none of them
    opens the app's pages.
    """
    app = run("recipes/login")
    assert not app.error

    for name, password in (("ada", "bricks"), ("eve", "engine"), ("ada", ""), ("eve", "")):
        log_in(app, name, password)
        assert app.error[0].value == "Unknown name or wrong password"
        assert texts(app) == []
        app.run()
        assert not app.error


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest shows no pages of st.navigation")
def test_login(run):
    """After a login with the right password, the app shows the user's pages, and each page shows the
    user's own data.
    """
    app = run("recipes/login")
    log_in(app, "ada", "engine")
    assert texts(app) == ["Notes of ada"]
    assert not app.error

    app.text_input("note").set_value("buy tea").run()
    app.text_input("note").set_value("call Bob").run()
    assert app.text_input("note").value == ""
    assert texts(app) == ["Notes of ada", "buy tea", "call Bob"]

    app.switch_page("own_account.py").run()
    assert texts(app) == ["ada has 2 notes"]


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest shows no pages of st.navigation")
def test_logout(run):
    """Logging out removes the user's data and keeps the selected language for the next user who logs in."""
    app = run("recipes/login")
    assert len(app.button) == 1
    assert app.sidebar.selectbox("language").value == "English"
    log_in(app, "ada", "engine")
    app.text_input("note").set_value("buy tea").run()
    app.selectbox("language").set_value("Deutsch").run()
    app.sidebar.button[0].click().run()
    assert texts(app) == []
    assert app.text_input("name").value == ""

    log_in(app, "bob", "bricks")
    assert texts(app) == ["Notes of bob"]
    assert app.selectbox("language").value == "Deutsch"


@pytest.mark.fails_on("stlite", reason="a static host has no file at the URL of a page")
@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest shows no pages of st.navigation")
def test_address_behind_the_login(run):
    """If a user opens the URL of a page behind the login, the app shows the login first, and then that page."""
    app = run("recipes/login", page="own_account.py")
    assert texts(app) == []
    assert len(app.text_input) == 2

    log_in(app, "ada", "engine")
    assert texts(app) == ["ada has 0 notes"]


@pytest.mark.engines("server", reason="AppTest shows no navigation")
@pytest.mark.since("1.36")
def test_navigation_before_the_login(run):
    """The navigation is hidden before the login, and shows the user's pages after it."""
    app = run("recipes/login")
    links = app.page.get_by_test_id("stSidebarNavLink")
    assert links.count() == 0

    log_in(app, "ada", "engine")
    assert links.all_inner_texts() == ["own notes", "own account"]


def enter_name(app, name):
    app.text_input("name").set_value(name).run()
    app.button[1].click().run()
    return app


def test_wizard_goes_through(run):
    """The wizard's summary shows what the user entered in all steps."""
    app = run("recipes/wizard.py")
    assert texts(app) == ["Step 1 of 3"]
    assert [button.disabled for button in app.button] == [True, False, False]

    app.text_input("name").set_value("Ada").run()
    app.button[1].click().run()
    assert texts(app) == ["Step 2 of 3"]
    assert not app.text_input
    seats = app.number_input("seats")
    assert (seats.min, seats.value, seats.max) == (1, 1, 9)
    assert app.radio("meal").value == "Vegan"
    assert [button.disabled for button in app.button] == [False, False, False]

    app.number_input("seats").set_value(9).run()
    app.radio("meal").set_value("Fish").run()
    app.button[1].click().run()
    assert texts(app) == ["Step 3 of 3", "Ada: 9 seats, Fish"]
    assert not app.number_input
    assert [button.disabled for button in app.button] == [False, True, False]


def test_wizard_goes_back(run):
    """If the user goes back in the wizard, each step shows what the user entered before, and none of it changes."""
    app = enter_name(run("recipes/wizard.py"), "Ada")
    app.number_input("seats").set_value(2).run()
    app.radio("meal").set_value("Meat").run()

    app.button[0].click().run()
    assert texts(app) == ["Step 1 of 3"]
    assert app.text_input("name").value == "Ada"

    app.text_input("name").set_value("Bob").run()
    app.button[1].click().run()
    assert (app.number_input("seats").value, app.radio("meal").value) == (2, "Meat")

    app.button[1].click().run()
    assert texts(app) == ["Step 3 of 3", "Bob: 2 seats, Meat"]


def test_wizard_validates(run):
    """If the name is missing, the wizard stays on its first step and shows an error until the next rerun."""
    for name in ("", " "):
        app = run("recipes/wizard.py")
        assert not app.error
        if name:
            app.text_input("name").set_value(name).run()
        app.button[1].click().run()
        assert texts(app) == ["Step 1 of 3"]
        assert app.error[0].value == "Please enter a name"

        app.text_input("name").set_value("Ada").run()
        assert not app.error


def test_wizard_starts_over(run):
    """Starting over leads to the first step and resets all fields to their defaults."""
    app = enter_name(run("recipes/wizard.py"), "Ada")
    app.number_input("seats").set_value(2).run()
    app.radio("meal").set_value("Fish").run()
    app.button[2].click().run()
    assert texts(app) == ["Step 1 of 3"]
    assert app.text_input("name").value == ""

    app.text_input("name").set_value("Bob").run()
    app.button[1].click().run()
    app.button[1].click().run()
    assert texts(app) == ["Step 3 of 3", "Bob: 1 seats, Vegan"]


def messages(app):
    return [message.value for message in app.markdown]


def test_chat_keeps_its_history(run):
    """Unless the user interrupts an answer, for example by sending another question, the chat shows all questions and
    answers so far, even after a rerun, and each answer takes the history into account.
    """
    app = run("recipes/chat.py")
    assert messages(app) == []

    app.chat_input[0].set_value("why?").run()
    assert [text.strip() for text in messages(app)] == ["why?", "Answer 1 to why?"]

    app.chat_input[0].set_value("and now?").run()
    app.run()
    assert [text.strip() for text in messages(app)] == [
        "why?",
        "Answer 1 to why?",
        "and now?",
        "Answer 2 to and now?",
    ]


def test_several_chats(run):
    """Unless the user interrupts an answer, a new chat is empty and is selected immediately, and the other chats keep
    their messages.
    """
    app = run("recipes/chat.py")
    assert app.sidebar.radio[0].options == ["Chat 1"]
    app.chat_input[0].set_value("why?").run()

    app.button[0].click().run()
    assert (app.radio[0].value, app.radio[0].options) == ("Chat 2", ["Chat 1", "Chat 2"])
    assert messages(app) == []

    app.chat_input[0].set_value("when?").run()
    app.radio[0].set_value("Chat 1").run()
    assert [text.strip() for text in messages(app)] == ["why?", "Answer 1 to why?"]

    app.radio[0].set_value("Chat 2").run()
    assert [text.strip() for text in messages(app)] == ["when?", "Answer 1 to when?"]


def test_clear_one_chat(run):
    """Clearing a chat removes only the messages of the selected chat."""
    app = run("recipes/chat.py")
    app.chat_input[0].set_value("why?").run()
    app.button[0].click().run()
    app.chat_input[0].set_value("when?").run()
    app.button[1].click().run()
    assert messages(app) == []
    assert app.radio[0].value == "Chat 2"

    app.radio[0].set_value("Chat 1").run()
    assert [text.strip() for text in messages(app)] == ["why?", "Answer 1 to why?"]


def play(app, choice):
    app.radio[0].set_value(choice).run()
    app.button[0].click().run()
    verdict = [alert.value for alert in (*app.success, *app.error)]
    app.button[0].click().run()
    return verdict


def test_quiz_counts(run):
    """The quiz says for each answer whether it is right, and counts the right answers."""
    app = run("recipes/quiz.py")
    assert texts(app) == ["Score: 0 of 3"]

    assert play(app, "State") == ["Right"]
    assert texts(app) == ["Score: 1 of 3"]
    assert play(app, "State") == ["Wrong, it is: Variables"]
    assert texts(app) == ["Score: 1 of 3"]
    assert play(app, "The cache") == ["Right"]
    assert texts(app) == ["Score: 2 of 3"]
    assert not app.radio


def test_quiz_takes_one_answer(run):
    """The quiz accepts an answer only after a choice, and once it shows whether the answer is right, the user can't
    change the answer or give it again.
    """
    app = run("recipes/quiz.py")
    assert app.radio[0].label == "What is kept in a rerun?"
    assert app.radio[0].options == ["Variables", "State"]
    assert app.radio[0].value is None
    assert (app.radio[0].disabled, app.button[0].disabled) == (False, True)

    app.radio[0].set_value("State").run()
    assert (app.radio[0].disabled, app.button[0].disabled) == (False, False)
    assert not app.success

    app.button[0].click().run()
    assert app.radio[0].value == "State"
    assert app.radio[0].disabled
    assert [button.label for button in app.button] == ["Next"]
    app.run()
    assert texts(app) == ["Score: 1 of 3"]

    app.button[0].click().run()
    assert app.radio[0].label == "What is new in each rerun?"
    assert app.radio[0].value is None
    assert (app.radio[0].disabled, app.button[0].disabled) == (False, True)
    assert [button.label for button in app.button] == ["Answer"]


def test_quiz_again(run):
    """After the last question, the quiz offers another game, which starts with the first question and a score of 0."""
    app = run("recipes/quiz.py")
    play(app, "State")
    play(app, "Variables")
    assert app.radio[0].label == "What do two users share?"
    assert app.radio[0].options == ["State", "The cache"]
    play(app, "The cache")
    assert texts(app) == ["Score: 3 of 3"]
    assert [button.label for button in app.button] == ["Play again"]

    app.button[0].click().run()
    assert texts(app) == ["Score: 0 of 3"]
    assert app.radio[0].label == "What is kept in a rerun?"
    assert app.radio[0].value is None
    assert not app.radio[0].disabled


@pytest.mark.since("1.37")
def test_dialog_before_deletion(run):
    """A click on Delete opens a dialog that names the file, and all files are kept until the user confirms."""
    app = run("recipes/confirm_delete.py")
    assert texts(app) == ["plan.txt", "poem.txt", "tax.txt"]
    assert not app.warning

    app.button("poem.txt").click().run()
    assert app.warning[0].value == "Delete poem.txt for good?"
    assert texts(app) == ["plan.txt", "poem.txt", "tax.txt"]


@pytest.mark.since("1.37")
def test_confirmed_deletion(run):
    """After the user confirms, only that file is deleted, and the dialog closes."""
    app = run("recipes/confirm_delete.py")
    app.button("poem.txt").click().run()
    app.button[3].click().run()
    assert texts(app) == ["plan.txt", "tax.txt"]
    assert not app.warning

    for name in ("plan.txt", "tax.txt"):
        assert not app.info
        app.button(name).click().run()
        app.button[-2].click().run()
    assert texts(app) == []
    assert app.info[0].value == "No files left"


@pytest.mark.since("1.37")
def test_refused_deletion(run):
    """If the user clicks "Keep it", the dialog closes and the file is kept."""
    app = run("recipes/confirm_delete.py")
    app.button("poem.txt").click().run()
    app.button[4].click().run()
    assert texts(app) == ["plan.txt", "poem.txt", "tax.txt"]
    assert not app.warning


def write(app, text):
    app.text_area[0].set_value(text).run()


def disabled(app):
    return [button.disabled for button in app.button]


def test_undo(run):
    """Each undo restores the previous text, back to the empty text at the start."""
    app = run("recipes/undo.py")
    assert app.text_area[0].value == ""
    assert disabled(app) == [True, True]

    write(app, "one")
    write(app, "one two")
    assert texts(app) == ["2 words"]
    assert disabled(app) == [False, True]

    app.button[0].click().run()
    assert app.text_area[0].value == "one"
    assert texts(app) == ["1 words"]
    assert disabled(app) == [False, False]

    app.button[0].click().run()
    assert app.text_area[0].value == ""
    assert disabled(app) == [True, False]


def test_redo(run):
    """Each redo restores the text that one undo has removed, up to the last text that the user typed."""
    app = run("recipes/undo.py")
    for text in ("one", "one two"):
        write(app, text)
    for _ in range(2):
        app.button[0].click().run()

    app.button[1].click().run()
    assert app.text_area[0].value == "one"
    assert disabled(app) == [False, False]

    app.button[1].click().run()
    assert app.text_area[0].value == "one two"
    assert disabled(app) == [False, True]

    app.button[0].click().run()
    assert app.text_area[0].value == "one"


def test_typing_after_undo(run):
    """If the user types after an undo, the new text replaces the texts that were undone, and nothing is
    left to redo.
    """
    app = run("recipes/undo.py")
    for text in ("one", "one two"):
        write(app, text)
    app.button[0].click().run()
    write(app, "one three")
    assert disabled(app) == [False, True]

    app.button[0].click().run()
    assert app.text_area[0].value == "one"
    app.button[1].click().run()
    assert app.text_area[0].value == "one three"


def on_a_slow_network(app):
    """Reload the page, and return a function that clicks a button twice before the page shows what the first click has
    done.
    """
    browsers, held, slow = [], [], []

    def connect(browser):
        browsers[:] = [browser]
        browser.connect_to_server().on_message(lambda message: held.append(message) if slow else browser.send(message))

    def click_twice(name):
        slow.append(True)
        for _ in range(2):
            app.page.get_by_role("button", name=name, exact=True).click()
            sent = -1
            while sent < len(held) or not held:  # the server is still running the script
                sent = len(held)
                app.page.wait_for_timeout(500)
        slow.clear()
        while held:
            browsers[0].send(held.pop(0))

    app.page.route_web_socket("**/_stcore/stream", connect)
    app.reload()
    return click_twice


@pytest.mark.engines("server", reason="AppTest has no network")
def test_double_click_in_the_wizard(run):
    """A double click on Next moves the wizard only one step."""
    app = run("recipes/wizard.py")
    click_twice = on_a_slow_network(app)
    app.text_input("name").set_value("Ada").run()
    click_twice("Next")
    app.page.get_by_text("Step 2 of 3").wait_for()

    assert texts(app.run()) == ["Step 2 of 3"]


@pytest.mark.engines("server", reason="AppTest has no network")
def test_double_click_in_the_quiz(run):
    """A double click on Answer counts the answer once, and a double click on Next skips no question."""
    app = run("recipes/quiz.py")
    click_twice = on_a_slow_network(app)
    app.radio[0].set_value("State").run()
    click_twice("Answer")
    app.page.get_by_text("Right").wait_for()
    assert texts(app.run()) == ["Score: 1 of 3"]

    click_twice("Next")
    app.page.get_by_text("What is new in each rerun?").wait_for()
    app.run()
    assert app.radio[0].label == "What is new in each rerun?"


@pytest.mark.since("1.37")
@pytest.mark.engines("server", reason="AppTest has no network")
def test_double_click_on_delete(run):
    """A double click on "Delete it" deletes only that file, and raises no error."""
    app = run("recipes/confirm_delete.py")
    click_twice = on_a_slow_network(app)
    app.button("poem.txt").click().run()
    click_twice("Delete it")
    app.page.get_by_role("dialog").wait_for(state="detached")

    app.run()
    assert not app.exception
    assert texts(app) == ["plan.txt", "tax.txt"]
