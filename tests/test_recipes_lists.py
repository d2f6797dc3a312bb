import pytest


def texts(app):
    return [text.value for text in app.text]


def labels(app):
    return [box.label for box in app.checkbox]


def add_tasks(app, *tasks):
    for task in tasks:
        app.text_input[0].set_value(task)
        app.button[0].click().run()
    return app


def test_todo_add(run):
    """A new task is added at the end of the list, the input is emptied for the next task, and an empty
    task isn't added.
    """
    app = run("recipes_lists/todo.py")
    assert texts(app) == ["0 of 0 to do"]

    add_tasks(app, "shop")
    assert app.text_input[0].value == ""
    add_tasks(app, "cook", " ")
    assert labels(app) == ["shop", "cook"]
    assert [box.value for box in app.checkbox] == [False, False]
    assert texts(app) == ["2 of 2 to do"]


def test_todo_tick(run):
    """If the user checks a task, it is counted as done immediately, and the user can uncheck it again."""
    app = add_tasks(run("recipes_lists/todo.py"), "shop", "cook", "eat")
    app.checkbox[1].check().run()
    assert texts(app) == ["2 of 3 to do"]
    app.checkbox[2].check().run()
    assert texts(app) == ["1 of 3 to do"]

    app.checkbox[1].uncheck().run()
    assert [box.value for box in app.checkbox] == [False, False, True]
    assert texts(app) == ["2 of 3 to do"]


def test_todo_filter(run):
    """The filter shows only the open or only the done tasks, and the hidden tasks keep their check marks."""
    app = add_tasks(run("recipes_lists/todo.py"), "shop", "cook", "eat")
    app.checkbox[1].check().run()

    app.radio[0].set_value("Open").run()
    assert labels(app) == ["shop", "eat"]
    app.checkbox[0].check().run()
    assert labels(app) == ["eat"]

    app.radio[0].set_value("Done").run()
    assert labels(app) == ["shop", "cook"]
    app.checkbox[0].uncheck().run()
    assert labels(app) == ["cook"]

    app.radio[0].set_value("All").run()
    assert labels(app) == ["shop", "cook", "eat"]
    assert [box.value for box in app.checkbox] == [False, True, False]
    assert texts(app) == ["2 of 3 to do"]


def test_todo_delete(run):
    """If the user deletes a task, the other tasks keep their check marks, and a task that is added later
    is unchecked.
    """
    app = add_tasks(run("recipes_lists/todo.py"), "shop", "cook", "eat")
    app.checkbox[1].check().run()
    app.button("delete_0").click().run()
    assert labels(app) == ["cook", "eat"]
    assert [box.value for box in app.checkbox] == [True, False]
    assert texts(app) == ["1 of 2 to do"]

    app.button("delete_2").click().run()
    add_tasks(app, "rest")
    assert labels(app) == ["cook", "rest"]
    assert [box.value for box in app.checkbox] == [True, False]


def total(app):
    return app.main.text[-1].value


