#include "publishing/page_style.h"

namespace salname {

std::string_view page_style() {
    // Kinds differ by colour and by line, so that they can be told apart without colours.
    return R"css(
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d2430;--soft:#5b6472;--rule:#d9d5cb;--card:#fff;--accent:#8a2c1c;--taken:#8a2c1c;--freed:#1d6b4f;--other:#35568a;
--trigger:#f7d9cf;--person:#dfe8f6;--date:#e3efd9;--duration:#d3ece9;--authority:#ece0f3;--place:#f6ecc9;--charges:#f6dfe6;--law:#e4e2f6;--source:#e9e9e6}
@media (prefers-color-scheme:dark){:root{--paper:#14171c;--ink:#e7e4dc;--soft:#a2a9b4;--rule:#343a44;--card:#1c2129;--accent:#f0a08c;--taken:#f0a08c;--freed:#7fd1ae;--other:#9bbcf0;
--trigger:#5a2a20;--person:#263a58;--date:#2c4423;--duration:#1c4642;--authority:#43305a;--place:#4d4218;--charges:#552c3a;--law:#35305f;--source:#34383d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 "Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif}
header,main,footer{max-width:76rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.5rem}
.brand{margin:0;font-variant:small-caps;letter-spacing:.08em;color:var(--accent);font-weight:600}
h1{margin:.1em 0 .2em;font-size:2.1rem;line-height:1.2;font-weight:600}
.counts{margin:0;color:var(--soft)}.counts b{color:var(--ink)}
.note,footer{color:var(--soft);font-size:.92rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem}
.legend{list-style:none;padding:0;margin:1rem 0 0;display:flex;flex-wrap:wrap;gap:.4rem .8rem;font-size:.85rem}
.report{border-top:1px solid var(--rule);margin-top:2.5rem;padding-top:1.5rem}
h2{font-size:1.45rem;line-height:1.3;margin:0;font-weight:600;max-width:44rem}
.origin{font:.8rem/1.5 ui-sans-serif,system-ui,sans-serif;color:var(--soft);margin:.3rem 0 1.2rem}
.people{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(30rem,100%),1fr));gap:1rem;margin-bottom:1.5rem}
.person{margin:0;background:var(--card);border:1px solid var(--rule);border-radius:.5rem;padding:.8rem 1rem}
.person figcaption{font-size:1rem;line-height:1.4}.role{font-size:.85rem;color:var(--soft);margin-left:.6rem}
.undated{margin:.3rem 0 0;font-size:.82rem;color:var(--soft)}.undated a{color:inherit}
svg.timeline{width:100%;height:auto;display:block;margin-top:.4rem;font-family:ui-sans-serif,system-ui,sans-serif}
.timeline .axis{stroke:var(--soft);stroke-width:1}.timeline .stem{stroke:var(--rule);stroke-width:1}.timeline .spread{stroke:var(--soft);stroke-width:4;opacity:.45}
.timeline .bar{fill:var(--taken);opacity:.3}.timeline .bar.open{opacity:.16}
.timeline .taken{fill:var(--taken)}.timeline .freed{fill:var(--card);stroke:var(--freed);stroke-width:2.5}.timeline .other{fill:var(--other)}
.timeline text{font-size:11px;fill:var(--ink)}.timeline .tick{fill:var(--soft)}.timeline a:hover text{text-decoration:underline}
.row{display:grid;grid-template-columns:minmax(0,42rem) minmax(14rem,1fr);gap:0 2rem;align-items:start}
.passage{margin:0 0 1.1rem;white-space:pre-line;overflow-wrap:break-word}.passage.first{font-style:italic}
.cards{display:grid;gap:.6rem;margin-bottom:1.1rem}
.card{background:var(--card);border:1px solid var(--rule);border-left:4px solid var(--other);border-radius:.4rem;padding:.5rem .8rem;font:.83rem/1.45 ui-sans-serif,system-ui,sans-serif}
.card h3{margin:0;font-size:.88rem;font-weight:600}.card .type{color:var(--accent)}
.t-detained,.t-arrested,.t-abducted,.t-custody_ordered,.t-custody_extended,.t-sentenced{border-left-color:var(--taken);border-left-style:solid}
.t-released,.t-acquitted,.t-pardoned{border-left-color:var(--freed);border-left-style:double}
.modality{border:1px solid currentColor;border-radius:1rem;padding:0 .5em;font-weight:400;font-size:.78rem}
dl{margin:.25rem 0 0;display:grid;grid-template-columns:4.4rem 1fr;gap:0 .5rem}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.why{max-height:0;overflow:hidden;color:var(--soft);font-size:.78rem}.why p{margin:.3rem 0 0}
.card:hover .why,.card:focus .why,.card:focus-within .why,.card:target .why{max-height:12rem}
.card:target{outline:3px solid var(--accent);outline-offset:2px}
a:focus-visible,.card:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
mark{color:inherit;background:none;border-radius:.15em;padding:0 .05em;border-bottom:2px solid transparent}
mark a{color:inherit;text-decoration:none}
mark a:hover{background:var(--accent);color:var(--paper)}
.m-person{background:var(--person)}.m-place{background:var(--place);border-bottom:2px dotted var(--soft)}
.m-date{background:var(--date);border-bottom:2px solid var(--freed)}.m-duration{background:var(--duration);border-bottom:2px double var(--freed)}
.m-authority{background:var(--authority);border-bottom:1px dashed var(--soft)}.m-source{background:var(--source);border-bottom:1px dotted var(--soft)}
.m-charges{background:var(--charges);border-bottom:2px dashed var(--taken)}.m-provisions,.m-money{background:var(--law);border-bottom:2px solid var(--other)}
.m-platform,.m-target{border-bottom:2px dotted var(--other)}
.m-trigger{background:var(--trigger);border-bottom:2px solid var(--taken);font-weight:600}
@media (max-width:60rem){.row{grid-template-columns:1fr}.cards{margin-left:.8rem}body{font-size:16px}h1{font-size:1.7rem}}
@media print{body{font-size:10pt;background:#fff;color:#000}.row{grid-template-columns:62% 1fr}.card,.person{break-inside:avoid}.why{max-height:none}.legend{break-after:avoid}.skip{display:none}}
)css";
}

}  // namespace salname
