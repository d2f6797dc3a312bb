import re

import pytest


def texts(app):
    return [text.value for text in app.text]


def test_slow_function_runs_once(run):
    """By default, only the first call of a function with `st.cache_data` and without arguments runs the function: later
    runs and other users get the result of this call.
    """
    ada = run("caching/load_prices.py")
    price, loaded = texts(ada)
    assert (price, loaded.split()[0]) == ("Apple: 1", "loaded:")

    for fruit, price in (("Pear", 2), ("Plum", 3)):
        ada.selectbox[0].set_value(fruit).run()
        assert texts(ada) == [f"{fruit}: {price}", loaded]
    assert texts(run("caching/load_prices.py")) == ["Apple: 1", loaded]


def calls_after_reruns(app):
    """Return how often the cached function has run for this user after each of two reruns."""
    calls = []
    for _ in range(2):
        app.button[0].click().run()
        loaded, count = texts(app)
        assert re.fullmatch("prices of [A-Z][a-z]+", loaded)
        calls.append(count)
    return calls


def test_argument_that_changes_in_every_run(run):
    """If your script passes the current time to a function with `st.cache_data`, every run calls the function again."""
    assert calls_after_reruns(run("caching/new_argument.py")) == ["calls: 2", "calls: 3"]


def test_argument_that_stays_the_same(run):
    """Without `ttl`, if your script passes only the month to a function with `st.cache_data`, later runs in the same
    month use the cached result.
    """
    assert calls_after_reruns(run("caching/new_argument_fixed.py")) == ["calls: 1", "calls: 1"]


def test_cached_object_is_shared(run):
    """By default, a function with `st.cache_resource` returns the same object to all users who pass the same arguments:
    if one user's run changes the object, the other users get the change.
    """
    ada = run("caching/cached_object.py")
    bob = run("caching/cached_object.py")

    for writer, reader, notice in ((ada, bob, "tea at four"), (bob, ada, "tea at five")):
        writer.text_input[0].set_value(notice).run()
        writer.button[0].click().run()
        reader.run()
        assert texts(reader) == [f"board: {{'notice': '{notice}'}}"]


def test_cached_data_is_a_copy(run):
    """By default, `st.cache_data` loads the data once for all users and returns a copy to each call, so a change to one
    copy affects neither the next call nor the next user.
    """
    ada = run("caching/cached_copy.py")
    bob = run("caching/cached_copy.py")

    changed, again = texts(ada)
    assert changed.startswith("changed: {'apple': 2, 'loaded': ")
    assert again.startswith("loaded again: {'apple': 1, 'loaded': ")
    assert texts(bob) == [changed, again]


def greet(app, name):
    app.text_input[0].set_value(name).run()
    app.button[0].click().run()
    return texts(app)


def test_cached_function_that_reads_state(run):
    """By default, if a function with `st.cache_data` reads `st.session_state`, the next user who calls it with the same
    arguments gets the first user's result.
    """
    assert greet(run("caching/cached_greeting.py"), "Ada") == ["name: Ada", "greeting: Hello Ada"]
    assert greet(run("caching/cached_greeting.py"), "Bob") == ["name: Bob", "greeting: Hello Ada"]


def test_cached_function_and_a_changed_value(run):
    """By default, if a function with `st.cache_data` reads `st.session_state`, a call with the same arguments returns
    the old result even after the value in session state has changed.
    """
    app = run("caching/cached_greeting.py")
    assert greet(app, "Ada") == ["name: Ada", "greeting: Hello Ada"]
    assert greet(app, "Eve") == ["name: Eve", "greeting: Hello Ada"]


def test_cached_function_with_an_argument(run):
    """If the user's value is an argument of the cached function, each user gets the result for their own value."""
    assert greet(run("caching/cached_greeting_fixed.py"), "Ada") == ["name: Ada", "greeting: Hello Ada"]
    assert greet(run("caching/cached_greeting_fixed.py"), "Bob") == ["name: Bob", "greeting: Hello Bob"]


def change_the_number(app):
    """Change the other widget, then the number; return what the page showed each time, and whether it computed."""
    shown = [[*texts(app), *app.caption.values]]
    app.checkbox[0].check().run()
    shown.append([*texts(app), *app.caption.values])
    app.number_input[0].set_value(4).run()
    return [*shown, [*texts(app), *app.caption.values]]


def test_result_under_a_guard(run):
    """If your script computes a result only while its key is missing, the result doesn't change when its
    input changes.
    """
    assert change_the_number(run("caching/kept_result.py")) == [
        ["result: 9", "computing"],
        ["result: 9"],
        ["result: 9"],
    ]


