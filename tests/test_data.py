import re
from urllib.request import urlopen

import pytest


def texts(app):
    return [text.value for text in app.text]


def test_key_of_an_editor(run):
    """The key of `st.data_editor` holds the edits, not the table: `edited_rows`, `added_rows`, and `deleted_rows`,
    which are empty at first.
    """
    app = run("data/editor_state.py")

    assert texts(app) == [
        "key: {'edited_rows': {}, 'added_rows': [], 'deleted_rows': []}",
        "returned: ['green', 'black']",
        "passed: ['green', 'black']",
    ]


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_edited_cell(run):
    """An edited cell of the table that you pass is stored in `edited_rows`, under the position of its row and the name
    of its column.
    """
    app = run("data/editor_state.py")
    app.data_editor("editor").edit(1, "tea", "mint").run()

    assert app.text[0].value == "key: {'edited_rows': {1: {'tea': 'mint'}}, 'added_rows': [], 'deleted_rows': []}"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_edits_are_in_the_returned_table(run):
    """`st.data_editor` returns a table with the edits, and doesn't change the table that you pass to it."""
    app = run("data/editor_state.py")
    app.data_editor("editor").edit(1, "tea", "mint").run()
    app.data_editor("editor").delete_row(0).run()

    assert texts(app)[1:] == ["returned: ['mint']", "passed: ['green', 'black']"]


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_added_and_deleted_rows(run):
    """With `num_rows="dynamic"` and without required columns, `added_rows` holds a dict for each new row, and
    `deleted_rows` holds the positions of the deleted rows of the table that you pass.
    """
    app = run("data/editor_state.py")
    app.data_editor("editor").add_row().run()
    assert app.text[0].value == "key: {'edited_rows': {}, 'added_rows': [{}], 'deleted_rows': []}"

    app.data_editor("editor").edit(2, "tea", "mint").run()
    app.data_editor("editor").delete_row(0).run()
    assert app.text[0].value == "key: {'edited_rows': {}, 'added_rows': [{'tea': 'mint'}], 'deleted_rows': [0]}"
    assert app.text[1].value == "returned: ['black', 'mint']"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_every_second_edit_is_lost(run):
    """If you pass the result of a data editor without a key back to it as its table, every second edit is lost, unless
    another rerun comes in between.
    """
    app = run("data/every_second_edit.py")
    app.data_editor[0].edit(0, "tea", "mint").run()
    assert app.text[0].value == "['mint', 'black', 'white']"

    app.data_editor[0].edit(1, "tea", "chai").run()
    assert app.text[0].value == "['mint', 'black', 'white']"

    app.data_editor[0].edit(1, "tea", "chai").run()
    assert app.text[0].value == "['mint', 'chai', 'white']"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_same_table_keeps_every_edit(run):
    """Outside forms, if every run renders the data editor with the same table and the same other arguments, the editor
    keeps every edit.
    """
    app = run("data/every_second_edit_fixed.py")
    app.data_editor[0].edit(0, "tea", "mint").run()
    assert app.text[0].value == "['mint', 'black', 'white']"

    app.data_editor[0].edit(1, "tea", "chai").run()
    assert app.text[0].value == "['mint', 'chai', 'white']"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
@pytest.mark.since("1.60")
def test_key_keeps_every_edit(run):
    """With a key and a fixed number of rows, a data editor keeps every edit that doesn't change a column's Arrow type,
    even if you pass its result back to it.
    """
    app = run("data/fed_back_with_key.py")
    app.data_editor[0].edit(0, "tea", "mint").run()
    assert app.text[0].value == "['mint', 'black', 'white']"

    app.data_editor[0].edit(1, "tea", "chai").run()
    assert app.text[0].value == "['mint', 'chai', 'white']"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_callback_applies_the_edits(run):
    """With a fixed number of rows, if an `on_change` callback writes `edited_rows` to the stored table and then changes
    the editor's key, every edit is kept, and code above the editor gets it, too.
    """
    app = run("data/apply_edits.py")
    assert texts(app) == ["total: 8", "edits: {}"]

    app.data_editor[0].edit(0, "price", "10").run()
    assert texts(app) == ["total: 10", "edits: {}"]

    app.data_editor[0].edit(0, "price", "7").run()
    assert texts(app) == ["total: 7", "edits: {}"]


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_edits_in_a_callback(run):
    """In the `on_change` callback, the key of a data editor holds all edits so far, not only the latest one."""
    app = run("data/edits_in_callback.py")
    app.data_editor("editor").edit(0, "tea", "mint").run()
    assert app.text[0].value == "found: {0: {'tea': 'mint'}}"

    app.data_editor("editor").edit(1, "tea", "chai").run()
    assert app.text[0].value == "found: {0: {'tea': 'mint'}, 1: {'tea': 'chai'}}"


