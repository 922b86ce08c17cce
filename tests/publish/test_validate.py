"""A site with a fault is not written."""

from __future__ import annotations

import pytest

from theodolite.compose import compose_site
from theodolite.model.site import ChartFile, Site
from theodolite.publish import UnsoundSiteError, publish
from theodolite.publish.validate import faults

GOOD = '<!doctype html><title>t</title><h1 id="a">x</h1>'


def found(body: str, **more: str) -> list[str]:
    return faults(
        Site(files={"index.html": GOOD + body, **{k.replace("__", "."): v for k, v in more.items()}})
    )


def test_a_sound_page_has_no_fault():
    assert (
        found(
            '<a href="#a">1</a><a href="other.html#b">2</a><a href="https://example.org/">3</a>',
            other__html='<title>o</title><p id="b">',
        )
        == []
    )


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="gone.html">x</a>', "no page of the site"),
        ('<a href="#gone">x</a>', "nothing has that id"),
        ('<a href="javascript:alert(1)">x</a>', "no page of the site"),
        ('<a href="/etc/passwd">x</a>', "no page of the site"),
        ('<a href="javascript://host/%0aalert(1)">x</a>', "no page of the site"),
        ('<a href="../up.html">x</a>', "no page of the site"),
        ("<script>alert(1)</script>", "a script in its text"),
        ('<script src="https://example.org/x.js"></script>', "no file of the site"),
        ('<img src="https://example.org/x.png" alt="x">', "no file of the site"),
        ('<img src="index.html">', "a picture without words"),
        ('<link rel="stylesheet" href="//cdn.example/x.css">', "no file of the site"),
        ('<p onclick="x()">', "the attribute onclick"),
        ('<p style="color:red">', "the attribute style"),
        ('<iframe src="index.html"></iframe>', "<iframe>"),
        ('<meta http-equiv="Refresh" content="0;url=https://example.org">', "elsewhere"),
        ('<base href="https://example.org/">', "<base>"),
        ('<p id="a">', "stands twice"),
        ('<data data-figure="k" value="1">1</data>', "not in the store"),
    ],
)
def test_faults(body, fault):
    assert any(fault in f for f in found(body)), found(body)


def test_a_figure_that_differs_from_the_store_is_a_fault():
    page = GOOD + '<data data-figure="k" value="1.0">1</data>'
    sound = Site(files={"index.html": page}, figures={"k": ("1.0", "1")})
    assert faults(sound) == []
    assert (
        "shows '1', the store has '2'"
        in faults(Site(files={"index.html": page}, figures={"k": ("2.0", "2")}))[0]
    )


@pytest.mark.parametrize(
    "name", ["../up.html", "/abs.html", "a b.html", "a/../b.html", ".hidden.html", "x\u202e.html"]
)
def test_file_names_that_leave_the_folder_or_hide_are_faults(name):
    assert any("not a file name" in f for f in faults(Site(files={"index.html": GOOD, name: GOOD})))


def test_names_that_differ_only_in_case_are_a_fault():
    assert any(
        "case does not count" in f for f in faults(Site(files={"index.html": GOOD, "Index.html": GOOD}))
    )


def test_a_site_without_a_front_page_is_a_fault():
    assert faults(Site(files={"a.html": GOOD})) == ["index.html: missing"]


def test_the_specimen_is_sound_and_a_broken_one_is_not_written(specimen, tmp_path):
    site = compose_site(specimen.view())
    assert faults(site) == []
    broken = Site(
        files={**site.files, "gap.html": site.files["gap.html"] + "<script>1</script>"},
        charts=site.charts,
        figures=site.figures,
    )
    with pytest.raises(UnsoundSiteError, match="a script in its text"):
        publish(broken, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_chart_that_cannot_be_drawn_writes_nothing(tmp_path):
    bad = ChartFile(name="c", specs={"light": {"mark": "nonsense"}}, csv="a\n")
    with pytest.raises(ValueError):
        publish(Site(files={"index.html": GOOD}, charts=(bad,)), tmp_path / "out")
    assert not (tmp_path / "out").exists()
