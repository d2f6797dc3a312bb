"""The engine `stlite` keeps Python running, and each app starts as if it had just been started."""

import pytest


def texts(app):
    return [text.value for text in app.text]


@pytest.mark.full
@pytest.mark.timeout(300)
@pytest.mark.parametrize(("snippet", "empty"), [("guestbook", "guests: []"), ("file", "guest: nobody")])
def test_nothing_is_left_of_the_last_app(stlite_pages, snippet, empty):
    app = stlite_pages.open(f"stlite/{snippet}.py")
    app.text_input[0].set_value("Ada").run()
    assert "Ada" in texts(app)[0]
    stlite_pages.close()

    assert texts(stlite_pages.open(f"stlite/{snippet}.py")) == [empty]
    stlite_pages.close()


@pytest.mark.full
@pytest.mark.timeout(300)
def test_each_user_has_a_separate_python(stlite_pages):
    ada, bob = stlite_pages.open("stlite/guestbook.py"), stlite_pages.open("stlite/guestbook.py")
    ada.text_input[0].set_value("Ada").run()
    bob.run()

    assert (texts(ada), texts(bob)) == (["guests: ['Ada']"], ["guests: []"])
    stlite_pages.close()
