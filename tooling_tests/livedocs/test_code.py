"""Code as HTML has few elements."""

import re
from html import unescape

from livedocs.site.code import block


def code(text, *arguments, **options):
    return unescape(re.search(r"<code>(.*)</code>", block([text], *arguments, **options), re.DOTALL)[1])


def test_tokens_that_look_alike_are_one_element():
    assert code('st.text(f"a{b}" + c)\n', "python", "name") == (
        'st.text(f<span class="s2">"a{</span>b<span class="s2">}"</span> + c)\n'
    )
    assert code("if not None:\n", "python", "name") == ('<span class="k">if</span> <span class="k">not</span> None:\n')


def test_lines_are_highlighted_and_have_anchors():
    assert code("a\nb\nc\nd\n", "text", "name", hl_lines="1 3-4") == (
        '<span class="hll">a\n</span>b\n<span class="hll">c\n</span><span class="hll">d\n</span>'
    )
    assert code("a\nb\n", "text", "name", anchors={2: "there"}) == 'a\n<span id="there">b</span>\n'
