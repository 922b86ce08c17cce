"""The published specimen in a real headless Chromium, opened from the file system."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from browsing import CONTRAST, COVERED, NEEDED, OVERFLOW, look
from specimen_stories import stories

from theodolite.compose import compose_site
from theodolite.publish import publish

pytestmark = NEEDED

PAGES = (
    "index.html",
    "said.html",
    "gap.html",
    "claims.html",
    "beliefs/index.html",
    "documents/index.html",
    "documents/speech.html",
    "documents/dispatch.html",
    "sources.html",
    "method.html",
    "not-read.html",
    "landscape.html",
    "dimensions/capital.html",
    "dimensions/patents_papers.html",
    "dimensions/compute.html",
    "pairs/united-states-china.html",
    "pairs/closed-open.html",
    "ranks.html",
    "models/index.html",
    "models/model-3.html",
    "models/model-4.html",
    "sources/bureau--index.html",
    "disagreements.html",
    "chips.html",
    "dependence.html",
    "forecast.html",
    "corrections.html",
    "precision.html",
    "stories/index.html",
    "stories/largest.html",
    "stories/a1.html",
    "stories/b1.html",
)

GRAPHICS = """
const linear = (x) => { x /= 255; return x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4; };
const lum = (c) => { const v = c.match(/[\\d.]+/g).slice(0, 3).map((x) => linear(Number(x)));
  return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
const paper = lum(getComputedStyle(document.body).backgroundColor);
const bad = new Set(); // every mark that carries meaning and stands out less than 3 to 1
let seen = 0;
const kinds = [".mark", ".bar", ".hollow", ".hatch", ".upright"].map((kind) => ".plot " + kind);
for (const e of document.querySelectorAll(kinds.join(","))) {
  const style = getComputedStyle(e);
  const drawn = style.stroke === "none" ? style.fill : style.stroke;
  const a = lum(drawn), ratio = (Math.max(a, paper) + .05) / (Math.min(a, paper) + .05);
  seen += 1;
  if (ratio < 3) bad.add(e.getAttribute("class") + " " + ratio.toFixed(2));
}
return [seen, [...bad]];
"""


@pytest.fixture(scope="module")
def site(specimen, made, tmp_path_factory):
    view = specimen.view(private=True, landscape=made.landscape(specimen.report))
    view = replace(view, record=specimen.record(view), stories=stories(view.documents))
    return publish(compose_site(view), tmp_path_factory.mktemp("browser") / "site").parent


def every_page(site):
    made = (p for folder in ("beliefs", "findings", "speakers") for p in (site / folder).glob("*.html"))
    more = sorted(p.relative_to(site).as_posix() for p in made)
    return [*PAGES, *(p for p in more if p not in PAGES)]


def test_no_error_on_the_console_and_no_request_leaves_the_machine(browser, site):
    look(browser, 1280)
    browser.get_log("performance")
    for page in every_page(site):
        browser.get((site / page).as_uri())
        assert browser.get_log("browser") == [], page
        pictures = browser.execute_script(
            "return Array.from(document.images).map((i) => [i.currentSrc, i.naturalWidth])"
        )
        assert all(width > 0 for _, width in pictures), page
    events = [json.loads(e["message"])["message"] for e in browser.get_log("performance")]
    asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
    assert len(asked) > len(PAGES)
    assert all(url.startswith("file:") for url in asked), asked


def test_the_style_and_the_script_are_allowed_and_inline_script_is_not(browser, site):
    look(browser, 1280)
    browser.get((site / "claims.html").as_uri())
    assert (
        browser.execute_script("return getComputedStyle(document.querySelector('.filters')).display")
        == "flex"
    )
    ran = browser.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        "document.body.append(s); return window.ran === 1"
    )
    assert ran is False
    browser.get_log("browser")


def shown(browser):
    return browser.execute_script(
        "return Array.from(document.querySelectorAll('#claims > li')).filter((i) => !i.hidden)"
        ".map((i) => i.dataset.kind + ' ' + i.dataset.verdict)"
    )


def test_the_filters_filter_and_say_how_many(browser, site):
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.select import Select

    browser.get((site / "claims.html").as_uri())
    everything = shown(browser)
    assert len(everything) == 12
    Select(browser.find_element(By.NAME, "kind")).select_by_value("quantity")
    assert shown(browser) == ["quantity not-held"]
    count = browser.find_element(By.ID, "count")
    assert count.text == "1 of 12 claims" and count.get_attribute("aria-live") == "polite"
    assert browser.current_url.endswith("#kind=quantity")
    browser.find_element(By.CSS_SELECTOR, "button[type=reset]").click()
    browser.execute_async_script("setTimeout(arguments[0], 50)")
    assert shown(browser) == everything
    browser.find_element(By.NAME, "q").send_keys("落后")
    assert len(shown(browser)) == 1


def test_the_address_keeps_the_filters(browser, site):
    browser.get("about:blank")
    browser.get((site / "claims.html").as_uri() + "#verdict=not-checkable&side=China")
    found = shown(browser)
    assert found and all(v.endswith("not-checkable") for v in found)
    browser.get("about:blank")
    browser.get((site / "claims.html").as_uri() + "#verdict=%3Cscript%3E&q=%22onerror")
    assert browser.get_log("browser") == []


def test_without_script_every_claim_is_listed(browser, site):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get((site / "claims.html").as_uri())
        assert len(shown(browser)) == 12
        assert (
            browser.execute_script("return getComputedStyle(document.getElementById('filters')).display")
            == "none"
        )
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_keyboard_reaches_the_filter_and_works_it(browser, site):
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    browser.get("about:blank")
    browser.get((site / "claims.html").as_uri())
    first = browser.switch_to.active_element
    first.send_keys(Keys.TAB)
    assert browser.switch_to.active_element.text == "Skip to the content"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    browser.switch_to.active_element.send_keys(Keys.TAB)
    assert browser.switch_to.active_element.text == "To the list and its filters"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    for _ in range(2):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        if browser.switch_to.active_element.get_attribute("name") == "kind":
            break
    active = browser.switch_to.active_element
    assert active.get_attribute("name") == "kind", "three steps after the skip link"
    outline = browser.execute_script("return getComputedStyle(arguments[0]).outlineStyle", active)
    assert outline == "solid"
    active.send_keys("q")
    assert browser.find_element(By.ID, "count").text == "1 of 12 claims"


def test_the_quote_link_lands_on_the_marked_sentence(browser, site):
    from selenium.webdriver.common.by import By

    look(browser, 1280, height=420)
    browser.get((site / "claims.html").as_uri())
    quotes = browser.find_elements(By.CSS_SELECTOR, "#claims blockquote a")
    wanted = next(q for q in quotes if q.text == "Copies are a year behind")
    browser.execute_script("arguments[0].click()", wanted)
    target = browser.find_element(By.CSS_SELECTOR, ":target")
    assert target.tag_name == "mark" and target.text.endswith("Copies are a year behind")
    box = browser.execute_script(
        "const r = arguments[0].getBoundingClientRect(); return [r.top, r.bottom, innerHeight]", target
    )
    assert box[0] >= 0 and box[1] <= box[2], "the sentence is in view"
    plain = browser.find_element(By.CSS_SELECTOR, "mark:not(:target)")
    colour = "return getComputedStyle(arguments[0]).backgroundColor"
    assert browser.execute_script(colour, target) != browser.execute_script(colour, plain)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_has_readable_contrast(browser, site, dark):
    look(browser, 1280, dark)
    for page in (*PAGES, every_page(site)[len(PAGES)], every_page(site)[-1]):
        browser.get((site / page).as_uri())
        seen, bad = browser.execute_script(CONTRAST)
        assert seen > 10 and bad == [], page


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_mark_of_a_small_picture_stands_out(browser, site, dark):
    look(browser, 1280, dark)
    for page in (
        "dimensions/capital.html",
        "dimensions/patents_papers.html",
        "ranks.html",
        "disagreements.html",
    ):
        browser.get((site / page).as_uri())
        seen, bad = browser.execute_script(GRAPHICS)
        assert seen > 10 and bad == [], page


@pytest.mark.parametrize("width", [320, 1280])
def test_no_words_of_a_small_picture_meet(browser, site, width):
    look(browser, width)
    for page in PAGES:
        browser.get((site / page).as_uri())
        assert browser.execute_script(COVERED) == [], page


def listed(browser):
    return browser.execute_script(
        "return Array.from(document.querySelectorAll('#models tbody > tr')).filter((r) => !r.hidden)"
        ".map((r) => r.cells[0].textContent)"
    )


def test_the_models_are_filtered_by_their_cells(browser, site):
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.select import Select

    look(browser, 1280)
    browser.get((site / "models/index.html").as_uri())
    assert len(listed(browser)) == 13
    Select(browser.find_element(By.NAME, "side")).select_by_value("China")
    Select(browser.find_element(By.NAME, "year")).select_by_value("2025")
    assert listed(browser) == ["Model 10"]
    assert browser.find_element(By.ID, "count").text == "1 of 13 models"
    browser.find_element(By.CSS_SELECTOR, "button[type=reset]").click()
    browser.execute_async_script("setTimeout(arguments[0], 50)")
    browser.find_element(By.NAME, "q").send_keys("nemotron")
    assert len(listed(browser)) == 1


def test_dark_mode_shows_the_dark_chart_and_narrow_the_narrow_one(browser, site):
    picked = []
    for width, dark in ((1280, False), (1280, True), (390, False), (390, True)):
        look(browser, width, dark)
        browser.get((site / "said.html").as_uri())
        picked.append(browser.execute_script("return document.images[0].currentSrc").rsplit("/", 1)[1])
    assert picked == ["said.svg", "said.dark.svg", "said.narrow-light.svg", "said.narrow-dark.svg"]


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_is_wider_than_a_phone(browser, site, width):
    look(browser, width)
    for page in every_page(site):
        browser.get((site / page).as_uri())
        over, out = browser.execute_script(OVERFLOW)
        assert over <= 0 and out == [], page
