"""What is told of a story: the headline most told by whom most is trusted, names, days, origins."""

from __future__ import annotations

from tellings import gold, telling

from theodolite.model.story import Grouped
from theodolite.resolve.stories import described, grouped


def test_the_headline_is_central_and_from_who_did_it() -> None:
    told = [
        telling("forum", "Huawei Ascend 950 roadmap chips out", kind="forum"),
        telling("blog", "What I had for lunch", kind="blog"),
        telling("official", "Huawei shows Ascend 950 roadmap", kind="official"),
        telling("zh", "华为公布芯片950路线图", language="zh", kind="press"),
    ]
    group = Grouped(id="forum", members=tuple(t.id for t in told))
    (story,) = described([group], {t.id: t for t in told}, {"forum": 2})
    assert [h.document for h in story.headlines] == ["official", "zh"]
    assert story.headline is not None and story.headline.title == "Huawei shows Ascend 950 roadmap"
    assert ("Huawei", 2) in story.names
    assert ("China", 3) in story.sides
    assert story.origins == 2


def test_regions_and_scripts_are_one_language() -> None:
    told = [
        telling("a", "华为发布昇腾950", language="zh-CN"),
        telling("b", "華為發佈昇騰950", language="zh-Hant"),
    ]
    (story,) = described(grouped(told), {t.id: t for t in told})
    assert story.languages == ("zh",) and len(story.headlines) == 1


def test_a_story_without_titles_has_no_headline() -> None:
    untitled = telling("a", None, "Some text.")
    (story,) = described(grouped([untitled]), {"a": untitled})
    assert story.headline is None and story.headlines == () and story.origins is None


def test_days_publishers_and_kinds_are_those_of_the_documents() -> None:
    told, truth = gold()
    known = {t.id: t for t in told}
    for story in described(grouped(told), known):
        own = [known[d] for d in story.documents]
        assert (story.first, story.last) == (min(t.day for t in own), max(t.day for t in own))
        assert set(story.publishers) == {t.publisher for t in own}
        assert {h.language for h in story.headlines} == {t.language for t in own}
    assert set(truth) == set(known)