def fill_cart(app):
    for product in ("Tea", "Pot", "Tea"):
        app.button(product).click().run()
    return app


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest shows no pages of st.navigation")
def test_cart_over_pages(run):
    """A product that the user adds on one page is in the cart on the other page, and the number in the sidebar is
    updated immediately.
    """
    app = run("recipes_lists/cart")
    assert app.sidebar.text[0].value == "In the cart: 0"
    assert [text.value for text in app.main.text] == ["Tea: 4 €", "Cup: 9 €", "Pot: 30 €"]

    app.button("Tea").click().run()
    assert app.sidebar.text[0].value == "In the cart: 1"
    app.button("Pot").click().run()
    app.button("Tea").click().run()
    assert app.sidebar.text[0].value == "In the cart: 3"

    app.switch_page("checkout.py").run()
    assert [(number.label, number.value) for number in app.number_input] == [("Tea", 2), ("Pot", 1)]
    assert total(app) == "Total: 38 €"
    assert app.sidebar.text[0].value == "In the cart: 3"


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest shows no pages of st.navigation")
def test_cart_quantity(run):
    """If the user changes a quantity, the total is updated immediately, and the quantity is kept after a
    visit to the other page.
    """
    app = fill_cart(run("recipes_lists/cart"))
    app.switch_page("checkout.py").run()
    assert app.number_input[0].min == 1
    app.number_input[0].set_value(5).run()
    assert total(app) == "Total: 50 €"
    app.number_input[1].set_value(2).run()
    assert total(app) == "Total: 80 €"
    assert app.sidebar.text[0].value == "In the cart: 7"

    app.switch_page("browse.py").run()
    app.button("Tea").click().run()
    app.switch_page("checkout.py").run()
    assert [number.value for number in app.number_input] == [6, 2]
    assert total(app) == "Total: 84 €"


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest shows no pages of st.navigation")
def test_cart_remove(run):
    """If the user removes a product, the other products keep their quantities, and adding the product again starts
    with quantity 1.
    """
    app = fill_cart(run("recipes_lists/cart"))
    app.switch_page("checkout.py").run()
    app.number_input[1].set_value(3).run()
    app.button("Tea").click().run()
    assert [(number.label, number.value) for number in app.number_input] == [("Pot", 3)]
    assert total(app) == "Total: 90 €"

    app.switch_page("browse.py").run()
    app.button("Tea").click().run()
    app.switch_page("checkout.py").run()
    assert [(number.label, number.value) for number in app.number_input] == [("Pot", 3), ("Tea", 1)]


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest shows no pages of st.navigation")
def test_cart_empty(run):
    """Emptying the cart removes all products and disables the button."""
    app = fill_cart(run("recipes_lists/cart"))
    app.switch_page("checkout.py").run()
    assert not app.button[-1].disabled
    app.button[-1].click().run()
    assert not app.number_input
    assert total(app) == "Total: 0 €"
    assert app.button[-1].disabled
    assert app.sidebar.text[0].value == "In the cart: 0"


def rows(app):
    return [(what.value, price.value) for what, price in zip(app.text_input, app.number_input, strict=True)]


def fill_row(app, row, what, price):
    app.text_input(f"what_{row}").set_value(what).run()
    app.number_input(f"price_{row}").set_value(price).run()


def add_rows(app):
    for row, (what, price) in enumerate((("tea", 4), ("cup", 9), ("pot", 30))):
        if row:
            app.button[-1].click().run()
        fill_row(app, row, what, price)
    return app


def test_rows_add(run):
    """The button adds an empty row below the others, which keep their values."""
    app = run("recipes_lists/rows.py")
    assert rows(app) == [("", 0)]
    assert app.number_input[0].min == 0

    fill_row(app, 0, "tea", 4)
    app.button[-1].click().run()
    assert rows(app) == [("tea", 4), ("", 0)]

    fill_row(app, 1, "cup", 9)
    assert texts(app) == ["2 rows, together 13 €"]


def test_rows_remove(run):
    """If the user removes a row from the middle, the other rows keep their own values."""
    app = add_rows(run("recipes_lists/rows.py"))
    assert texts(app) == ["3 rows, together 43 €"]

    app.button("remove_1").click().run()
    assert rows(app) == [("tea", 4), ("pot", 30)]
    assert texts(app) == ["2 rows, together 34 €"]


def test_rows_remove_and_add(run):
    """A row that is added after another row was removed is empty."""
    app = add_rows(run("recipes_lists/rows.py"))
    app.button("remove_2").click().run()
    app.button[-1].click().run()
    assert rows(app) == [("tea", 4), ("cup", 9), ("", 0)]
    assert texts(app) == ["3 rows, together 13 €"]


ALL = ["Roadster, red, 900 €", "Comet, blue, 450 €", "Star, red, 300 €"]


@pytest.mark.since("1.55")
def test_filters_together(run):
    """The list shows the items that match all filters."""
    app = run("recipes_lists/filters.py")
    assert texts(app) == ALL

    app.selectbox("color").set_value("blue").run()
    assert texts(app) == [ALL[1]]
    app.selectbox("color").set_value("red").run()
    assert texts(app) == [ALL[0], ALL[2]]

    app.slider("price").set_value(300).run()
    assert texts(app) == [ALL[0], ALL[2]]
    app.slider("price").set_value(350).run()
    assert texts(app) == [ALL[0]]

    app.text_input("search").set_value("STAR").run()
    assert texts(app) == []
    app.slider("price").set_value(0).run()
    assert texts(app) == [ALL[2]]


