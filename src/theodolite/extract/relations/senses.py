"""Which verb states which tie, and in which places its parties stand.

A sense is read as "SUBJECT PREDICATE OBJECT". Places: `agents` who does it, `patients` what it is done to,
`recipients` whom it is given, or a preposition ("with"), tried in order; `things`: the object may be a common
noun of the field ("chips"), not only a name; `models`: it must be a listed model.
"""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.model.claim import Predicate


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a verb."""

    predicate: Predicate
    subject: tuple[str, ...] = ("agents",)
    object: tuple[str, ...] = ("patients",)
    things: bool = False
    models: bool = False


def _senses(sense: Sense, verbs: str) -> dict[str, Sense]:
    return {verb.replace("_", " "): sense for verb in verbs.split()}


_WITH = ("with", "alongside")
_FROM = ("from", "off")

VERBS: dict[str, Sense] = {
    **_senses(
        Sense("funds"),
        "fund back finance bankroll sponsor subsidise subsidize underwrite seed capitalise capitalize endow "
        "co-fund co-finance part-fund part-finance bail_out recapitalise recapitalize",
    ),
    **_senses(Sense("funds", object=("in", "into")), "invest reinvest co-invest buy_into"),
    **_senses(
        Sense("develops", things=True),
        "develop release launch unveil introduce build create make design produce manufacture open-source "
        "opensource debut construct engineer pioneer roll_out put_out bring_out fabricate co-develop "
        "showcase preview commercialise commercialize train pretrain pre-train ship invent reveal announce "
        "craft architect churn_out crank_out turn_out cook_up pump_out push_out unleash mass-produce "
        "prototype assemble perfect post-train retrain refine tape_out trot_out "
        "concoct conceive devise fashion hatch spawn demo upload modernise modernize "
        "spin_up dream_up come_up_with let_loose",
    ),
    **_senses(
        Sense("develops", models=True),
        "publish present show show_off market tout host maintain issue update upgrade "
        "field drop author code program outline",
    ),
    **_senses(Sense("develops", object=("on",), things=True), "work"),
    **_senses(Sense("develops", object=("in",), things=True), "specialise specialize"),
    **_senses(Sense("develops", object=("with",), things=True), "come_out_with"),
    **_senses(
        Sense("founded"), "found co-found cofound establish start set_up start_up launch_company co-create"
    ),
    **_senses(
        Sense("leads", things=True),
        "lead head chair run direct oversee helm co-lead captain manage steer command spearhead supervise "
        "head_up co-chair vice-chair",
    ),
    **_senses(
        Sense("partners_with", object=_WITH),
        "partner team team_up collaborate cooperate co-operate ally link_up tie_up pair_up hook_up band",
    ),
    **_senses(
        Sense("owns"),
        "own acquire buy purchase take_over buy_out snap_up gobble_up swallow swallow_up scoop_up absorb "
        "annex pick_up co-own",
    ),
    **_senses(
        Sense("supplies", object=("recipients", "to", "for", "patients")),
        "supply provide deliver sell export ship_to license lease rent furnish resell offer feed send hand "
        "route reexport re-export give",
    ),
    **_senses(Sense("supplies", object=("patients",)), "equip outfit serve provision"),
    **_senses(Sense("supplies", object=("for",)), "manufacture_for"),
    **_senses(Sense("funds"), "support pay_for"),
    **_senses(
        Sense("supplies", subject=("from",), object=("agents",)),
        "source import procure order purchase_from receive",
    ),
    **_senses(
        Sense("uses", things=True),
        "use utilise utilize employ adopt apply integrate incorporate embed leverage deploy tap harness "
        "exploit embrace install pilot trial access reuse rent",
    ),
    **_senses(
        Sense("uses", object=("on", "upon", "into", "to"), things=True),
        "rely depend lean standardise standardize",
    ),
    **_senses(Sense("uses", object=("to",), things=True), "switch migrate subscribe"),
    **_senses(Sense("uses", subject=("patients",), object=("agents", "with", "by")), "power"),
    **_senses(
        Sense("built_on"),
        "copy clone fork replicate steal rip_off reverse-engineer mimic fine-tune tune finetune distil "
        "distill imitate adapt plagiarise plagiarize rebadge rebrand repackage reskin ape crib knock_off",
    ),
    **_senses(Sense("built_on", subject=("patients",), object=("agents",)), "underpin underlie underly"),
    **_senses(Sense("built_on", subject=("patients",), object=("on", "upon", "off", "around")), "base model"),
    **_senses(
        Sense("built_on", subject=("agents", "patients"), object=_FROM),
        "derive stem originate descend evolve",
    ),
    **_senses(Sense("built_on", subject=("agents",), object=("on", "upon")), "draw_on"),
    **_senses(Sense("built_on", object=("from", "patients"), models=True), "extract siphon harvest"),
    **_senses(
        Sense("restricts", things=True),
        "ban block restrict bar prohibit curb sanction blacklist censor outlaw forbid prevent cut_off "
        "cripple stop choke_off choke exclude hinder curtail thwart throttle restrain limit constrain "
        "isolate stymie hobble shut_out lock_out keep_out freeze_out squeeze_out embargo blackball "
        "disallow rein_in deprive starve hamstring shackle kneecap handcuff contain geoblock wall_off "
        "fence_off ringfence "
        "ration cap debar disqualify expel muzzle hamper impede discourage deter dissuade obstruct stifle "
        "suppress firewall",
    ),
    **_senses(Sense("restricts", things=True), "control"),
    **_senses(Sense("owns", subject=("to",), object=("agents",)), "belong"),
    **_senses(Sense("part_of", object=("patients",)), "join rejoin"),
}
"""Plain form (with particle) of a verb to its sense; what depends on more than the verb is in `verbs.py`."""

PREPOSITIONAL: dict[str, Sense] = {
    **_senses(
        Sense("uses", object=("on", "upon"), things=True),
        "count_on bank_on run_on settle_on train_on prototype_on",
    ),
    **_senses(Sense("uses", object=("to",), things=True), "turn_to resort_to flock_to move_to"),
    **_senses(
        Sense("uses", subject=("patients",), object=("with",), things=True),
        "equip_with stock_with fill_with fit_with pack_with outfit_with stuff_with cram_with",
    ),
    **_senses(Sense("uses", subject=("patients",), object=("on", "by"), things=True), "host_on host_by"),
    **_senses(Sense("uses", object=("by",), things=True), "swear_by"),
    **_senses(Sense("uses", object=("for",), things=True), "opt_for"),
    **_senses(Sense("uses", object=("with",), things=True), "experiment_with stick_with"),
    **_senses(Sense("built_on", object=("from",)), "start_from borrow_from grow_from spring_from"),
    **_senses(Sense("built_on", object=("from",), models=True), "come_from"),
    **_senses(Sense("built_on", object=("of",)), "grow_of"),
    **_senses(Sense("built_on", subject=("patients",), object=("to",)), "indebt_to trace_to"),
    **_senses(Sense("funds", object=("on",)), "bet_on gamble_on"),
    **_senses(Sense("part_of", object=("at", "for", "with")), "work_at work_for teach_at study_at"),
    **_senses(
        Sense("part_of", subject=("patients", "agents"), object=("out", "of", "from", "off")),
        "spin_of spin_off spin_out carve_out",
    ),
    **_senses(Sense("part_of", object=("into",)), "fold_into merge_into"),
    **_senses(Sense("leads", object=("over",)), "preside_over"),
    **_senses(Sense("partners_with", object=_WITH), "work_with join_with sign_with contract_with"),
    **_senses(Sense("supplies", object=("to",)), "cater_to sell_to export_to"),
    **_senses(Sense("restricts", object=("on",), things=True), "crack_on clamp_on"),
}
"""A verb and the preposition (not a particle) that gives it its sense."""

IDIOMS: dict[tuple[str, str], Sense] = {
    ("pull", "plug"): Sense("restricts", object=("on",), things=True),
    ("close", "door"): Sense("restricts", object=("to", "on"), things=True),
    ("shut", "door"): Sense("restricts", object=("to", "on"), things=True),
    ("slam", "door"): Sense("restricts", object=("on",), things=True),
    ("deny", "access"): Sense("restricts", object=("recipients", "to")),
    ("cut", "access"): Sense("restricts", object=("to", "for", "of")),
    ("take", "wrap"): Sense("develops", object=("off",), things=True),
    ("take", "wraps"): Sense("develops", object=("off",), things=True),
    ("lift", "lid"): Sense("develops", object=("on",), things=True),
    ("lift", "curtain"): Sense("develops", object=("on",), things=True),
    ("raise", "curtain"): Sense("develops", object=("on",), things=True),
    ("give", "birth"): Sense("built_on", subject=("to",), object=("agents",)),
    ("make", "use"): Sense("uses", object=("of",), things=True),
    ("take", "advantage"): Sense("uses", object=("of",), things=True),
    ("join", "force"): Sense("partners_with", object=_WITH),
    ("join", "forces"): Sense("partners_with", object=_WITH),
    ("join", "hands"): Sense("partners_with", object=_WITH),
    ("take", "helm"): Sense("leads", object=("of", "at")),
    ("take", "rein"): Sense("leads", object=("of", "at")),
    ("take", "reins"): Sense("leads", object=("of", "at")),
    ("take", "charge"): Sense("leads", object=("of",)),
    ("take", "control"): Sense("owns", object=("of",)),
    ("take", "ownership"): Sense("owns", object=("of",)),
    ("put", "money"): Sense("funds", object=("in", "into", "behind")),
    ("put", "cash"): Sense("funds", object=("in", "into", "behind")),
    ("put", "weight"): Sense("funds", object=("behind",)),
    ("take", "chair"): Sense("part_of", object=("at",)),
    ("take", "post"): Sense("part_of", object=("at",)),
    ("take", "job"): Sense("part_of", object=("at", "with")),
    ("find", "use"): Sense("uses", subject=("in", "at", "among"), object=("agents",)),
}
"""A verb with the noun that carries the sense: "pull the plug on B"."""