def save_while_typing(app):
    """Type into the first cell, and click Save without leaving the cell; then click Save again."""
    app.page.locator("canvas").first.focus()
    for key in ("Control+Home", "ArrowRight", "Enter"):
        app.page.keyboard.press(key)
    app.page.locator(".gdg-clip-region").locator("input, textarea").fill("mint")
    saved = []
    for _ in range(2):
        app.button[0].click().run()
        saved += texts(app)
    return saved


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_callback_gets_the_table_before(run):
    """If a user clicks a button while a cell is open for typing, a callback that gets the editor's table in `args` gets
    it without that edit.
    """
    saved = save_while_typing(run("data/save_in_callback.py"))
    assert saved == ["saved: ['green', 'black']", "saved: ['mint', 'black']"]


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_button_gets_the_last_edit(run):
    """If your script saves the editor's return value inside `if st.button(...)` instead, it saves the edit from the
    open cell, too.
    """
    saved = save_while_typing(run("data/save_in_callback_fixed.py"))
    assert saved == ["saved: ['mint', 'black']"] * 2


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_new_key_discards_the_edits(run):
    """If the key changes to one that the app hasn't used yet, the data editor is a new widget without edits."""
    app = run("data/discard_edits.py")
    app.data_editor[0].edit(0, "tea", "mint").run()
    assert app.text[0].value == "['mint', 'black']"

    app.button[0].click().run()
    assert app.text[0].value == "['green', 'black']"

    app.data_editor[0].edit(1, "tea", "chai").run()
    assert app.text[0].value == "['green', 'chai']"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_new_values_without_a_key(run):
    """If a data editor has no key and the values in its table change, it is a new widget, and its edits are lost."""
    app = run("data/new_values.py")
    app.data_editor[0].edit(0, "tea", "mint").run()
    assert app.text[0].value == "['mint', 'black'], [8, 6]"

    app.checkbox[0].check().run()
    assert app.text[0].value == "['green', 'black'], [9, 7]"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
