import pytest


def texts(app):
    return [text.value for text in app.text]


def test_key_of_an_editor(run):
    """The key of `st.data_editor` holds edits, not the table: `edited_rows`, `added_rows` and `deleted_rows`,
    all of them empty at first.
    """
    app = run("data/editor_state.py")

    assert texts(app) == [
        "key: {'edited_rows': {}, 'added_rows': [], 'deleted_rows': []}",
        "returned: ['green', 'black']",
        "passed: ['green', 'black']",
    ]


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_edited_cell(run):
    """An edited cell stands in `edited_rows`, under the position of its row and the name of its column."""
    app = run("data/editor_state.py")
    app.data_editor("editor").edit(1, "tea", "mint").run()

    assert app.text[0].value == "key: {'edited_rows': {1: {'tea': 'mint'}}, 'added_rows': [], 'deleted_rows': []}"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_edits_are_in_the_returned_table(run):
    """The edits are in the table that `st.data_editor` returns; the table that it was given stays as it was."""
    app = run("data/editor_state.py")
    app.data_editor("editor").edit(1, "tea", "mint").run()
    app.data_editor("editor").delete_row(0).run()

    assert texts(app)[1:] == ["returned: ['mint']", "passed: ['green', 'black']"]


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_added_and_deleted_rows(run):
    """With `num_rows="dynamic"`, `added_rows` has a dict for each new row, and `deleted_rows` the positions
    of those that were deleted.
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
    """A data editor without a key that gets its own result as its table loses every second edit."""
    app = run("data/every_second_edit.py")
    app.data_editor[0].edit(0, "tea", "mint").run()
    assert app.text[0].value == "['mint', 'black', 'white']"

    app.data_editor[0].edit(1, "tea", "chai").run()
    assert app.text[0].value == "['mint', 'black', 'white']"

    app.data_editor[0].edit(1, "tea", "chai").run()
    assert app.text[0].value == "['mint', 'chai', 'white']"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_same_table_keeps_every_edit(run):
    """A data editor that gets the same table in every run keeps every edit."""
    app = run("data/every_second_edit_fixed.py")
    app.data_editor[0].edit(0, "tea", "mint").run()
    assert app.text[0].value == "['mint', 'black', 'white']"

    app.data_editor[0].edit(1, "tea", "chai").run()
    assert app.text[0].value == "['mint', 'chai', 'white']"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
@pytest.mark.since("1.60")
def test_key_keeps_every_edit(run):
    """With a key and a fixed number of rows a data editor keeps every edit, even if it gets its own result back."""
    app = run("data/fed_back_with_key.py")
    app.data_editor[0].edit(0, "tea", "mint").run()
    assert app.text[0].value == "['mint', 'black', 'white']"

    app.data_editor[0].edit(1, "tea", "chai").run()
    assert app.text[0].value == "['mint', 'chai', 'white']"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_callback_applies_the_edits(run):
    """A callback that writes `edited_rows` into the stored table, and then changes the editor's key, keeps every edit:
    the code above the editor has it too.
    """
    app = run("data/apply_edits.py")
    assert texts(app) == ["total: 8", "edits: {}"]

    app.data_editor[0].edit(0, "price", "10").run()
    assert texts(app) == ["total: 10", "edits: {}"]

    app.data_editor[0].edit(0, "price", "7").run()
    assert texts(app) == ["total: 7", "edits: {}"]


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_edits_in_a_callback(run):
    """In its `on_change` the key of a data editor holds all edits so far, not just the one that was made."""
    app = run("data/edits_in_callback.py")
    app.data_editor("editor").edit(0, "tea", "mint").run()
    assert app.text[0].value == "found: {0: {'tea': 'mint'}}"

    app.data_editor("editor").edit(1, "tea", "chai").run()
    assert app.text[0].value == "found: {0: {'tea': 'mint'}, 1: {'tea': 'chai'}}"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_new_key_discards_the_edits(run):
    """A new key makes a new data editor, which has no edits."""
    app = run("data/discard_edits.py")
    app.data_editor[0].edit(0, "tea", "mint").run()
    assert app.text[0].value == "['mint', 'black']"

    app.button[0].click().run()
    assert app.text[0].value == "['green', 'black']"

    app.data_editor[0].edit(1, "tea", "chai").run()
    assert app.text[0].value == "['green', 'chai']"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_new_values_without_a_key(run):
    """Without a key, a table with other values makes a new data editor: the edits are gone."""
    app = run("data/new_values.py")
    app.data_editor[0].edit(0, "tea", "mint").run()
    assert app.text[0].value == "['mint', 'black'], [8, 6]"

    app.checkbox[0].check().run()
    assert app.text[0].value == "['green', 'black'], [9, 7]"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
@pytest.mark.since("1.60")
def test_new_values_with_a_key(run):
    """With a key and a fixed number of rows, a data editor keeps its edits when the values in the table change."""
    app = run("data/new_values.py")
    app.data_editor("fixed").edit(0, "tea", "mint").run()
    app.checkbox[0].check().run()

    assert app.text[1].value == "['mint', 'black'], [9, 7]"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_new_values_in_a_dynamic_editor(run):
    """With `num_rows="dynamic"`, other values make a new data editor in spite of its key."""
    app = run("data/new_values.py")
    app.data_editor("dynamic").edit(0, "tea", "mint").run()
    assert app.text[2].value == "['mint', 'black'], [8, 6]"

    app.checkbox[0].check().run()
    assert app.text[2].value == "['green', 'black'], [9, 7]"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
@pytest.mark.since("1.60")
def test_edits_stay_at_their_position(run):
    """Kept edits belong to positions: when the table is sorted anew, an edit is on another row."""
    app = run("data/sorted_table.py")
    app.data_editor("editor").edit(0, "price", "10").run()
    assert app.text[0].value == "{'green': 10, 'black': 6}"

    app.checkbox[0].check().run()
    assert app.text[0].value == "{'black': 10, 'green': 8}"


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_hidden_editor_forgets(run):
    """Edits are gone once a run has not drawn the data editor."""
    app = run("data/hidden_editor.py")
    app.data_editor("editor").edit(0, "tea", "mint").run()
    assert texts(app) == ["['mint', 'black']"]

    app.checkbox[0].uncheck().run()
    app.checkbox[0].check().run()
    assert texts(app) == ["['green', 'black']"]


@pytest.mark.engines("server", reason="AppTest cannot edit a cell")
def test_edits_are_taken_over_while_hidden(run):
    """A returned table that is stored under a plain key can be the editor's table when it is drawn again."""
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
    """The key of `st.dataframe(..., on_select="rerun")` holds the selection: at first `selection.rows` is empty."""
    app = run("data/selected_rows.py")

    assert texts(app) == ["rows: [] of ['a', 'b']", "teas: []"]


