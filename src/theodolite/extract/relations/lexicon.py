"""Common nouns of the field, by their part in a tie: what is made, used, sold, restricted, funded."""

from __future__ import annotations

from theodolite.extract.relations.senses import IDIOMS, PREPOSITIONAL, VERBS, Sense
from theodolite.extract.words import lexicon as words

__all__ = ["IDIOMS", "PREPOSITIONAL", "VERBS", "Sense"]

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
    equipment machine machines tpu tpus asic asics service services search engine engines cluster computer
    computers
    clusters memory lithography scanner scanners sensor sensors index dataset datasets
    infrastructure center centers centre centres network networks toolkit weights copilot copilots
    campus factory fab plant gigafactory facility chipset chipsets feature features offering offerings
    language stack solution solutions vehicle
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
    """centers centres center centre clusters facilities plants factories ecosystem initiative programme
    program effort efforts development projects universities supercomputer supercomputers
    startup startups start-ups ups company companies firm firms industry sector chips semiconductors
    research infrastructure projects project lab labs memory chipmakers fabs
    ups chipmaking site sites consortia consortium campus campuses
    plant factory fab index study observatory chair scholarship scholarships
    centre facility gigafactory gigafactories cluster venture institute institutes"""
)

SUPPLIED = USED | words.words(
    """wafer wafers dies die modules module electricity energy materials components component parts part
    services talent samples ingredients tokens mirror mirrors lens lenses optics laser lasers gases substrates
    packaging magnets servers licence licences license licenses"""
)

COPIES = words.words(
    """copy copies clone clones fork forks derivative derivatives wrapper wrappers version versions
    variant variants descendant descendants replica replicas imitation imitations knockoff
    knockoffs"""
)

RESTRICTED = ARTEFACTS | words.words(
    """export exports import imports sale sales access content speech investment investments trade data
    transhipment transshipment re-export re-exports
    use shipment shipments tools information internet minerals earths flow flows tiktok supply
    transfer transfers gallium germanium antimony graphite tungsten lithium cobalt nickel magnets metals"""
)

PARTS = words.words(
    """subsidiary subsidiaries unit units division divisions arm arms affiliate affiliates branch
    branches part parts member members spin-off spinoff spin-offs offshoot brand department"""
)

PARTNER_NOUNS = words.words(
    """partner partners partnership partnerships alliance collaboration collaborations deal deals
    agreement agreements pact venture tie-up memorandum contract contracts cooperation talks"""
)