@pytest.mark.since("1.60")
def test_new_values_with_a_key(run):
    """With a key and a fixed number of rows, a data editor keeps its edits when the values in the table change, as long
    as its index and the Arrow type of each column stay the same.
    """
    app = run("data/new_values.py")
    app.data_editor("fixed").edit(0, "tea", "mint").run()
    app.checkbox[0].check().run()

    assert app.text[1].value == "['mint', 'black'], [9, 7]"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_new_values_in_a_dynamic_editor(run):
    """With `num_rows="dynamic"`, a data editor loses its edits when the values in the table change, even with a key."""
    app = run("data/new_values.py")
    app.data_editor("dynamic").edit(0, "tea", "mint").run()
    assert app.text[2].value == "['mint', 'black'], [8, 6]"

    app.checkbox[0].check().run()
    assert app.text[2].value == "['green', 'black'], [9, 7]"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_new_shape(run):
    """If the number of rows, or the name or the Arrow type of a column changes, a data editor loses its edits, even
    with a key and a fixed number of rows.
    """
    all_three = "['green', 'black', 'white']"
    for box, left in ((0, all_three), (1, "['green', 'black']"), (2, all_three)):
        app = run("data/new_shape.py")
        app.data_editor("editor").edit(0, "tea", "mint").run()
        assert texts(app) == ["['mint', 'black', 'white']"]
        app.checkbox[box].check().run()
        assert texts(app) == [left]


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
@pytest.mark.since("1.60")
def test_edits_stay_at_their_position(run):
    """With a key and a fixed number of rows, a data editor keeps each edit at its position: if you sort the table with
    `ignore_index=True`, the edit applies to another row.
    """
    app = run("data/sorted_table.py")
    app.data_editor("editor").edit(0, "price", "10").run()
    assert app.text[0].value == "{'green': 10, 'black': 6}"

    app.checkbox[0].check().run()
    assert app.text[0].value == "{'black': 10, 'green': 8}"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_sorting_loses_edits(run):
    """If you sort the table of a data editor without `ignore_index=True`, the edits are lost, even with a key and after
    the user goes back to the old order.
    """
    app = run("data/sorted_table_index.py")
    app.data_editor("editor").edit(0, "price", "10").run()
    assert app.text[0].value == "{'green': 10, 'black': 6}"

    app.checkbox[0].check().run()
    assert app.text[0].value == "{'black': 6, 'green': 8}"
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "{'green': 8, 'black': 6}"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_hidden_editor_forgets(run):
    """If a full run reaches the end of the script without rendering the data editor, its edits are lost."""
    app = run("data/hidden_editor.py")
    app.data_editor("editor").edit(0, "tea", "mint").run()
    assert texts(app) == ["['mint', 'black']"]

    app.checkbox[0].uncheck().run()
    app.checkbox[0].check().run()
    assert texts(app) == ["['green', 'black']"]


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_edits_are_taken_over_while_hidden(run):
    """If your script stores the returned table and passes it to the editor when the editor is shown again, the edits
    are kept.
    """
    app = run("data/hidden_editor_fixed.py")
    app.data_editor("editor").edit(0, "tea", "mint").run()
    assert texts(app) == ["['mint', 'black']"]

    app.checkbox[0].uncheck().run()
    app.checkbox[0].check().run()
    assert texts(app) == ["['mint', 'black']"]

    app.data_editor("editor").edit(1, "tea", "chai").run()
    assert texts(app) == ["['mint', 'chai']"]


@pytest.mark.since("1.35")
def test_nothing_is_selected(run):
    """With `on_select="rerun"`, the key of `st.dataframe` holds the selection: by default, `selection.rows` is empty at
    first.
    """
    app = run("data/selected_rows.py")

    assert texts(app) == ["rows: [] of ['a', 'b']", "teas: []"]


@pytest.mark.engines("server", reason="AppTest cannot select a row")
@pytest.mark.since("1.35")
def test_selected_rows_are_positions(run):
    """`selection.rows` holds the positions of the selected rows, not their index labels: use `iloc` to get the rows."""
    app = run("data/selected_rows.py")
    app.dataframe[0].select_row(1).run()
    assert texts(app) == ["rows: [1] of ['a', 'b']", "teas: ['black']"]

    app.dataframe[0].select_row(0).run()
    assert texts(app) == ["rows: [0, 1] of ['a', 'b']", "teas: ['green', 'black']"]


@pytest.mark.engines("server", reason="AppTest cannot select a row")
@pytest.mark.since("1.35")
def test_selection_without_a_key(run):
    """If a dataframe has no key and its rows change, the selection is lost."""
    app = run("data/selection_and_new_rows.py")
    app.dataframe[0].select_row(1).run()
    assert app.text[0].value == "['black']"

    app.checkbox[0].check().run()
    assert app.text[0].value == "[]"


@pytest.mark.engines("server", reason="AppTest cannot select a row")
@pytest.mark.since("1.54")
def test_selection_with_a_key(run):
    """With a key, a dataframe keeps the selected positions when its rows change, so another row can be selected than
    before.
    """
    app = run("data/selection_and_new_rows.py")
    app.dataframe[1].select_row(1).run()
    assert app.text[1].value == "['black']"

    app.checkbox[0].check().run()
    assert app.text[1].value == "['white']"


@pytest.mark.engines("server", reason="AppTest cannot select a row")
@pytest.mark.since("1.56")
def test_callback_clears_the_selection(run):
    """If a callback assigns an empty selection to the key of `st.dataframe`, the selection is cleared."""
    app = run("data/clear_selection.py")
    app.dataframe[0].select_row(1).run()
    assert app.text[0].value == "rows: [1]"

    app.button[0].click().run()
    assert app.text[0].value == "rows: []"

    app.dataframe[0].select_row(0).run()
    assert app.text[0].value == "rows: [0]"


