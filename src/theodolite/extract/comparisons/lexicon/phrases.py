"""Turns of phrase that hold a side against another: words in order, `_` where the other side stands.

Without a `_` the other side follows the last word. Words stand in their plain form ("its" for every such
owner); adverbs, articles and adjectives may stand between them.
"""

from __future__ import annotations

ABOVE = """
ahead of; in front of; point above; point clear of; take the lead from; take the lead over;
take its lead from;
take the crown from; take first place from; seize the lead from; superior to; in advance of; a cut above;
one up on; head and shoulders above; leagues above; preferable to; favoured over; favored over;
preferred to; preferred over; a class above; a tier above; a generation ahead of; clear of

advantage over; edge over; lead over; superiority over; dominance over; supremacy over; victory over;
upper hand over; head start over; head start on; leg up on; leg up over; margin over; triumph over;
improvement over; improvement on; improvement upon; improvement from; advance over; advance on;
advancement over; upgrade over; upgrade from; leap over; step up from; step forward from; step beyond;
leap from; jump from; jump over; gain over; progress over; premium over; whip hand over; advantage against;
advantage relative to; advantage vis-a-vis; advantage compared with; advantage compared to; edge on;
superiority to; superiority relative to; mastery over; lead against; advancement compared to;
advancement compared with; advancement relative to; improvement compared to; improvement compared with;
improvement relative to; leap compared to; leap compared with; leap relative to; progress compared to;
progress compared with; progress relative to; advance compared to; advance compared with;
advance relative to; step compared to; step compared with; step relative to; gain compared to;
gain compared with; gain relative to; jump compared to; jump compared with; jump relative to;
upgrade compared to; upgrade compared with; upgrade relative to; leadership over; better version of

pull ahead of; race ahead of; surge ahead of; move ahead of; leap ahead of; forge ahead of; edge ahead of;
get ahead of; jump ahead of; sprint ahead of; streak ahead of; vault ahead of; vault past; vault over;
leap past; leap over; race past; surge past; blow past; blow by; shoot past; zoom past; speed past;
sail past; rocket past; sweep past; charge past; fly past; move past; push past; pull past; slip past;
squeak past; climb past; climb above; rise above; tower over; tower above; soar past; soar above; edge past;
edge out; nose ahead of; nose past; inch past; inch ahead of; creep past; power past; cruise past;
catapult past; get past; go past; get the better of; go beyond; go one better than; steal a march on;
draw ahead of; draw away from; break away from; pull away from; skyrocket past; roar past; barrel past;
streak past; run past; march past; jump past; hurtle past; glide past; skip past; swing past; shift past;
advance past; advance beyond; move beyond

win against; win the race against; win race against; win out over; prevail over; prevail against;
triumph over; lord it over; have _ beat; have the better of; have the measure of; run rings round;
run rings around; run circles around; run circle around; run ring around; wipe the floor with;
mop the floor with; make short work of; make light work of; leave _ behind; leave _ in the dust;
leave _ trailing; leave _ for dead; leave _ standing; put _ to shame; put _ in the shade;
put _ in its shadow; throw _ into the shade; cast _ into the shade; blow _ away; blow _ out of the water;
make _ look; beat out; rank above; rank ahead of; rank higher than; score above; prefer _ over; prefer _ to;
pick _ over; choose _ over;
take _ over; favour _ over; favor _ over; favoured _ over; favored _ over;
sit above; sit atop; stand above; place above; place ahead of;
put _ above; put _ ahead of; rank _ above; rank _ ahead of; place _ above; give _ an edge over;
give _ an advantage over; give _ a lead over; perform above; finish ahead of; come ahead of; fly above;
push _ into place;
knock _ off spot; knock _ off perch; knock _ off top; knock _ off throne; knock _ into place;
bump _ from spot; relegate _ to place;
eat _ lunch;
walk all over; have an edge on; be above; far above; well above;
above the level of; above the level in;
above that of
"""
"""Who is spoken of stands above the other."""