def test_result_with_its_input(run):
    """If your script stores a result together with its input and compares the input, the result is recomputed only when
    the input has changed.
    """
    assert change_the_number(run("caching/kept_result_fixed.py")) == [
        ["result: 9", "computing"],
        ["result: 9"],
        ["result: 16", "computing"],
    ]


def test_state_in_a_cached_function(run):
    """By default, if a cached function stores a value in `st.session_state`, the first user has the value, and the next
    user who passes the same arguments doesn't.
    """
    assert texts(run("caching/state_in_cached.py")) == ["prices: {'tea': 3}"]
    assert texts(run("caching/state_in_cached.py")) == ["prices: None"]


def test_state_from_a_cached_function(run):
    """If your script, not the cached function, stores the result in session state, every user has it."""
    assert texts(run("caching/state_in_cached_fixed.py")) == ["prices: {'tea': 3}"]
    assert texts(run("caching/state_in_cached_fixed.py")) == ["prices: {'tea': 3}"]


def test_drawn_in_a_cached_function(run):
    """Text that a cached function writes with `st.text` is also shown when the result comes from the cache, by default
    for other users, too.
    """
    assert texts(run("caching/drawn_in_cached.py")) == ["loaded", "runs: ['load']"]
    assert texts(run("caching/drawn_in_cached.py")) == ["loaded", "runs: []"]


def test_cart_from_a_resource(run):
    """By default, if you store an object from `st.cache_resource` in `st.session_state`, all users still share the
    object.
    """
    ada, bob = run("caching/shared_cart.py"), run("caching/shared_cart.py")
    assert texts(bob) == ["cart: []"]
    ada.button[0].click().run()
    bob.run()
    assert texts(bob) == ["cart: ['tea']"]


def test_cart_from_data(run):
    """If you store an object from `st.cache_data` in `st.session_state`, each user has their own object."""
    ada, bob = run("caching/shared_cart_fixed.py"), run("caching/shared_cart_fixed.py")
    ada.button[0].click().run()
    bob.run()
    assert (texts(ada), texts(bob)) == (["cart: ['tea']"], ["cart: []"])


def test_same_object(run):
    """Two calls with the same arguments return two equal lists from a function with `st.cache_data`, and the same list
    from a function with `st.cache_resource`.
    """
    assert texts(run("caching/same_object.py")) == ["cache_data: True False", "cache_resource: True"]


def test_refresh_for_all(run):
    """By default, if a user clicks a button with `on_click=function.clear`, the function's results are recomputed for
    all users.
    """
    ada, bob = run("caching/refresh.py"), run("caching/refresh.py")
    prices, stock = texts(ada)
    assert (prices.split()[0], stock.split()[0], texts(bob)) == ("('prices',", "('stock',", [prices, stock])

    ada.button[0].click().run()
    bob.run()
    assert texts(ada) == texts(bob)
    assert prices not in texts(bob)
    assert stock not in texts(bob)


@pytest.mark.since("1.34")
def test_refresh_one_result(run):
    """Calling `function.clear` with arguments clears only the result for those arguments."""
    app = run("caching/refresh.py")
    prices, stock = texts(app)
    app.button[1].click().run()

    new_prices, new_stock = texts(app)
    assert (new_prices != prices, new_stock) == (True, stock)


def test_clear_all_caches(run):
    """`st.cache_data.clear()` clears the results of all functions with `st.cache_data`, and leaves session state
    unchanged.
    """
    app = run("caching/clear_everything.py")
    app.run()
    assert texts(app) == ["prices as at first: True", "stock as at first: True"]
    app.button[0].click().run()
    assert texts(app) == ["prices as at first: False", "stock as at first: False"]


def test_ttl(run):
    """With `ttl`, by default, the first call after that many seconds runs the function again and waits for
    the result.
    """
    assert texts(run("caching/ttl.py")) == ["loaded again at once: False", "loaded again later: True"]


def test_max_entries(run):
    """With `max_entries=2`, a third result replaces the result that was used least recently, which is computed again at
    its next call.
    """
    assert texts(run("caching/max_entries.py")) == ["squares: [1, 4, 1, 9, 1, 4]", "computed: [1, 2, 3, 2]"]


def test_expired_result_in_memory(run):
    """A result of `st.cache_data` whose `ttl` is over stays in memory until the function stores its next result, which
    can be for other arguments.
    """
    assert texts(run("caching/expired_in_memory.py")) == ["After the ttl: 20 MB", "After another result: 0 MB"]