def test_change_in_place(run):
    """If your script changes a DataFrame in session state in place, the next run gets the changed table."""
    app = run("data/changed_in_place.py")
    app.button[0].click().run()
    assert app.text[0].value == "[9, 7]"

    app.run()
    assert app.text[0].value == "[9, 7]"


def test_result_not_stored(run):
    """An expression that creates a new DataFrame, such as `iloc[1:]`, leaves the one in session state unchanged."""
    app = run("data/result_not_stored.py")
    app.button[0].click().run()

    assert texts(app) == ["dropped", "['green', 'black', 'white']"]


def test_result_stored(run):
    """If you assign the new DataFrame to the key, the next run gets it."""
    app = run("data/result_not_stored_fixed.py")
    assert texts(app) == ["['green', 'black', 'white']"]

    app.button[0].click().run()
    assert texts(app) == ["dropped", "['black', 'white']"]

    app.run()
    assert texts(app) == ["['black', 'white']"]


def test_truth_value_of_a_table(run):
    """Using a DataFrame from session state as the condition of an `if` raises `ValueError`."""
    app = run("data/if_table.py")

    assert app.exception[0].proto.type == "ValueError"
    assert app.exception[0].message in (
        # With pandas 2, and with pandas 3.
        "The truth value of a DataFrame is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all().",
        "The truth value of a DataFrame is ambiguous. Use a.empty, a.item(), a.any() or a.all().",
    )
    assert len(app.text) == 0


def test_empty_table(run):
    """If you initialize the key with an empty DataFrame, your script can check `.empty` in every run."""
    app = run("data/if_table_fixed.py")
    assert len(app.text) == len(app.exception) == 0

    app.button[0].click().run()
    assert texts(app) == ["teas: ['green']"]


def test_working_copy_is_none(run):
    """If you assign a DataFrame from session state to a variable, it isn't copied: a change through the variable
    changes the stored table again in every run.
    """
    app = run("data/working_copy.py")
    app.checkbox[0].check().run()
    assert app.text[0].value == "[16, 12]"

    app.run()
    assert app.text[0].value == "[32, 24]"

    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "[32, 24]"


def test_copy_of_a_table(run):
    """If you change a `.copy()` of the DataFrame, the stored table doesn't change, however often the script runs."""
    app = run("data/working_copy_fixed.py")
    app.checkbox[0].check().run()
    assert app.text[0].value == "[16, 12]"

    app.run()
    assert app.text[0].value == "[16, 12]"

    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "[8, 6]"