@pytest.mark.since("1.55")
def test_filters_reset(run):
    """The Reset button resets all filters to their defaults."""
    app = run("recipes_lists/filters.py")
    price = app.sidebar.slider("price")
    assert (price.min, price.value, price.max, price.step) == (0, 0, 900, 50)
    app.text_input("search").set_value("Star").run()
    app.selectbox("color").set_value("red").run()
    app.slider("price").set_value(350).run()
    assert texts(app) == []

    app.button[0].click().run()
    assert texts(app) == ALL
    assert app.text_input("search").value == ""
    assert app.selectbox("color").value == "any"
    assert app.slider("price").value == 0


@pytest.mark.engines("server", reason="AppTest has no address")
@pytest.mark.since("1.55")
def test_filters_in_the_address(run):
    """The URL contains the filters that are set: another user who opens it sees the same list."""
    app = run("recipes_lists/filters.py")
    assert app.url == "/"
    app.selectbox("color").set_value("red").run()
    app.slider("price").set_value(350).run()
    app.text_input("search").set_value("a").run()
    assert app.url == "/?color=red&price=350&search=a"

    other = run("recipes_lists/filters.py").goto(app.url)
    assert texts(other) == [ALL[0]]
    assert other.slider("price").value == 350


@pytest.mark.engines("server", reason="AppTest has no address")
@pytest.mark.since("1.55")
def test_reset_filters_leave_the_address(run):
    """After a click on Reset, the URL contains no filters."""
    app = run("recipes_lists/filters.py").goto("/?color=red&price=350&search=a")
    app.button[0].click().run()
    assert app.url == "/"
    assert texts(app) == ALL


def test_pages_of_a_list(run):
    """Each page shows the next five items, and the buttons are disabled on the first and on the last page."""
    app = run("recipes_lists/pagination.py")
    assert texts(app) == ["January", "February", "March", "April", "May"]
    assert app.caption[0].value == "Page 1 of 3"
    assert [button.disabled for button in app.button] == [True, False]

    app.button[1].click().run()
    assert texts(app) == ["June", "July", "August", "September", "October"]
    assert [button.disabled for button in app.button] == [False, False]

    app.button[1].click().run()
    assert texts(app) == ["November", "December"]
    assert app.caption[0].value == "Page 3 of 3"
    assert [button.disabled for button in app.button] == [False, True]

    app.button[0].click().run()
    assert app.caption[0].value == "Page 2 of 3"


def test_pages_of_what_is_found(run):
    """If a search leaves fewer pages than the current page number, the app shows the last page."""
    app = run("recipes_lists/pagination.py")
    app.button[1].click().run()
    app.button[1].click().run()

    app.text_input[0].set_value("r").run()
    assert texts(app) == ["October", "November", "December"]
    assert app.caption[0].value == "Page 2 of 2"

    app.text_input[0].set_value("Ber").run()
    assert texts(app) == ["September", "October", "November", "December"]
    assert app.caption[0].value == "Page 1 of 1"
    assert [button.disabled for button in app.button] == [True, True]


def test_nothing_is_found(run):
    """If a search finds nothing, the app shows one empty page, and the next search works as usual."""
    app = run("recipes_lists/pagination.py")
    app.button[1].click().run()
    app.text_input[0].set_value("xyz").run()
    assert texts(app) == []
    assert app.caption[0].value == "Page 1 of 1"
    assert [button.disabled for button in app.button] == [True, True]

    app.text_input[0].set_value("a").run()
    assert texts(app) == ["January", "February", "March", "April", "May"]
    assert app.caption[0].value == "Page 1 of 2"


def test_dependent_options(run):
    """The second select box offers only the options that belong to the choice in the first one, and starts
    without a choice.
    """
    app = run("recipes_lists/dependent.py")
    assert app.selectbox("city").value is None
    assert texts(app) == ["Choose a city"]

    app.selectbox("city").set_value("Nice").run()
    assert texts(app) == ["Nice, France"]

    app.selectbox("country").set_value("Texas").run()
    app.selectbox("city").set_value("Dallas").run()
    assert texts(app) == ["Dallas, Texas"]


def test_dependent_reset(run):
    """A different choice in the first select box empties the second one, even if the selected option is also available
    for the new choice.
    """
    app = run("recipes_lists/dependent.py")
    for city in ("Lyon", "Paris"):
        app.selectbox("city").set_value(city).run()
        assert texts(app) == [f"{city}, France"]

        app.selectbox("country").set_value("Texas").run()
        assert app.selectbox("city").value is None
        assert texts(app) == ["Choose a city"]

        app.selectbox("country").set_value("France").run()


