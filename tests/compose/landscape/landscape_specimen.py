"""A made landscape with every part: long and hostile names, no data, unsettled years, barred sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from theodolite.compose.landscape.view import (
    AgreementRow,
    BacktestRow,
    Basis,
    ChipRegion,
    ChipRow,
    ChipsView,
    DependenceView,
    DimensionView,
    Disagreement,
    DisagreementsView,
    Fact,
    ForecastPoint,
    ForecastView,
    GroupValue,
    IndicatorView,
    Landscape,
    ModelView,
    PairView,
    RankingView,
    RankRow,
    SourceView,
    TieRow,
    VintageRow,
)
from theodolite.model.scores import Vintage

HOSTILE = '<img src=x onerror=alert(1)>"\u202e=cmd'
LONG = "Nvidia Llama-3.1-Nemotron-Ultra-253B-v1 (reasoning, high effort, 128k context, 2025-04-07 snapshot)"
US, CN = "United States", "China"
BARRED = "barred/board"
SECRET = "Kept Back Index"
DAY = dt.date(2026, 8, 11)


def basis(source: str = "bureau/index", publishable: bool = True, file: str = "/home/x/index.csv") -> Basis:
    """What a made figure rests on."""
    return Basis(
        source=source,
        vintage=Vintage(file=file, sha256=("ab" if publishable else "cd") * 32, date=DAY),
        citation="Test Bureau (2026), An Index" if publishable else SECRET,
        licence="CC BY 4.0" if publishable else "none stated",
        publishable=publishable,
    )


GROUPS = {
    US: 109.1e9,
    CN: 9.29e9,
    "United Kingdom": 4.52e9,
    "European Union": 12.6e9,
    "Korea": 1.33e9,
    "United Arab Emirates and its free zones taken together": 1.84e9,
}


def over_time(**more: Any) -> IndicatorView:
    """Money by country and year; the last year is not settled."""
    values = tuple(
        GroupValue(
            group=g,
            period=str(year),
            value=top * (0.12 + 0.11 * (year - 2015)) * (1 + 0.2 * ((year * 7) % 3)),
            settled=year < 2024,
        )
        for g, top in GROUPS.items()
        for year in range(2015, 2025)
    )
    told: dict[str, Any] = {
        "id": "private-investment",
        "dimension": "capital",
        "title": "Private investment in AI",
        "unit": "US dollars",
        "kind": "quantity",
        "counting": "Announced rounds, constant US dollars of 2021",
        "definition": "Private investment in firms that make or use AI, rounds of 1.5 million and more.",
        "values": values,
        "basis": basis(),
        "sentence": "Private investment in the United States was nine times that of the next in 2023.",
        "growth": "The United States 1.2 times a year (90% limits 1.1 to 1.4) over 2015 to 2023.",
        "sensitivity": (
            ("current money", "104", "billion in 2023"),
            ("rounds of every size", "111", "billion"),
        ),
        "warnings": ("2024 is not settled",),
        "command": "theodolite indicator private-investment --data DATA",
    } | more
    return IndicatorView(**told)


def families() -> IndicatorView:
    """One period: bars."""
    numbers = {CN: 38210, US: 6276, "Korea": 4155, "Japan": 3409, "India": 1350}
    return over_time(
        id="patent-families",
        title="Patent families in generative AI",
        unit="families",
        growth=None,
        counting="Families by the inventor's address, full counting",
        sensitivity=(),
        warnings=(),
        definition="Families first published 2014 to 2023.",
        sentence="China has six times as many families as the United States.",
        values=tuple(
            GroupValue(
                group=g,
                period="2014 to 2023",
                value=float(v),
                share=v / 54000,
                n=v,
                low=v * 0.97 if g == CN else None,
                high=v * 1.04 if g == CN else None,
                settled=g != "India",
            )
            for g, v in numbers.items()
        ),
    )


def compute() -> IndicatorView:
    """Values over many orders of magnitude, with limits."""
    return over_time(
        id="training-compute",
        dimension="compute",
        title="Training compute of the largest model",
        unit="FLOP",
        kind="quantity",
        growth="4.6 times a year",
        sensitivity=(),
        warnings=(),
        counting="The largest of each year",
        definition="FLOP of the final training run.",
        sentence="The largest run of 2025 took about 5e26 FLOP.",
        values=tuple(
            GroupValue(
                group=g,
                period=str(y),
                value=10 ** (19 + (y - 2015) * k),
                low=10 ** (18.7 + (y - 2015) * k),
                high=10 ** (19.3 + (y - 2015) * k),
            )
            for g, k in ((US, 0.75), (CN, 0.66))
            for y in range(2015, 2026)
        ),
    )


def quality(**more: Any) -> IndicatorView:
    """A share with limits: quality, never in one picture with quantity."""
    return over_time(
        **{
            "id": "top-papers",
            "dimension": "patents_papers",
            "title": "Share of the most cited papers",
            "unit": "share",
            "kind": "quality",
            "counting": "Top 1% by citations, fractional",
            "growth": None,
            "definition": "Of the papers of a year, those among the most cited hundredth.",
            "sentence": "China's share passed that of the United States in 2021.",
            "sensitivity": (),
            "values": tuple(
                GroupValue(
                    group=g,
                    period=str(y),
                    value=a + b * (y - 2016),
                    low=a + b * (y - 2016) - 0.02,
                    high=a + b * (y - 2016) + 0.02,
                    settled=y < 2024,
                )
                for g, a, b in ((US, 0.42, -0.02), (CN, 0.15, 0.03), (HOSTILE, 0.05, 0.0))
                for y in range(2016, 2026)
            ),
        }
        | more
    )


def empty() -> IndicatorView:
    """Defined, with its source's public shape, and no data."""
    return over_time(
        id="researchers",
        title="Researchers by country of work",
        unit="persons",
        values=(),
        basis=None,
        sentence=None,
        no_data="its publisher gives the figures as pictures only",
        growth=None,
        sensitivity=(),
        warnings=(),
        counting="Authors, by affiliation",
        definition="Authors of three papers and more in three years.",
        source_title="A Talent Tracker",
        source_address="https://example.org/talent",
        shape=(("country", "of the affiliation"), ("year", "of publication"), ("authors", "count")),
        command=None,
    )


