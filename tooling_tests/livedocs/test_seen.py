"""The `seen` fence shows what the proofs that it names show, version by version."""

import pytest

HINT = "name proofs that end in one, or run `make record`"
OLD, NEW = "`st.session_state.a` cannot be modified.", "`st.session_state['a']` cannot be modified. Use a callback."


@pytest.fixture
def page(project):
    """Return the project with a `seen` fence on its page, in line 11, that names its proof."""
    project.page("``` seen\npage::test_app\n```")
    return project


def show(project, *lost, **versions):
    """Write the records: what the proof shows on each version, named v1_40."""
    for version, texts in versions.items():
        name = f"{version[1:].replace('_', '.')}.0"
        project.documents(name)
        project.record(*lost, version=name, seen=texts)


def test_each_text_has_its_versions(page):
    show(
        page,
        v1_39=[f"StreamlitAPIException: {OLD}"],
        v1_41=[f"streamlit.errors.StreamlitAPIException: {OLD}"],
        v1_65=[
            f"streamlit.errors.StreamlitWidgetAlreadyInstantiatedError: {NEW}",
            "log: Twice,\nin [the log](https://x).",
        ],
    )
    html = page.build()

    assert (
        "<dt>1.39 – 1.41</dt><dd><strong>StreamlitAPIException</strong>: "
        "<code>st.session_state.a</code> cannot be modified.</dd>"
        "<dt>1.65</dt><dd><strong>StreamlitWidgetAlreadyInstantiatedError</strong>: "
        "<code>st.session_state['a']</code> cannot be modified. Use a callback.</dd>"
        "<dt>1.65</dt><dd><strong>In the server's log</strong>: Twice, in the log.</dd>"
    ) in html
    assert (
        "<li>Class: <code>streamlit.errors.StreamlitWidgetAlreadyInstantiatedError</code>, derived from "
        "<code>LocalizableStreamlitException</code>, <code>StreamlitAPIException</code></li>"
    ) in html
    assert '<li><a href="../page/#test_app">A claim.</a></li>' in html


def test_errors_that_have_nothing_to_do_with_the_claim_are_left_out(page):
    old = "AttributeError: module 'streamlit' has no attribute 'fragment'"
    newer = "TypeError: rerun() got an unexpected keyword argument 'scope'"
    log = "log: Thread 'MainThread': missing ScriptRunContext! This warning can be ignored when running in bare mode."
    show(page, v1_36=[old], v1_37=[newer], v1_38=[log, "ValueError: it"])

    assert '<dl class="seen"><dt>1.38</dt><dd><strong>ValueError</strong>: it</dd></dl>' in page.build()


def test_what_only_an_apptest_shows_that_is_too_old_is_left_out(page):
    page.mark('apptest_since("1.40", reason="why")')
    show(page, "test_app", v1_39=["ValueError: other", "KeyError: it"])
    show(page, v1_40=["KeyError: it"])

    assert '<dl class="seen"><dt>1.39 – 1.40</dt><dd><strong>KeyError</strong>: it</dd></dl>' in page.build()


def test_a_proof_of_what_an_old_streamlit_lacks(page):
    show(page, v1_36=["AttributeError: module 'streamlit' has no attribute 'fragment'"])

    assert "<dt>1.36</dt><dd><strong>AttributeError</strong>: module 'streamlit'" in page.build()


def test_texts_that_read_the_same_are_one_row(page):
    show(
        page,
        v1_39=["KeyError: Read [the docs](https://a)."],
        v1_40=["ValueError: other"],
        v1_41=["KeyError: Read\n[the docs](https://b)."],
    )

    row = "<dt>1.39, 1.41</dt><dd><strong>KeyError</strong>: Read the docs.</dd><dt>1.40</dt>"
    assert row in page.build()


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("page::test_ap", "no proof `page::test_ap`: did you mean `page::test_app`?"),
        ("other::test_app", "no proof `other::test_app`: write <topic>::<test>, as in widgets::test_..."),
        ("page", "no proof `page`"),
        (
            "page::test_app",
            f"no Streamlit shows an exception or a warning in page::test_app: {HINT}",
        ),
    ],
)
def test_a_proof_that_shows_nothing(project, name, problem):
    project.page(f"``` seen\n{name}\n```")
    show(project, v1_65=[])

    assert project.mistake() == f"docs/page.md:12: {problem}"


def test_a_proof_that_runs_only_in_a_browser(page):
    page.mark('engines("server", reason="why")')

    assert page.mistake().startswith("docs/page.md:12: `page::test_app` runs only in a browser")


def test_a_draft_without_records(page, monkeypatch):
    monkeypatch.setenv("DRAFT", "true")

    assert "No results yet: <code>make record</code> writes them." in page.build()