@pytest.mark.engines("server", reason="AppTest cannot select a row")
@pytest.mark.since("1.35")
def test_selected_rows_are_positions(run):
    """`selection.rows` has the positions of the selected rows, not their index: `iloc` finds the rows."""
    app = run("data/selected_rows.py")
    app.dataframe[0].select_row(1).run()
    assert texts(app) == ["rows: [1] of ['a', 'b']", "teas: ['black']"]

    app.dataframe[0].select_row(0).run()
    assert texts(app) == ["rows: [0, 1] of ['a', 'b']", "teas: ['green', 'black']"]


@pytest.mark.engines("server", reason="AppTest cannot select a row")
@pytest.mark.since("1.35")
def test_selection_without_a_key(run):
    """Without a key, a dataframe forgets its selection when its rows change."""
    app = run("data/selection_and_new_rows.py")
    app.dataframe[0].select_row(1).run()
    assert app.text[0].value == "['black']"

    app.checkbox[0].check().run()
    assert app.text[0].value == "[]"


@pytest.mark.engines("server", reason="AppTest cannot select a row")
@pytest.mark.since("1.54")
def test_selection_with_a_key(run):
    """With a key, a dataframe keeps the selected positions when its rows change: another row is selected then."""
    app = run("data/selection_and_new_rows.py")
    app.dataframe[1].select_row(1).run()
    assert app.text[1].value == "['black']"

    app.checkbox[0].check().run()
    assert app.text[1].value == "['white']"


@pytest.mark.engines("server", reason="AppTest cannot select a row")
@pytest.mark.since("1.56")
def test_callback_clears_the_selection(run):
    """A callback clears the selection of `st.dataframe` when it assigns an empty one to the key."""
    app = run("data/clear_selection.py")
    app.dataframe[0].select_row(1).run()
    assert app.text[0].value == "rows: [1]"

    app.button[0].click().run()
    assert app.text[0].value == "rows: []"

    app.dataframe[0].select_row(0).run()
    assert app.text[0].value == "rows: [0]"


