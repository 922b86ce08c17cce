"""Findings that were put right or taken back within the window."""

from __future__ import annotations

from theodolite.compose.brief.sentences import correction_sentence, document_source, finding_source
from theodolite.model.brief import Line
from theodolite.model.record import Correction
from theodolite.model.version import Version
from theodolite.survey.briefing.choosing import Reader, topic_of
from theodolite.survey.briefing.drafting import Draft, why
from theodolite.survey.briefing.state import State, clipped
from theodolite.survey.record.judging import judged
from theodolite.survey.record.recording import corrections

TITLE = "Corrections"
RULE = "Findings issued again with something put right, or taken back, the latest first."
EMPTY = "Nothing was corrected."


def correction_drafts(state: State, reader: Reader, private: bool) -> list[Draft]:
    """A line for each entry of the log that was not in it when the window began."""
    since = state.window.since
    if since is None:
        old: set[Correction] = set()
    else:
        then = [own for found in state.lineages.values() if (own := clipped(found, since))]
        old = set(corrections(then, judged(state.store, since)))
    versions = {v.name: v for own in state.lineages.values() for v in own}
    entries = corrections(state.lineages.values(), state.judged)
    drafts = (_draft(state, reader, e, versions[e.name], private) for e in entries if e not in old)
    return [d for d in drafts if d is not None]


def _draft(state: State, reader: Reader, entry: Correction, version: Version, private: bool) -> Draft | None:
    document, article = state.document(version.claim), state.article(version.claim)
    touched = reader.touched(topic_of(version.claim, document, article))
    if touched is None or (not private and version.claim.id in state.drafts):
        return None
    present = next((v for v in state.lineages[entry.claim_id] if v.name == entry.present), None)
    both = [version, *([present] if present is not None and present is not version else [])]
    line = Line(
        sentence=correction_sentence(version.claim, entry.before, entry.after, entry.present),
        why=why(f"the log of corrections: {', '.join(entry.why)}", touched),
        sources=(document_source(version.claim, document, article), *map(finding_source, both)),
        day=entry.day,
        basis="issued",
        dimension=version.claim.dimension,
        claims=(entry.claim_id,),
        findings=tuple(v.name for v in both),
    )
    return Draft(line=line, rank=0, touched=touched, kind=version.claim.kind)