BELOW = """
behind; inferior to; second to; second only to; second behind; third behind; third to; third after;
second after; fourth behind; fifth behind; subordinate to; junior to; runner-up to; no match for;
no equal to; no rival to; no rival for; no substitute for; not a patch on; short of; shy of; next only to;
distant second to; distant third to; poor second to; poor relation of; poor cousin of; pale shadow of;
poor man's; in the shadow of; hot on the heel of; hard on the heel of; close on the heel of; on the heel of;
a step behind; a step below; a notch below; a rung below; a tier below; a cut below; a notch under;
a shade below; lesser than; secondary to; worse off than; a fraction of; a sliver of; a tiny fraction of;
minnow beside; nowhere near; nowhere close to; a far cry from; within striking distance of;
within touching distance of; within a whisker of; within spitting distance of; a hair behind;
a whisker behind;
push into place by; relegate to place by; demote to place by; bump to place by;
bump into place by; knock off spot by; knock off perch by; knock off top by; knock off throne by;
hold a candle to; long way off; way to go to match; way to go to catch up with; way to go to catch;
way to go to reach; light-year behind; light-year from; light year from; mile behind; street behind;
outgunned by; outclassed by; follower of;
anywhere near; anywhere close to; hot on _ heel; close on _ heel;
hard on _ heel; snap at _ heel; nip at _ heel; bite at _ heel; tread on _ heel; breathe down _ neck;
chase _ tail; eat _ dust; in _ shadow; in _ slipstream

disadvantage to; disadvantage against; disadvantage relative to; disadvantage compared with;
disadvantage compared to; disadvantage vis-a-vis; deficit with; deficit to; deficit against;
deficit relative to; shortfall against; shortfall relative to; inferiority to; discount to; gap with;
gap to; gap behind; gap from; gap against;
distance to; distance from; step down from; step back from; step backward from;
step backwards from; downgrade from; regression from; pale imitation of; lag behind; handicap against;
far below; well below; below the level of; below the level in; below that of; far beneath

trail behind; lag behind; fall behind; left behind by; run behind; drop behind; slip behind; sit behind;
follow behind; come behind; finish behind; rank behind; rank below; place behind; score below; sit below;
stand below; limp behind; straggle behind; languish behind; stay behind; remain behind; hover behind;
tail behind; perform below; put _ below; put _ behind; place _ behind; place _ below; rank _ below;
rank _ behind; fall short of; come short of; come up short of; come up short against; fall shy of;
fall below; rank second to; come second to; finish second to; play second fiddle to; play catch-up with;
play catch-up to; play catch up with; play catch up to; lose to; lose out to; lose its lead _ to;
lose the lead _ to; lose its edge _ to; lose first place to; lose first place _ to; lose the top spot to;
lose its crown to; lose market share to; lose share to; give up its lead to; cede its lead to;
cede its lead _ to; step below; point below; point adrift of; point short of; lose ground to;
lose its lead to; lose the lead to; cede ground to; cede the lead to; cede leadership to;
take a back seat to; pale beside; pale next to; pale against; pale before; pale in comparison to;
pale in comparison with; pale by comparison with; pale compared with; pale compared to; shrink beside;
run second to; slip below; be below; slip under; score under; bested by; be under; be no
"""
"""Who is spoken of stands below the other."""

EQUAL = """
par with; parity with; equal of; equal to; equal with; equality with; equivalent to; equivalent of;
equivalence with; comparable to; comparable with; identical to; identical with; similar to; akin to;
competitive with; competitive against; level with; tied with; abreast of; indistinguishable from;
the same as; same as; same way as; same league as; same class as; same level as; same tier as;
same footing as;
same ballpark as; same standard as; same bracket as; same boat as; same calibre as; same caliber as;
same plane as; same performance as; same number as; same amount as; same rate as; same speed as;
same size as; same quality as; same capability as; same price as; same cost as; same score as;
same result as; same way that; same _ as; similar performance to; similar score to; similar level to;
similar capability to; similar result to; similar quality to; similar _ to; comparable performance to;
comparable _ to; equal footing with; equal term with; level term with; level footing with; up there with;
neck and neck with; neck-and-neck with; neck to neck with; neck-to-neck with; dead heat with;
shoulder to shoulder with; every bit the equal of; match for; twin of; answer to; analogue of; analogue to

close to the performance of; close to the level of; close to the capability of; close to;
near the performance of; near the level of; near-parity with; caught up with; caught up to;
catch up with; catch up to; draw level with;
draw even with; pull level with; pull even with; come level with; come close to; come near to; get close to;
near-equal to; in line with; in the same league with; on the same level as; on the heights of

reach the level of; reach _ level; reach the standard of; go toe to toe with;
go toe-to-toe with; go head to head with;
keep pace with; keep up with; keep abreast of; hold its own against; hold its own with; stand up to;
stand up against; stack up to; stack up against; measure up to; live up to; compare favorably with;
compare favourably with; compare well with; compare favorably to; compare favourably to;
give _ a run for its money; bear comparison with; stand comparison with; fear comparison with;
compete favorably with; compete favourably with; compete favorably against; compete favourably against;
compete well with; compete well against; fare as well as; rank level with; hold up against;
 on equal footing with; at par with; perform like;
put _ on a par with; put _ on par with; put _ level with; put _ on a par with; put _ on par with;
put _ level with; perform similarly to; perform comparably to; rank alongside; sit alongside;
stand alongside; tie for; no worse than; no weaker than; no better than; no different from; no different to;
no different than; not different from; not far from; on the level of; on a level with; of a piece with;
similarly to; run neck and neck with; compete on equal term with; compete with the best of; match up to;
match up with; match up against; on the same footing as; at the level of; within point or two of;
within a point of; within a percentage point of; within a percent of; within percent of; within point of;
within margin of error of
"""
"""Who is spoken of stands level with the other."""

NAMED_ONLY = frozenset(
    (
        "close to", "behind", "ahead of", "short of", "match for", "similar to", "equal to", "equivalent to",
        "answer to", "be above", "be below", "be under", "clear of", "no better than", "be no", "far below",
        "distance to", "distance from", "same as", "long way off", "way to go to reach",
        "way to go to catch", "well below", "far above", "well above", "in line with",
    )
)  # fmt: skip
"""Turns with other senses: the other side has to have a name."""