def barred_indicator() -> IndicatorView:
    """From a source that may not be published."""
    return over_time(
        id="kept-back",
        title="Votes on a board",
        values=(GroupValue(group=US, period="2025", value=424242.0),),
        basis=basis(BARRED, False),
        sentence=f"{SECRET} says 424,242.",
        growth=None,
        unit="vote",
        sensitivity=(),
        warnings=(f"{SECRET} is young",),
        command=f"theodolite indicator --source {BARRED}",
    )


def dimensions() -> tuple[DimensionView, ...]:
    """Four dimensions."""
    return (
        DimensionView(
            id="capability", title="Capability", about="What models can do.", indicators=(barred_indicator(),)
        ),
        DimensionView(
            id="capital", title="Capital", about="Money that goes in.", indicators=(over_time(), empty())
        ),
        DimensionView(
            id="patents_papers",
            title="Patents and papers",
            about="What is written and claimed.",
            indicators=(families(), quality()),
        ),
        DimensionView(
            id="compute", title="Compute", about="Chips and training runs.", indicators=(compute(),)
        ),
    )


def rank_rows(n: int = 60) -> tuple[RankRow, ...]:
    """Models with ranks, the third with a long name and the fifth with a hostile one."""
    names = {2: LONG, 4: HOSTILE, 5: "深度求索 V4 思考版"}
    return tuple(
        RankRow(
            model=names.get(k, f"Model {k + 1}"),
            side=US if k % 3 else CN,
            openness="open" if k % 2 else "closed",
            date=dt.date(2024, 1, 1) + dt.timedelta(days=14 * (n - k)),
            level=159.0 - 0.6 * k,
            low=157.4 - 0.6 * k,
            high=160.8 - 0.6 * k,
            rank=k + 1,
            rank_low=max(1, k - 2 - k // 10),
            rank_high=k + 4 + k // 6,
            p_first=0.62 / (1 + 3 * k) if k < 8 else 0.0,
        )
        for k in range(n)
    )


def arena(row: RankRow) -> RankRow:
    """The same model on the second measure."""
    at = 1480 - 4.0 * row.rank
    return replace(row, level=at, low=at - 9, high=at + 9)


def rankings(n: int = 60) -> tuple[RankingView, ...]:
    """Two measures that may be published and one that may not."""
    return (
        RankingView(
            measure="Test Index",
            unit="point",
            as_of=DAY,
            rows=rank_rows(n),
            basis=basis(),
            interval_method="500 paired draws, benchmark sampling only",
            command="theodolite rank --data DATA",
        ),
        RankingView(
            measure="Second Arena",
            unit="rating point",
            as_of=DAY,
            basis=basis("arena/board"),
            rows=tuple(arena(r) for r in rank_rows(min(n, 40))),
            interval_method="limits as published",
        ),
        RankingView(
            measure=SECRET,
            unit="vote",
            as_of=DAY,
            basis=basis(BARRED, False),
            interval_method="none",
            rows=(
                replace(
                    rank_rows(1)[0],
                    level=424242.0,
                    low=None,
                    high=None,
                    rank_low=None,
                    rank_high=None,
                    p_first=None,
                ),
            ),
        ),
    )


def models(n: int = 12) -> tuple[ModelView, ...]:
    """Models of the registry; the last is known to the barred source alone."""
    rows = rank_rows(max(n, 60))
    found = []
    for k in range(n):
        row = rows[k]
        facts = [
            Fact(
                field="date: announced",
                value=row.date.isoformat(),
                source="bureau/index",
                vintage_file="/home/x/index.csv",
                line=k + 2,
            ),
            Fact(
                field="date: announced",
                value=(row.date + dt.timedelta(days=k)).isoformat(),
                source="arena/board",
                vintage_file="board.csv",
            ),
            Fact(field="country", value=row.side, source="bureau/index", vintage_file="index.csv"),
            Fact(
                field="price in",
                value=f"{0.1 * k:.2f} US dollars",
                source="prices/panel",
                vintage_file="p.json",
            ),
        ]
        if k == 3:
            facts.append(
                Fact(field="country", value="nowhere, says " + SECRET, source=BARRED, vintage_file="b.csv")
            )
        found.append(
            ModelView(
                id=f"model-{k + 1}" if k != 4 else HOSTILE,
                name=row.model,
                family="Family",
                organisation="Example Lab" if k % 2 else None,
                side=row.side,
                openness=row.openness,
                date=row.date if k != 6 else None,
                names=(row.model, f"vendor/model-{k + 1}"),
                facts=tuple(facts),
                levels=(("Test Index", row), ("Second Arena", arena(row)), (SECRET, rankings(1)[2].rows[0])),
                built_on=("Model 2",) if k == 7 else (),
                base_of=("Model 8", "Some other") if k == 1 else (),
            )
        )
    only = Fact(field="date", value="2025-01-01", source=BARRED, vintage_file="b.csv")
    found.append(
        ModelView(
            id="secret-model",
            name="Secret Model",
            family=None,
            organisation=None,
            side=None,
            openness=None,
            date=None,
            names=("Secret Model",),
            facts=(only,),
        )
    )
    return tuple(found)


def disagreements() -> DisagreementsView:
    """A summary, and cases in days, in times and in words."""

    def fact(value: str, source: str) -> Fact:
        return Fact(field="date", value=value, source=source, vintage_file="/home/x/f.csv", line=7)

    days = tuple(
        Disagreement(
            model=m,
            field="date: announced",
            first=fact("2025-01-01", "bureau/index"),
            second=fact("2025-06-01", "arena/board"),
            size=float(s),
            unit="days",
        )
        for m, s in ((LONG, 151), ("Model 2", 40), (HOSTILE, 9))
    )
    return DisagreementsView(
        models=812,
        in_two_sources=344,
        shown=50,
        summary=(
            AgreementRow(
                field="date: announced",
                first="bureau/index",
                second="arena/board",
                n=120,
                agree=61,
                within_week=84,
                within_month=101,
                median_difference=3.0,
                unit="days",
            ),
            AgreementRow(
                field="country",
                first="bureau/index",
                second="prices/panel",
                n=88,
                agree=86,
                within_week=None,
                within_month=None,
                median_difference=None,
                unit=None,
            ),
            AgreementRow(
                field="country",
                first="bureau/index",
                second=BARRED,
                n=7,
                agree=1,
                within_week=None,
                within_month=None,
                median_difference=None,
                unit=None,
            ),
        ),
        cases=(
            *days,
            Disagreement(
                model="Model 3",
                field="price in",
                first=fact("0.10", "prices/panel"),
                second=fact("0.30", "arena/board"),
                size=3.0,
                unit="times",
            ),
            Disagreement(
                model="Model 9",
                field="country",
                first=fact(CN, "bureau/index"),
                second=fact("Singapore", "prices/panel"),
                size=None,
                unit=None,
            ),
            Disagreement(
                model="Model 9",
                field="country",
                first=fact(CN, "bureau/index"),
                second=fact(SECRET, BARRED),
                size=None,
                unit=None,
            ),
        ),
        command="theodolite disagreements --data DATA",
        warnings=("something to bear in mind", f"{BARRED}: of 7 names 2 were re-dated"),
    )


CHIPS = (
    ("NVIDIA A100 80 GB", 4992, 826, 600, "3A090.a"),
    ("NVIDIA H100 SXM", 15832, 814, 900, "3A090.a"),
    ("NVIDIA H20", 2368, 814, 900, "below"),
    ("NVIDIA L20", 1912, 609, None, "below"),
    ("NVIDIA L2", 1544, None, None, "below"),
    ("NVIDIA L40", 2896, 608, None, "3A090.b"),
    ("NVIDIA GeForce RTX 4090", 5285, 608, None, "3A090.a"),
    ("Huawei Ascend 910B", 6016, None, None, "3A090.a"),
    ("Huawei Ascend 910C", 12800, None, None, "3A090.a"),
    (HOSTILE, 2500, None, None, "unknown"),
)


def chips() -> ChipsView:
    """Two sets of rules over ten chips; the second has regions."""
    rows = tuple(
        ChipRow(
            chip=c,
            maker=c.split()[0],
            released=dt.date(2022, 3, 1),
            tpp=float(t),
            die_mm2=float(d) if d else None,
            performance_density=t / d if d else None,
            interconnect_gb_s=float(i) if i else None,
            cls=cls,
            why=f"TPP {t}",
            unknown_because="the die's area is not known" if cls == "unknown" else None,
        )
        for c, t, d, i, cls in CHIPS
    )
    inf = None
    regions = (
        ChipRegion(cls="3A090.a", tpp_from=4800),
        ChipRegion(cls="3A090.a", tpp_from=1600, tpp_to=4800, density_from=5.92),
        ChipRegion(cls="3A090.b", tpp_from=2400, tpp_to=4800, density_from=1.6, density_to=5.92),
        ChipRegion(cls="3A090.b", tpp_from=1600, tpp_to=2400, density_from=3.2, density_to=5.92),
    )
    return ChipsView(
        rules=(
            (
                "October 2022",
                dt.date(2022, 10, 7),
                dt.date(2023, 11, 16),
                "600 GB/s and bits times TOPS of 4800 and more",
                "https://example.org/2022",
            ),
            (
                "October 2023",
                dt.date(2023, 11, 17),
                inf,
                "TPP and performance density",
                "javascript:alert(1)",
            ),
        ),
        by_rule={
            "October 2022": tuple(
                replace(
                    r, cls="3A090" if (r.interconnect_gb_s or 0) >= 600 and (r.tpp or 0) >= 4800 else "below"
                )
                for r in rows
            ),
            "October 2023": rows,
        },
        basis=basis("bureau/chips"),
        regions={"October 2023": regions},
        warnings=("sizes of 4 chips are not known",),
        command="theodolite chips --on 2023-11-17",
    )


def dependence() -> tuple[DependenceView, ...]:
    """Declared ties over four years both ways, and claimed ones in one."""

    def row(a: str, b: str, period: str, ties: int, n: int) -> TieRow:
        p = ties / n
        return TieRow(
            builder=a,
            base=b,
            period=period,
            ties=ties,
            releases=n,
            unresolved=3,
            share=p,
            low=max(0.0, p - 0.08),
            high=min(1.0, p + 0.1),
        )

    declared = tuple(
        row(a, b, str(y), k + (y - 2022) * step, 60)
        for a, b, k, step in ((CN, US, 20, -3), (US, CN, 1, 5))
        for y in range(2022, 2026)
    )
    claimed = (row(CN, US, "2025", 4, 9), replace(row(US, CN, "2025", 1, 9), share=None, low=None, high=None))
    return (
        DependenceView(
            first=CN,
            second=US,
            kind="models",
            evidence="declared",
            rows=declared,
            basis=basis(),
            examples=(
                ("Model 8", "Model 2", "bureau/index"),
                ("Secret Model", "Model 1", f"{BARRED}, line 7"),
            ),
        ),
        DependenceView(
            first=CN, second=US, kind="models", evidence="claimed", rows=claimed, examples=(), basis=None
        ),
    )


def forecasts() -> tuple[ForecastView, ...]:
    """One fan with its backtest."""
    history = tuple((dt.date(2023, 3, 1) + dt.timedelta(days=110 * k), 118 + 4.0 * k) for k in range(11))
    points = tuple(
        ForecastPoint(
            day=dt.date(2026, 8, 11) + dt.timedelta(days=30 * m),
            months=float(m),
            median=159 + 1.1 * m,
            low50=158.5 + 0.8 * m,
            high50=160 + 1.5 * m,
            low90=158 + 0.3 * m,
            high90=161 + 2.2 * m,
        )
        for m in (3, 6, 12)
    )
    backtest = tuple(
        BacktestRow(method=m, months=h, n=24, mae=e * 1.3, crps=e, coverage90=c, coverage50=c - 0.4)
        for m, h, e, c in (
            ("random walk", 3, 2.43, 0.56),
            ("random walk", 12, 5.59, 0.77),
            ("growth with breaks", 3, 2.1, 0.9),
            ("growth with breaks", 12, 4.9, 0.88),
        )
    )
    return (
        ForecastView(
            measure="Test Index",
            unit="point",
            side=US,
            made_for=DAY,
            history=history,
            points=points,
            backtest=backtest,
            method="growth with breaks, refitted at each cut-off",
            basis=basis(),
            command="theodolite forecast --data DATA",
        ),
    )


def sources() -> tuple[SourceView, ...]:
    """Four publishers' tables, one barred."""

    def one(name: str, publish: bool = True) -> SourceView:
        return SourceView(
            id=name,
            title=f"A table of {name}" if publish else SECRET,
            producer="Test Bureau",
            licence="CC BY 4.0" if publish else "none stated",
            licence_address="https://example.org/licence",
            address="https://example.org/",
            download="javascript:alert(1)",
            citation="Test Bureau (2026)",
            publish=publish,
            fields=(("score", "number", "point", f"the level {HOSTILE}"),),
            faults=("17 rows lack a country",),
            repairs=(("Model 3", "country: blank", "country: China", "its card says so"),),
            vintages=tuple(
                VintageRow(
                    file=f"/home/x/index_{k}.csv",
                    sha256=f"{k}" * 64,
                    date=dt.date(2026, k, 1),
                    rows=200 + 9 * k,
                    pulled=f"2026-0{k}-02" if k > 1 else None,
                    in_force_from=f"2026-0{k}-02",
                )
                for k in (1, 2, 7)
            ),
        )

    return (one("bureau/index"), one("arena/board"), one("prices/panel"), one(BARRED, publish=False))


def pairs(report: Any) -> tuple[PairView, ...]:
    """Two pairs; the first on two measures of capability, on compute and on a barred one."""
    levels = {
        "leader": [("A 1", "2025-01-10", 120.0), ("A 2", "2025-05-10", 128.0), ("A 3", "2026-01-10", 136.0)],
        "follower": [("C 1", "2025-03-10", 112.25), ("C 2", "2025-11-10", 129.5)],
    }
    drawn = {k: [{"model": m, "date": d, "level": v} for m, d, v in rows] for k, rows in levels.items()}
    steps = {k: [{**p, "level": 10 ** (p["level"] / 5)} for p in rows] for k, rows in drawn.items()}
    second = report(
        vertical_gap={"estimate": 23.0, "low": 11.0, "high": 35.0, "censored": None},
        frontiers=drawn,
        forward_lag_months={"estimate": 9.0, "low": 6.0, "high": None, "censored": "right"},
    )
    on_compute = report(
        vertical_gap={"estimate": 4e26, "low": None, "high": None, "censored": None}, frontiers=steps
    )
    hidden = report(backward_lag_months={"estimate": 4.2424, "low": 4.1, "high": 4.3, "censored": None})
    return (
        PairView(
            leader=US,
            follower=CN,
            reports=(
                ("Test Index", "point", report(), basis()),
                ("Second Arena", "rating point", second, basis("arena/board")),
                ("Training compute", "FLOP", on_compute, basis("bureau/compute")),
                (SECRET, "vote", hidden, basis(BARRED, False)),
            ),
            not_measured=(("Task horizons", "fewer than five scored models of China"),),
        ),
        PairView(
            leader="closed",
            follower="open",
            reports=(
                ("Test Index", "point", report(leader="closed", follower="open", frontiers=drawn), basis()),
            ),
            not_measured=(("Second Arena", "no openness in this source"),),
        ),
    )


def landscape(report: Any, *, size: int = 12, **more: Any) -> Landscape:
    """All of it."""
    told: dict[str, Any] = {
        "dimensions": dimensions(),
        "rankings": rankings(),
        "models": models(size),
        "chips": chips(),
        "disagreements": disagreements(),
        "dependence": dependence(),
        "forecasts": forecasts(),
        "sources": sources(),
        "pairs": pairs(report),
    } | more
    return Landscape(**told)