def test_underscore(run):
    """If a parameter's name starts with an underscore, its value doesn't count: a call with another value returns the
    first result.
    """
    app = run("caching/underscore.py")
    app.text_input[0].set_value("Bob").run()

    assert texts(app) == ["Hello Ada"]


def message(app):
    """Return the class and the text of the page's exception, without Markdown and line breaks."""
    exception = app.exception[0]
    text = re.sub(r"\[(.+?)\]\(.+?\)", r"\1", exception.message).replace("`", "")
    return exception.proto.type.rpartition(".")[2], " ".join(text.split())


UNHASHABLE = (
    "Cannot hash argument '{0}' (of type __main__.User) in 'greeting'. To address this, you can tell Streamlit not to "
    "hash this argument by adding a leading underscore to the argument's name in the function signature: "
    "@st.cache_data def greeting(_{0}, ...): ..."
)


def test_unhashable_argument(run):
    """By default, passing an object of a plain class that your script defines to a cached function raises
    `UnhashableParamError`.
    """
    assert message(run("caching/unhashable.py")) == ("UnhashableParamError", UNHASHABLE.format("user"))


def test_dataclass_as_an_argument(run):
    """If the class is a dataclass whose fields are strings, the cached function accepts the object, and each value has
    its own result.
    """
    app = run("caching/hashable_dataclass.py")
    assert texts(app) == ["Hello Ada"]
    app.text_input[0].set_value("Bob").run()
    assert texts(app) == ["Hello Bob"]


def test_hash_funcs(run):
    """If `hash_funcs` returns the relevant part of the object, each value of that part has its own result."""
    app = run("caching/unhashable_fixed.py")
    assert texts(app) == ["Hello Ada"]
    app.text_input[0].set_value("Bob").run()
    assert texts(app) == ["Hello Bob"]


def test_cached_method(run):
    """By default, if a method of a plain class has the decorator `st.cache_data`, calling it raises
    `UnhashableParamError` for `self`.
    """
    assert message(run("caching/method.py")) == ("UnhashableParamError", UNHASHABLE.format("self"))


def test_cached_method_with_underscore(run):
    """If the method's first parameter is `_self`, one object gets the result of another object's call with the same
    arguments.
    """
    app = run("caching/method_underscore.py")
    assert texts(app) == ["Hello Ada"]
    app.text_input[0].set_value("Bob").run()
    assert texts(app) == ["Hello Ada"]


def test_unserializable_result(run):
    """If a function with `st.cache_data` returns an object that `pickle` can't serialize, such as a lock, calling it
    raises `UnserializableReturnValueError`.
    """
    name, text = message(run("caching/unserializable.py"))
    assert name == "UnserializableReturnValueError"
    assert text.startswith("Cannot serialize the return value (of type _thread.lock) in lock(). st.cache_data uses ")
    assert text.endswith("use st.cache_resource instead (see our docs for differences).")


def test_unserializable_resource(run):
    """A function with `st.cache_resource` can return an object that `pickle` can't serialize."""
    assert texts(run("caching/unserializable_fixed.py")) == ["locked: False"]


def test_class_in_the_script(run):
    """For a class defined in the script, from the second full run on, an object from `st.cache_data` is an instance of
    the class, and an object from `st.cache_resource` isn't.
    """
    app = run("caching/class_in_script.py")
    assert texts(app) == ["cache_data: True", "cache_resource: True", "made: ['new', 'new']"]
    app.run()
    assert texts(app) == ["cache_data: True", "cache_resource: False", "made: []"]


def test_exception_is_not_cached(run):
    """If a call raises an exception, nothing is cached: the next call runs the function again."""
    assert texts(run("caching/exception.py")) == ["no connection", "prices", "prices", "calls: ['load', 'load']"]


def test_caught_exception_is_cached(run):
    """If the function catches the exception and returns `None`, the `None` is cached: the next call doesn't run the
    function.
    """
    assert texts(run("caching/exception_caught.py")) == ["None, None", "calls: ['failed']"]


def test_lru_cache(run):
    """If you define a function with `functools.lru_cache` in your script, its cache is empty at the start of each full
    run.
    """
    app = run("caching/lru_cache.py")
    assert texts(app) == ["9, 9", "computed: [3]"]
    app.run()
    assert texts(app) == ["9, 9", "computed: [3]"]


