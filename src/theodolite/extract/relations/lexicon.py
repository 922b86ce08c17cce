"""Which verb states which tie, and in which places its parties stand.

A sense is read as "SUBJECT PREDICATE OBJECT". Places: `agents` who does it, `patients` what it is done to,
`recipients` whom it is given, or a preposition ("with"), tried in order; `things`: the object may be a common
noun of the field ("chips"), not only a name; `models`: it must be a listed model.
"""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.extract.relations.tie import Predicate
from theodolite.extract.words import lexicon as words


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
    **_senses(Sense("funds"), "fund back finance bankroll sponsor subsidise subsidize underwrite seed"),
    **_senses(Sense("funds", object=("in", "into")), "invest reinvest co-invest"),
    **_senses(
        Sense("develops", things=True),
        "develop release launch unveil introduce build create make design produce manufacture open-source "
        "opensource "
        "debut construct engineer pioneer roll_out put_out bring_out fabricate co-develop showcase preview "
        "commercialise commercialize train pretrain pre-train ship invent reveal announce",
    ),
    **_senses(Sense("develops", models=True), "publish present"),
    **_senses(Sense("develops", object=("on",), things=True), "work"),
    **_senses(Sense("develops", object=("with",), things=True), "come_out_with"),
    **_senses(Sense("founded"), "found co-found cofound establish start set_up start_up launch_company"),
    **_senses(Sense("leads"), "lead head chair run direct oversee helm co-lead captain"),
    **_senses(
        Sense("partners_with", object=_WITH), "partner team team_up collaborate cooperate co-operate ally"
    ),
    **_senses(Sense("owns"), "own acquire buy purchase take_over buy_out snap_up gobble_up swallow"),
    **_senses(
        Sense("supplies", object=("recipients", "to", "for", "patients")),
        "supply provide deliver sell export ship_to license lease rent furnish resell offer",
    ),
    **_senses(Sense("supplies", object=("for",)), "manufacture_for"),
    **_senses(
        Sense("supplies", subject=("from",), object=("agents",)),
        "source import procure order purchase_from receive",
    ),
    **_senses(
        Sense("uses", things=True),
        "use utilise utilize employ adopt apply integrate incorporate embed leverage deploy tap harness "
        "exploit",
    ),
    **_senses(
        Sense("uses", object=("on", "upon", "into"), things=True),
        "rely depend lean standardise standardize",
    ),
    **_senses(Sense("uses", object=("to",), things=True), "switch migrate subscribe"),
    **_senses(Sense("uses", subject=("patients",), object=("agents", "with")), "power"),
    **_senses(
        Sense("built_on"),
        "copy clone fork replicate steal rip_off reverse-engineer mimic fine-tune tune finetune distil "
        "distill imitate adapt plagiarise",
    ),
    **_senses(Sense("built_on", subject=("patients",), object=("agents",)), "underpin"),
    **_senses(Sense("built_on", subject=("patients",), object=("on", "upon", "off", "around")), "base model"),
    **_senses(
        Sense("built_on", subject=("agents", "patients"), object=_FROM), "derive stem originate descend"
    ),
    **_senses(Sense("built_on", subject=("agents",), object=("on", "upon")), "draw_on"),
    **_senses(
        Sense("restricts", things=True),
        "ban block restrict bar prohibit curb sanction blacklist censor outlaw forbid prevent cut_off "
        "cripple stop "
        "choke_off choke exclude hinder curtail thwart throttle restrain limit constrain isolate stymie "
        "hobble",
    ),
    **_senses(Sense("restricts", things=True), "control"),
    **_senses(Sense("part_of", object=("to",)), "belong"),
    **_senses(Sense("part_of", object=("patients",)), "join rejoin"),
}
"""Plain form (with particle) of a verb to its sense; what depends on more than the verb is in `verbs.py`."""

STRONG = words.words(
    """fund back finance bankroll develop release launch unveil found co-found cofound partner acquire
    own"""
)

ARTEFACTS = words.words(
    """model models llm llms chatbot chatbots chip chips semiconductor semiconductors processor
    processors gpu gpus accelerator accelerators system systems assistant assistants app apps
    application applications tool tools platform platforms agent agents robot robots humanoid
    humanoids software hardware product products technology technologies algorithm algorithms
    version versions supercomputer supercomputers benchmark benchmarks device devices smartphone
    smartphones phone phones server servers operating-system ai framework frameworks architecture
    equipment machine machines tpu tpus asic asics service services search engine engines cluster
    clusters memory lithography scanner scanners sensor sensors index dataset datasets
    infrastructure center centers centre centres network networks toolkit weights copilot copilots
    chipset chipsets feature features offering offerings language stack solution solutions vehicle
    vehicles car cars process processes node nodes"""
)
"""Common nouns of what the field makes and sells."""

USED = ARTEFACTS | words.words(
    """data cloud compute computing capacity power open-source source api apis content techniques output
    outputs"""
)

RULES_NOUNS = words.words(
    """ban bans restriction restrictions control controls curb curbs sanction sanctions embargo embargoes
    limit limits tariff tariffs blockade blockades crackdown prohibition prohibitions moratorium
    cap caps barrier barriers rule rules"""
)

MONEY_NOUNS = words.words(
    """investment investments funding round rounds financing money capital backing stake stakes loan
    loans grant grants cash support billions millions subsidy subsidies infusion injection outlay
    outlays cheque check checks"""
)

FUNDED = words.words(
    """startup startups start-ups ups company companies firm firms industry sector chips semiconductors
    research infrastructure projects project lab labs memory chipmakers fabs"""
)

SUPPLIED = USED | words.words(
    """wafer wafers dies die modules module electricity energy materials components component parts part
    services talent samples ingredients tokens licence licences license licenses"""
)

COPIES = words.words(
    """copy copies clone clones fork forks derivative derivatives wrapper wrappers version versions
    variant variants descendant descendants replica replicas imitation imitations knockoff
    knockoffs"""
)

RESTRICTED = ARTEFACTS | words.words(
    """export exports import imports sale sales access content speech investment investments trade data
    use shipment shipments tools information internet minerals earths flow flows tiktok supply
    transfer transfers"""
)

PARTS = words.words(
    """subsidiary subsidiaries unit units division divisions arm arms affiliate affiliates branch
    branches part parts member members spin-off spinoff spin-offs offshoot brand department"""
)

PARTNER_NOUNS = words.words(
    """partner partners partnership partnerships alliance collaboration collaborations deal deals
    agreement agreements pact venture tie-up memorandum contract contracts cooperation talks"""
)