def fields(app):
    return app.text_input("name").value, app.number_input("price").value


def listed(app):
    return [button.label for button in app.button if "€" in button.label]


def change(app, name, price):
    app.text_input("name").set_value(name).run()
    app.number_input("price").set_value(price).run()


def test_records_chosen(run):
    """The fields show the first record, and then each record that the user clicks."""
    app = run("recipes_lists/records.py")
    assert listed(app) == ["Roadster, 900 €", "Comet, 450 €", "Star, 300 €"]
    assert fields(app) == ("Roadster", 900)
    assert app.number_input("price").min == 0

    app.button("2").click().run()
    assert fields(app) == ("Comet", 450)
    app.run()
    assert fields(app) == ("Comet", 450)
    assert not app.warning


def test_records_saved(run):
    """After a click on Save, the list shows the change immediately, the record stays selected, and the next session
    finds the change.
    """
    app = run("recipes_lists/records.py")
    app.button("2").click().run()
    change(app, "Bolt", 500)
    assert listed(app) == ["Roadster, 900 €", "Comet, 450 €", "Star, 300 €"]
    assert app.warning[0].value == "Not saved yet"

    app.button[-2].click().run()
    assert listed(app) == ["Roadster, 900 €", "Bolt, 500 €", "Star, 300 €"]
    assert fields(app) == ("Bolt", 500)
    assert not app.warning

    other = run("recipes_lists/records.py")
    assert listed(other) == ["Roadster, 900 €", "Bolt, 500 €", "Star, 300 €"]


def test_records_discarded(run):
    """Discard restores the saved values of the selected record."""
    app = run("recipes_lists/records.py")
    app.button("3").click().run()
    change(app, "Bolt", 500)
    app.button[-1].click().run()
    assert fields(app) == ("Star", 300)
    assert not app.warning


def test_records_left(run):
    """A click on another record discards a change that wasn't saved."""
    app = run("recipes_lists/records.py")
    change(app, "Bolt", 500)
    app.button("3").click().run()
    assert fields(app) == ("Star", 300)
    app.button("1").click().run()
    assert fields(app) == ("Roadster", 900)
    assert listed(app) == ["Roadster, 900 €", "Comet, 450 €", "Star, 300 €"]


def pieces(app):
    return app.text[0].value


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_orders_saved(run):
    """After a click on Save, the next session finds the edited rows, the new rows, and none of the deleted rows."""
    app = run("recipes_lists/orders.py")
    assert (app.radio[0].value, pieces(app)) == ("Ann", "Ann gets 3 pieces")
    assert not app.warning

    app.data_editor[0].edit(0, "pieces", "5").run()
    app.data_editor[0].delete_row(1).run()
    app.data_editor[0].add_row().run()
    app.data_editor[0].edit(1, "item", "mug").run()
    assert pieces(app) == "Ann gets 5 pieces"
    app.data_editor[0].edit(1, "pieces", "4").run()
    assert pieces(app) == "Ann gets 9 pieces"
    assert app.warning[0].value == "Not saved yet"

    app.button[0].click().run()
    assert pieces(app) == "Ann gets 9 pieces"
    assert not app.warning
    other = run("recipes_lists/orders.py")
    assert pieces(other) == "Ann gets 9 pieces"
    other.radio[0].set_value("Bob").run()
    assert pieces(other) == "Bob gets 3 pieces"
    assert not other.warning


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_orders_discarded(run):
    """Discard restores the table as it was saved."""
    app = run("recipes_lists/orders.py")
    app.data_editor[0].edit(0, "pieces", "5").run()
    assert pieces(app) == "Ann gets 6 pieces"
    app.button[1].click().run()
    assert pieces(app) == "Ann gets 3 pieces"
    assert not app.warning

    app.data_editor[0].edit(1, "pieces", "5").run()
    assert pieces(app) == "Ann gets 7 pieces"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_orders_left(run):
    """Selecting another customer discards edits that weren't saved."""
    app = run("recipes_lists/orders.py")
    app.data_editor[0].edit(0, "pieces", "5").run()
    app.radio[0].set_value("Bob").run()
    assert pieces(app) == "Bob gets 3 pieces"
    app.radio[0].set_value("Ann").run()
    assert pieces(app) == "Ann gets 3 pieces"
    assert not app.warning