def test_connection_is_shared(run):
    """By default, `st.connection` with the same arguments returns the same object to all users."""
    ada, bob = run("caching/connection.py"), run("caching/connection.py")
    ada.text_input[0].set_value("tea at four").run()
    ada.button[0].click().run()
    bob.run()

    assert texts(bob) == ["board: ['tea at four']"]


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_edit_of_a_cached_function(run):
    """By default, if you edit a cached function, its results are recomputed; if you edit other code in the script, they
    aren't.
    """
    app = run("caching/edited")
    (before,) = texts(app)
    app.server.edit("price: ", "Price: ")
    app.wait_for_rerun()
    assert texts(app) == [before.replace("price: ", "Price: ")]

    app.server.edit("time_ns()}", "time_ns():d}")
    app.wait_for_rerun()
    assert texts(app) != [before.replace("price: ", "Price: ")]


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_edit_of_what_it_calls(run):
    """If you edit a function that the cached function calls, the cached results don't change."""
    app = run("caching/edited")
    before = texts(app)
    app.server.edit("EUR", "USD")
    app.wait_for_rerun()
    assert texts(app) == before


@pytest.mark.engines("server", "live", reason="to AppTest all sessions are one here")
@pytest.mark.since("1.53")
def test_session_scope_of_resources(run):
    """With `scope="session"`, `st.cache_resource` returns one object for each session."""
    ada, bob = run("caching/session_resource.py"), run("caching/session_resource.py")
    ada.button[0].click().run()
    ada.button[0].click().run()
    bob.button[0].click().run()

    assert texts(ada) == ["cached: ['tea', 'tea']", "session: ['tea', 'tea']", "released: []"]
    assert texts(bob) == ["cached: ['tea']", "session: ['tea']", "released: []"]


@pytest.mark.engines("server", reason="AppTest has no network")
@pytest.mark.since("1.53")
def test_session_scope_and_disconnect(run):
    """A short loss of the network clears the caches with `scope="session"`, while session state is kept."""
    app = run("caching/session_resource.py")
    app.button[0].click().run()
    app.disconnect().reconnect()
    app.run()

    assert texts(app) == ["cached: []", "session: ['tea']", "released: [['tea']]"]


@pytest.mark.engines("server", reason="AppTest has no tabs")
@pytest.mark.since("1.53")
def test_on_release(run):
    """With `scope="session"`, when a user closes the tab, `on_release` is called with the cached object of that
    session.
    """
    ada, bob = run("caching/session_resource.py"), run("caching/session_resource.py")
    ada.button[0].click().run()
    ada.close()

    rerun_until(bob, ["cached: []", "session: []", "released: [['tea']]"])


@pytest.mark.engines("server", "live", reason="to AppTest all sessions are one here")
@pytest.mark.since("1.53")
def test_session_scope_of_data(run):
    """With `scope="session"`, a function with `st.cache_data` that reads `st.session_state` never returns another
    user's result, but it returns each user's first result even after the value has changed.
    """
    ada = run("caching/session_greeting.py")
    assert greet(ada, "Ada") == ["name: Ada", "greeting: Hello Ada"]
    assert greet(ada, "Eve") == ["name: Eve", "greeting: Hello Ada"]
    assert greet(run("caching/session_greeting.py"), "Bob") == ["name: Bob", "greeting: Hello Bob"]


def rerun_until(app, shown):
    """Press R until the page shows this: the server learns of a closed tab a moment later."""
    for _ in range(20):
        app.run()
        if texts(app) == shown:
            break
    assert texts(app) == shown


def sign_in(app, name):
    app.text_input[0].set_value(name).run()
    app.button[0].click().run()
    return texts(app)


def test_token_in_a_shared_client(run):
    """By default, if a client from `st.cache_resource` keeps the token of the user who has signed in, all other users
    use that token, too.
    """
    ada, bob = run("caching/token_shared.py"), run("caching/token_shared.py")
    assert texts(bob) == ["requests use: None"]

    assert sign_in(ada, "Ada") == ["requests use: token of Ada"]
    assert texts(bob.run()) == ["requests use: token of Ada"]


def test_token_in_session_state(run):
    """If the client is stored in session state, it is used only in the session of the user who has signed in."""
    ada, bob = run("caching/token_shared_fixed.py"), run("caching/token_shared_fixed.py")
    assert sign_in(ada, "Ada") == ["requests use: token of Ada"]
    assert texts(bob.run()) == []
    assert not bob.exception

    assert sign_in(bob, "Bob") == ["requests use: token of Bob"]
    assert texts(ada.run()) == ["requests use: token of Ada"]


@pytest.mark.engines("server", reason="AppTest has no reload")
def test_token_after_a_reload(run):
    """After a reload, a client that was stored in session state is gone, so the user has to sign in again."""
    app = run("caching/token_shared_fixed.py")
    assert sign_in(app, "Ada") == ["requests use: token of Ada"]

    app.reload()
    assert texts(app) == []
