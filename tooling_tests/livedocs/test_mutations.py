"""Each way to break a snippet, and what is never changed."""

import pytest

from livedocs.qa.mutations import mutations, unbroken


@pytest.mark.parametrize(
    ("source", "broken"),
    [
        ("st.text(n)", ["pass"]),
        ("f(n, key=k)", ["pass", "f(n)"]),
        ("n = 0", ["pass", "n = 1"]),
        ("n = 0.5", ["pass", "n = 1.5"]),
        ("n = True", ["pass", "n = False"]),
        ("n = None", ["pass", "n = 0"]),
        ("n = 'a'", ["pass", "n = 'aX'"]),
        ("n = f'a{b}'", ["pass", "n = f'aX{b}'"]),
        ("n = f'{b!r}'", ["pass", "n = f'{b}'"]),
        ("n = f'{b:.1f}'", ["pass", "n = f'{b}'"]),
        ("n = -a", ["pass", "n = a"]),
        ("n = not a", ["pass", "n = a"]),
        ("n = a + b", ["pass", "n = a - b"]),
        ("n = a // b", ["pass", "n = a * b"]),
        ("n += a", ["pass", "n -= a"]),
        ("n = a and b", ["pass", "n = a or b"]),
        ("n = a < b", ["pass", "n = a <= b"]),
        ("n = a == b != c", ["pass", "n = a != b != c", "n = a == b == c"]),
        ("n = a is None", ["pass", "n = a is not None"]),
        ("n = a if b else c", ["pass", "n = a if not b else c", "n = a if True else c"]),
        ("n = [a for a in b if a]", ["pass", "n = [a for a in b if not a]", "n = [a for a in b if True]"]),
        ("assert a", ["pass", "assert not a"]),
        (
            "if a:\n    b()",
            ["pass", "if not a:\n    b()", "if True:\n    b()", "if a:\n    pass"],
        ),
        (
            "if a in b:\n    c()",
            ["pass", "if a not in b:\n    c()", "if True:\n    c()", "if a in b:\n    pass"],
        ),
        (
            "while a < b:\n    c()",
            ["pass", "while a >= b:\n    c()", "while a <= b:\n    c()", "while a < b:\n    pass"],
        ),
        (
            "while not a:\n    break",
            ["pass", "while a:\n    break", "while not a:\n    pass"],
        ),
        (
            "with a, b:\n    c()\n    d()",
            ["pass", "c()\nd()", "with a, b:\n    pass\n    d()", "with a, b:\n    c()\n    pass"],
        ),
        (
            "try:\n    a()\nexcept E:\n    b()",
            [
                "pass",
                "a()",
                "try:\n    pass\nexcept E:\n    b()",
                "try:\n    a()\nexcept E:\n    pass",
            ],
        ),
        (
            "@a\n@b(c=d)\ndef f():\n    return g()",
            [
                "pass",
                "@b(c=d)\ndef f():\n    return g()",
                "@a\ndef f():\n    return g()",
                "@a\n@b()\ndef f():\n    return g()",
                "@a\n@b(c=d)\ndef f():\n    pass",
            ],
        ),
    ],
)
def test_a_change(source, broken):
    assert sorted(mutation.source for mutation in mutations(source)) == sorted(f"{text}\n" for text in broken)


@pytest.mark.parametrize(
    "source",
    [
        "import a\nfrom b import c",
        '"""What it is."""',
        'def f(a: int | None = b, *c: "str") -> None:\n    """What it does."""',
        'class C:\n    """What it is."""',
        "pass",
    ],
)
def test_code_that_is_never_changed(source):
    changed = {mutation.source for mutation in mutations(source)}

    assert changed <= {"pass\n"}  # a definition can be deleted


@pytest.mark.parametrize(
    ("call", "changes"),
    [
        ("st.button('Add')", []),
        ("st.sidebar.button('Add')", []),
        ("column.slider('Number', 0)", ["column.slider('Number', 1)"]),
        ("st.chat_input('Say')", []),
        ("st.button(f'Add {n + 1}')", ["st.button(f'Add {n - 1}')"]),
        ("st.text('Hello')", ["st.text('HelloX')"]),
        ("st.metric('Runs', n)", ["st.metric('RunsX', n)"]),
        ("st.form('form')", ["st.form('formX')"]),
        ("st.text_input('Name', 'Ann')", ["st.text_input('Name', 'AnnX')"]),
    ],
)
def test_labels_of_widgets_are_never_changed(call, changes):
    assert [mutation.changed for mutation in mutations(call) if mutation.changed != "pass"] == changes


def test_a_mutation_has_its_line_and_the_changed_code():
    first, *_, last = mutations(
        "import streamlit as st\n\nif a:  # why\n    st.button(\n        'Add', key='b'\n    )\n"
    )

    assert (first.line, first.what, first.changed) == (3, "deleted if a:", "pass")
    assert (last.line, last.what, last.changed) == (5, "changed 'b'", "st.button('Add', key='bX')")


def test_unbroken_is_the_same_program():
    assert unbroken("a = (1)  # one\n\nb = 2\n") == "a = 1\nb = 2\n"