def test_no_file_yet(run):
    """Without a file, `st.file_uploader` returns `None`, or an empty list with `accept_multiple_files=True`."""
    assert texts(run("data/no_file_yet.py")) == ["No invoice yet", "No photos yet"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_file_stays_until_it_is_removed(run):
    """Outside forms, as long as every run renders the uploader with the same arguments, each run returns the uploaded
    file, and the key holds it, until the user removes or replaces it.
    """
    app = run("data/uploaded_file.py")
    app.file_uploader("file").upload("tea.txt", b"green").run()
    assert texts(app) == ["one: tea.txt", "several: []", "key: True"]

    app.button[0].click().run()
    assert texts(app) == ["one: tea.txt", "several: []", "key: True"]

    app.file_uploader("file").clear().run()
    assert texts(app) == ["one: None", "several: []", "key: True"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_list_of_files(run):
    """With `accept_multiple_files=True`, `st.file_uploader` returns a list of its files."""
    app = run("data/no_file_yet.py")
    app.file_uploader[1].upload("tea.txt", b"green").run()
    assert texts(app) == ["No invoice yet", "Photo: tea.txt"]

    app.file_uploader[0].upload("june.txt", b"8").run()
    assert texts(app) == ["Invoice: june.txt", "Photo: tea.txt"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_reset_an_uploader(run):
    """If a callback changes the key of `st.file_uploader` to one that the app hasn't used yet, the uploader is empty
    and ready for the next file.
    """
    app = run("data/reset_uploader.py")
    app.file_uploader("file 0").upload("tea.txt", b"green").run()
    assert app.text[0].value == "file: tea.txt"

    app.button[0].click().run()
    assert app.text[0].value == "file: None"

    app.file_uploader("file 1").upload("more.txt", b"black").run()
    assert app.text[0].value == "file: more.txt"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_file_processed_in_every_run(run):
    """Code inside `if file:` runs again in every run as long as the uploader holds the file."""
    app = run("data/process_every_run.py")
    assert app.text[0].value == "[]"

    app.file_uploader[0].upload("tea.txt", b"green").run()
    app.button[0].click().run()

    assert app.text[0].value == "['tea.txt', 'tea.txt']"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_file_processed_once(run):
    """If your script stores the `file_id` of the file and compares it, a file is processed once, and again only if the
    user uploads it again.
    """
    app = run("data/process_every_run_fixed.py")
    app.file_uploader[0].upload("tea.txt", b"green").run()
    app.button[0].click().run()
    assert app.text[0].value == "['tea.txt']"

    app.file_uploader[0].clear().run()
    app.file_uploader[0].upload("tea.txt", b"green").run()
    assert app.text[0].value == "['tea.txt', 'tea.txt']"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_upload_callback(run):
    """If `st.file_uploader` accepts only one file, its `on_change` callback runs once when a file is uploaded, and once
    when it is removed: the key is then `None`.
    """
    app = run("data/upload_callback.py")
    app.file_uploader("file").upload("tea.txt", b"green").run()
    app.button[0].click().run()
    assert app.text[0].value == "['tea.txt']"

    app.file_uploader("file").clear().run()
    assert app.text[0].value == "['tea.txt', None]"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_second_read(run):
    """`read()` reads an uploaded file to its end, so a second `read()` in the same run returns nothing."""
    app = run("data/read_twice.py")
    assert len(app.text) == len(app.exception) == 0

    app.file_uploader[0].upload("tea.txt", b"green").run()

    assert texts(app) == ["first: b'green'", "second: b''"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_getvalue(run):
    """`getvalue()` returns all bytes of an uploaded file each time."""
    app = run("data/read_twice_fixed.py")
    assert len(app.text) == len(app.exception) == 0

    app.file_uploader[0].upload("tea.txt", b"green").run()

    assert texts(app) == ["first: b'green'", "second: b'green'"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_second_read_csv(run):
    """`pd.read_csv` reads an uploaded file to its end, so a second `pd.read_csv` in the same run raises
    `EmptyDataError`.
    """
    app = run("data/read_csv_twice.py")
    assert len(app.text) == len(app.exception) == 0

    app.file_uploader[0].upload("teas.csv", b"tea\ngreen").run()

    assert texts(app) == ["first: {'tea': ['green']}"]
    assert app.exception[0].proto.type == "pandas.errors.EmptyDataError"
    assert app.exception[0].message == "No columns to parse from file"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_seek(run):
    """After `file.seek(0)`, an uploaded file is read from its start again."""
    app = run("data/read_csv_twice_fixed.py")
    assert len(app.text) == len(app.exception) == 0

    app.file_uploader[0].upload("teas.csv", b"tea\ngreen").run()

    assert texts(app) == ["first: {'tea': ['green']}", "second: {'tea': ['green']}"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_hidden_uploader(run):
    """If a full run reaches the end of the script without rendering the uploader, the file is lost: the uploader is
    empty when it is shown again.
    """
    app = run("data/hidden_uploader.py")
    app.file_uploader("file").upload("tea.txt", b"green").run()
    assert texts(app) == ["file: tea.txt"]

    app.checkbox[0].uncheck().run()
    app.checkbox[0].check().run()
    assert texts(app) == ["file: None"]


def wait_for_bytes(app, wanted):
    """Ask the server how large its uploaded files are, until it is this; it measures them every five seconds."""
    for _ in range(40):
        with urlopen(f"{app.server.address}_stcore/metrics") as answer:  # noqa: S310 (our own address)
            found = re.search(r'cache_type="UploadedFileManager",cache=""} (\d+)', answer.read().decode())
        if (stored := int(found[1]) if found else 0) == wanted:
            break
        app.page.wait_for_timeout(500)
    assert stored == wanted


@pytest.mark.engines("server", reason="AppTest has no server")
def test_memory_of_an_upload(run):
    """As long as its session exists, an uploaded file is in the server's memory until the user removes it from the
    uploader or, if the uploader accepts only one file, uploads another one.
    """
    app = run("data/hidden_uploader.py")
    app.file_uploader[0].upload("tea.txt", b"green" * 100).run()
    app.file_uploader[0].upload("tea.txt", b"black" * 200).run()
    wait_for_bytes(app, 1000)
    app.file_uploader[0].clear().run()
    wait_for_bytes(app, 0)


@pytest.mark.engines("server", reason="AppTest has no server")
def test_memory_of_a_hidden_uploader(run):
    """A file that is lost because a run didn't render its uploader stays in the server's memory."""
    app = run("data/hidden_uploader.py")
    app.file_uploader[0].upload("tea.txt", b"green" * 100).run()
    app.checkbox[0].uncheck().run()
    app.checkbox[0].check().run()
    assert app.text[0].value == "file: None"

    app.file_uploader[0].upload("tea.txt", b"black" * 200).run()
    wait_for_bytes(app, 1500)


@pytest.mark.engines("server", reason="AppTest has no server")
def test_memory_after_a_reload(run):
    """After a reload, uploaded files stay in the server's memory until the server removes the old session."""
    files = {".streamlit/config.toml": "[server]\ndisconnectedSessionTTL = 1\n"}
    ada, bob = run("data/hidden_uploader.py", files=files), run("data/hidden_uploader.py", files=files)
    ada.file_uploader[0].upload("tea.txt", b"green" * 100).run()
    ada.reload()
    assert ada.text[0].value == "file: None"
    bob.file_uploader[0].upload("tea.txt", b"black" * 200).run()
    wait_for_bytes(ada, 1500)

    bob.new_tab().close()
    wait_for_bytes(ada, 1000)


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_kept_bytes(run):
    """If your script stores the name and the bytes of the file under a separate key, they are kept while the uploader
    is hidden.
    """
    app = run("data/hidden_uploader_fixed.py")
    assert texts(app) == ["kept: None"]

    app.file_uploader("file").upload("tea.txt", b"green").run()
    assert texts(app) == ["kept: ('tea.txt', b'green')"]

    app.checkbox[0].uncheck().run()
    app.checkbox[0].check().run()
    assert texts(app) == ["kept: ('tea.txt', b'green')"]


@pytest.mark.engines("server", reason="AppTest cannot click a chart")
@pytest.mark.since("1.35")
def test_chart_selection(run):
    """With `on_select="rerun"`, the key of `st.altair_chart` holds what the user selects in the chart, under the name
    of the selection.
    """
    app = run("data/chart_selection.py")
    assert app.text[0].value == "selection: {'bar': {}}"

    app.page.get_by_label("tea: green; price: 8").click()
    app.wait_for_rerun()
    assert app.text[0].value.startswith("selection: {'bar': [{'tea': 'green'")  # older versions: and the price


def click_cell(app, row):
    """Click the button in the last column of a table with two columns; the first row is 0."""
    grid = app.page.locator(".dvn-scroller")
    grid.click(position={"x": grid.bounding_box()["width"] * 0.75, "y": (row + 1.5) * 35})


@pytest.mark.engines("server", reason="AppTest cannot click in a table")
@pytest.mark.since("1.59")
def test_click_in_a_button_column(run):
    """In the run of a click in a `ButtonColumn`, the column's key holds the position of the row, and the callback can
    read it; in the next run, the key holds `None`.
    """
    app = run("data/button_column.py")
    assert texts(app) == ["click: None, seen: None"]

    click_cell(app, 1)
    app.wait_for_rerun()
    assert texts(app) == ["click: {'row': 1, 'label': 'Open'}, seen: 1"]

    app.button[0].click().run()
    assert texts(app) == ["click: None, seen: 1"]


@pytest.mark.engines("server", reason="AppTest cannot click in a table")
@pytest.mark.since("1.63")
def test_page_from_a_button_column(run):
    """The callback of a `ButtonColumn` can store the clicked row and call `st.switch_page`: the page that opens finds
    the row.
    """
    app = run("data/button_column_page")
    click_cell(app, 1)
    app.page.get_by_text("tea: black").wait_for()
    assert app.url == "/tea_details"


def dialogs(app):
    return app.page.get_by_role("dialog").count()


def close_dialog(app):
    app.page.keyboard.press("Escape")
    app.page.get_by_role("dialog").wait_for(state="detached")


@pytest.mark.engines("server", reason="AppTest cannot select a row")
@pytest.mark.since("1.37")
def test_dialog_of_the_selected_row(run):
    """If the script opens a dialog whenever a row is selected, the dialog opens again in the next full rerun after the
    user dismisses it.
    """
    app = run("data/dialog_of_a_row.py")
    app.dataframe[0].select_row(1).run()
    assert texts(app) == ["tea: black"]

    close_dialog(app)
    app.checkbox[0].check().run()
    assert texts(app) == ["tea: black"]


@pytest.mark.engines("server", reason="AppTest cannot select a row")
@pytest.mark.since("1.37")
def test_dialog_from_on_select(run):
    """If the `on_select` callback of a dataframe in a fragment opens the dialog, the script doesn't run, and the dialog
    doesn't open again after the user dismisses it.
    """
    app = run("data/dialog_of_a_row_fixed.py")
    app.dataframe[0].select_row(1).run()
    assert sorted(texts(app)) == ["runs: 1", "tea: black"]

    close_dialog(app)
    app.checkbox[0].check().run()
    assert texts(app) == ["runs: 2"]

    app.dataframe[0].select_row(0).run()
    assert sorted(texts(app)) == ["runs: 2", "tea: green"]


@pytest.mark.engines("server", reason="AppTest cannot select a row")
@pytest.mark.since("1.56")
def test_required_row(run):
    """With `selection_mode="single-row-required"`, the first row is selected at first, and the user can select another
    row, but can't clear the selection.
    """
    app = run("data/required_row.py")
    assert texts(app) == ["rows: [0]"]
    app.dataframe[0].select_row(1).run()
    assert texts(app) == ["rows: [1]"]

    app.page.locator(".dvn-scroller").click(position={"x": 17, "y": 88})
    app.page.wait_for_timeout(1000)
    app.run()
    assert texts(app) == ["rows: [1]"]


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_rows_deleted_by_a_button(run):
    """If a button stores the editor's table without some rows and changes the editor's key, these rows are deleted, and
    the edits of the other rows are kept.
    """
    app = run("data/delete_rows.py")
    app.data_editor[0].edit(0, "stock", "0").run()
    app.data_editor[0].edit(1, "stock", "9").run()
    assert texts(app) == ["{'green': 0, 'black': 9}"]

    app.button[0].click().run()
    assert texts(app) == ["{'black': 9}"]
    app.data_editor[0].edit(0, "stock", "4").run()
    assert texts(app) == ["{'black': 4}"]


def type_prices(app, *prices):
    """Type a price into each row, without waiting for the rerun between."""
    for row, price in enumerate(prices):
        app.page.locator("[data-testid=stDataFrame] canvas").first.focus()
        for key in ("Control+Home", *["ArrowDown"] * row, "ArrowRight", "Enter"):
            app.page.keyboard.press(key)
        field = app.page.locator(".gdg-clip-region").locator("input, textarea")
        field.fill(price)
        field.press("Enter")
        field.wait_for(state="detached")
    app.page.get_by_text("row 1").wait_for()
    app.run()


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_edits_saved_again(run):
    """If an `on_change` callback saves everything in `edited_rows`, it saves the first edit again when the user makes
    the second.
    """
    app = run("data/save_edits.py")
    type_prices(app, "1", "2")
    assert texts(app)[0].count("row 0: {'price': 1}") == 2


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_edits_saved_once(run):
    """If the callback notes each edit before it saves it, each edit is saved once, even if the user makes the next edit
    while the callback is running.
    """
    app = run("data/save_edits_fixed.py")
    type_prices(app, "1", "2")
    assert texts(app) == ["saved: [\"row 0: {'price': 1}\", \"row 1: {'price': 2}\"]"]