def test_change_in_place(run):
    """A table in session state that is changed in place has the change in the next run too."""
    app = run("data/changed_in_place.py")
    app.button[0].click().run()
    assert app.text[0].value == "[9, 7]"

    app.run()
    assert app.text[0].value == "[9, 7]"


def test_result_not_stored(run):
    """What makes a new table, such as `iloc` or `sort_values`, leaves the one in session state as it was."""
    app = run("data/result_not_stored.py")
    app.button[0].click().run()

    assert texts(app) == ["dropped", "['green', 'black', 'white']"]


def test_result_stored(run):
    """A new table that is assigned to the key is there in the next run."""
    app = run("data/result_not_stored_fixed.py")
    assert texts(app) == ["['green', 'black', 'white']"]

    app.button[0].click().run()
    assert texts(app) == ["dropped", "['black', 'white']"]

    app.run()
    assert texts(app) == ["['black', 'white']"]


def test_truth_value_of_a_table(run):
    """`if` with a table in session state ends with pandas' `ValueError`: a table is neither true nor false."""
    app = run("data/if_table.py")

    assert app.exception[0].proto.type == "ValueError"
    assert app.exception[0].message in (
        # With pandas 2, and with pandas 3.
        "The truth value of a DataFrame is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all().",
        "The truth value of a DataFrame is ambiguous. Use a.empty, a.item(), a.any() or a.all().",
    )
    assert len(app.text) == 0


def test_empty_table(run):
    """An empty table as the start value can be asked for `.empty` in every run."""
    app = run("data/if_table_fixed.py")
    assert len(app.text) == len(app.exception) == 0

    app.button[0].click().run()
    assert texts(app) == ["teas: ['green']"]


def test_working_copy_is_none(run):
    """A variable that was assigned a table from session state is no copy: each run changes the stored table again."""
    app = run("data/working_copy.py")
    app.checkbox[0].check().run()
    assert app.text[0].value == "[16, 12]"

    app.run()
    assert app.text[0].value == "[32, 24]"

    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "[32, 24]"


def test_copy_of_a_table(run):
    """`.copy()` leaves the table in session state as it is, however often the script runs."""
    app = run("data/working_copy_fixed.py")
    app.checkbox[0].check().run()
    assert app.text[0].value == "[16, 12]"

    app.run()
    assert app.text[0].value == "[16, 12]"

    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "[8, 6]"


