from __future__ import annotations

import pytest

from theodolite.read.html import text_of


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("plain words", "plain words"),
        ("<p>One  two\n three</p><p>Four</p>", "One two three\nFour"),
        ("<p>So <b>they</b> <i>say</i>.</p>", "So they say."),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>", "One\nTwo\nThree"),
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td></td><td>3</td></tr></table>",
            "A | B\n1 | | 3",
        ),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("a<script>b</script>c<style>d</style>e", "ace"),
        ("<p>&lt;b&gt; &amp;amp; &#0;&#1;x</p>", "<b> &amp; x"),
        ("<p>It&#39;s &#8217;so&#x2019; &#x1F600;&#65;&#0065;&#x1;&#31;&#12;&#9;.</p>", "It's ’so’ 😀AA ."),
        ("<div>a<div>b</div>c</div>d", "a\nb\nc\nd"),
        ("", ""),
        ("<!-- a -->", ""),
        ("<textarea>a</textarea><select><option>b</select>", ""),
    ],
)
def test_visible_text(markup: str, expected: str) -> None:
    assert text_of(markup, "x") == expected