def test_no_file_yet(run):
    """`st.file_uploader` returns `None` until there is a file, or with `accept_multiple_files=True` an empty list."""
    app = run("data/uploaded_file.py")

    assert texts(app)[:2] == ["one: None", "several: []"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_file_stays_until_it_is_removed(run):
    """Every run returns the uploaded file, and the key holds it, until the user removes it."""
    app = run("data/uploaded_file.py")
    app.file_uploader("file").upload("tea.txt", b"green").run()
    assert texts(app) == ["one: tea.txt", "several: []", "key: True"]

    app.button[0].click().run()
    assert texts(app) == ["one: tea.txt", "several: []", "key: True"]

    app.file_uploader("file").clear().run()
    assert texts(app) == ["one: None", "several: []", "key: True"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_list_of_files(run):
    """With `accept_multiple_files=True` the uploader returns a list of all files that it has."""
    app = run("data/uploaded_file.py")
    app.file_uploader[1].upload("tea.txt", b"green").run()
    assert app.text[1].value == "several: ['tea.txt']"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_reset_an_uploader(run):
    """A callback that changes the key of `st.file_uploader` empties it, so that the next file can be uploaded."""
    app = run("data/reset_uploader.py")
    app.file_uploader("file 0").upload("tea.txt", b"green").run()
    assert app.text[0].value == "file: tea.txt"

    app.button[0].click().run()
    assert app.text[0].value == "file: None"

    app.file_uploader("file 1").upload("more.txt", b"black").run()
    assert app.text[0].value == "file: more.txt"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_file_processed_in_every_run(run):
    """`if file:` is true in every run while the uploader holds the file: what stands there is done again and again."""
    app = run("data/process_every_run.py")
    assert app.text[0].value == "[]"

    app.file_uploader[0].upload("tea.txt", b"green").run()
    app.button[0].click().run()

    assert app.text[0].value == "['tea.txt', 'tea.txt']"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_file_processed_once(run):
    """A file whose `file_id` is stored is processed once, and again only when it is uploaded again."""
    app = run("data/process_every_run_fixed.py")
    app.file_uploader[0].upload("tea.txt", b"green").run()
    app.button[0].click().run()
    assert app.text[0].value == "['tea.txt']"

    app.file_uploader[0].clear().run()
    app.file_uploader[0].upload("tea.txt", b"green").run()
    assert app.text[0].value == "['tea.txt', 'tea.txt']"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_upload_callback(run):
    """`on_change` of `st.file_uploader` is called once when a file is uploaded, and once more when it is removed:
    the key holds `None` then.
    """
    app = run("data/upload_callback.py")
    app.file_uploader("file").upload("tea.txt", b"green").run()
    app.button[0].click().run()
    assert app.text[0].value == "['tea.txt']"

    app.file_uploader("file").clear().run()
    assert app.text[0].value == "['tea.txt', None]"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_second_read(run):
    """The first `read()` reads an uploaded file to its end: the second one in the same run gets nothing."""
    app = run("data/read_twice.py")
    assert len(app.text) == len(app.exception) == 0

    app.file_uploader[0].upload("tea.txt", b"green").run()

    assert texts(app) == ["first: b'green'", "second: b''"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_getvalue(run):
    """`getvalue()` returns all bytes of an uploaded file, each time."""
    app = run("data/read_twice_fixed.py")
    assert len(app.text) == len(app.exception) == 0

    app.file_uploader[0].upload("tea.txt", b"green").run()

    assert texts(app) == ["first: b'green'", "second: b'green'"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_second_read_csv(run):
    """`pd.read_csv` reads an uploaded file to its end: the second one in the same run ends with `EmptyDataError`."""
    app = run("data/read_csv_twice.py")
    assert len(app.text) == len(app.exception) == 0

    app.file_uploader[0].upload("teas.csv", b"tea\ngreen").run()

    assert texts(app) == ["first: {'tea': ['green']}"]
    assert app.exception[0].proto.type == "pandas.errors.EmptyDataError"
    assert app.exception[0].message == "No columns to parse from file"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_seek(run):
    """After `file.seek(0)` an uploaded file is read from its beginning again."""
    app = run("data/read_csv_twice_fixed.py")
    assert len(app.text) == len(app.exception) == 0

    app.file_uploader[0].upload("teas.csv", b"tea\ngreen").run()

    assert texts(app) == ["first: {'tea': ['green']}", "second: {'tea': ['green']}"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_hidden_uploader(run):
    """The file is gone once a run has not drawn the uploader: drawn again, it is empty."""
    app = run("data/hidden_uploader.py")
    app.file_uploader("file").upload("tea.txt", b"green").run()
    assert texts(app) == ["file: tea.txt"]

    app.checkbox[0].uncheck().run()
    app.checkbox[0].check().run()
    assert texts(app) == ["file: None"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_kept_bytes(run):
    """The name and the bytes of a file, stored under a key of your own, stay when the uploader is no longer drawn."""
    app = run("data/hidden_uploader_fixed.py")
    assert texts(app) == ["kept: None"]

    app.file_uploader("file").upload("tea.txt", b"green").run()
    assert texts(app) == ["kept: ('tea.txt', b'green')"]

    app.checkbox[0].uncheck().run()
    app.checkbox[0].check().run()
    assert texts(app) == ["kept: ('tea.txt', b'green')"]


@pytest.mark.apptest_since("1.59", reason="an older AppTest has no download_button")
def test_download_reruns(run):
    """A click on `st.download_button` reruns the script, and in that run the button returns `True`."""
    app = run("data/download.py")
    assert app.text[0].value == "runs: 1, clicked: False"

    app.download_button[0].click().run()
    assert app.text[0].value == "runs: 2, clicked: True"


@pytest.mark.engines("server", reason="AppTest reruns the script all the same")
@pytest.mark.since("1.43")
def test_download_without_a_rerun(run):
    """With `on_click="ignore"` a click on `st.download_button` downloads the file and starts no rerun."""
    app = run("data/download_without_rerun.py")
    with app.page.expect_download() as download:
        app.page.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "teas.txt"

    app.button[0].click().run()
    assert app.text[0].value == "runs: 2"


@pytest.mark.engines("server", reason="AppTest cannot click a chart")
@pytest.mark.since("1.35")
def test_chart_selection(run):
    """The key of a chart with `on_select="rerun"` holds what is selected in it, under the name of the selection."""
    app = run("data/chart_selection.py")
    assert app.text[0].value == "selection: {'bar': {}}"

    app.page.get_by_label("tea: green; price: 8").click()
    app.wait_for_rerun()
    assert app.text[0].value.startswith("selection: {'bar': [{'tea': 'green'")  # older versions: and the price
