#include "publishing/page_style.h"

#include <algorithm>

#include "publishing/timeline_svg.h"

namespace salname {

namespace {

constexpr std::string_view colours = R"css(
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d2430;--soft:#59616e;--rule:#d9d5cb;--card:#fff;--accent:#8a2c1c;--lit:#ffe9a8;--glow:#fff6dc;--tint:#f6e4dc;
--speech:#2f5590;--pressure:#7d5200;--custody:#8a2c1c;--court:#5f3d8f;--freedom:#1a6a4d;
--blue:#8ba6cf;--green:#4c8a2e;--teal:#1f7f86;--brick:#b9543f;--violet:#7b5bb0;--amber:#b98a1d;--grey:#8b909a}
@media (prefers-color-scheme:dark){:root{--paper:#15181d;--ink:#e8e5dd;--soft:#a7adb8;--rule:#414855;--card:#1d2129;--accent:#f0a38f;--lit:#5c4a12;--glow:#2b2717;--tint:#3c2823;
--speech:#9dbdf2;--pressure:#e0b25c;--custody:#f0a08c;--court:#c4a8f0;--freedom:#7fd1ae;
--blue:#5c7db3;--green:#86c266;--teal:#5cc0c8;--brick:#e08a75;--violet:#ad92dc;--amber:#d9ae4a;--grey:#7d8592}}
)css";

constexpr std::string_view frame = R"css(
*{box-sizing:border-box}
html{scroll-padding-top:3rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.62 Charter,"Bitstream Charter","Iowan Old Style","Palatino Linotype",Georgia,"Liberation Serif",serif}
header,main,footer{max-width:88rem;margin:0 auto;padding:0 clamp(1rem,3vw,2.5rem)}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:9}
a{color:inherit;text-decoration-color:var(--rule);text-underline-offset:.2em}a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
header{padding-top:clamp(1.5rem,4vw,3.5rem);padding-bottom:1.5rem}
.brand{margin:0;font-variant:small-caps;letter-spacing:.1em;color:var(--accent);font-weight:600}
h1{margin:.1em 0 .25em;font-size:clamp(1.8rem,4vw,2.6rem);line-height:1.15;font-weight:600;letter-spacing:-.01em}
.counts{margin:0;display:flex;flex-wrap:wrap;gap:0 1.4rem;color:var(--soft)}.counts b{color:var(--ink);font-size:1.15em}
.note{color:var(--soft);margin:.4rem 0 0;max-width:44rem}.soft{color:var(--soft)}
h2{font-size:1.3rem;line-height:1.3;font-weight:600;margin:0}
.front,.people,.cards,.origin,.update,.number,footer{font-family:-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif}
.front h2,.people h2{font-size:1.05rem;padding-bottom:.5rem}
.front{display:grid;grid-template-columns:minmax(0,1fr);gap:2rem 3rem;font-size:.86rem;line-height:1.5;border-top:1px solid var(--rule);padding:1.5rem 0}
.index ol{margin:0;padding-left:1.6rem}.index li{padding:.12rem 0}.index li::marker{color:var(--soft)}.index a{text-decoration:none}.index a:hover{text-decoration:underline}
.index .soft{display:block;font-size:.94em}
.legend h3{font-size:.82rem;font-weight:400;color:var(--soft);margin:.9rem 0 .35rem}.legend h3:first-of-type{margin-top:0}
.legend ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.4rem 1.1rem}.icon{vertical-align:-.14em;margin-right:.4em;overflow:visible}
.people{border-top:1px solid var(--rule);padding:1.5rem 0 2.5rem}
.figures{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem}
.person{margin:0;background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:.8rem .9rem .5rem}
.person:target{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}
figcaption{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .7rem;font-size:.82rem;color:var(--soft);margin-bottom:.5rem}
.person h3{margin:0;font-size:.98rem;color:var(--ink);font-weight:600}.from{margin-left:auto}
svg.timeline{display:block;max-width:100%;height:auto}.legend svg.timeline{display:inline-block}.timeline a{text-decoration:none}.timeline a:hover text{text-decoration:underline}
.wide{display:none}
footer{border-top:1px solid var(--rule);color:var(--soft);font-size:.82rem;padding-top:1rem;padding-bottom:8rem}
@media (min-width:46rem){.wide{display:block}.narrow{display:none}}
@media (min-width:62rem){.front{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
@media (min-width:84rem){.figures{grid-template-columns:repeat(2,minmax(0,1fr))}}
)css";

// Kinds of values differ by colour and by line, so that they can be told apart without colours. Where several
// cover the same words, each outer line lies below the inner one.
constexpr std::string_view report = R"css(
.report{border-top:1px solid var(--rule);padding-top:2.2rem;margin-bottom:3.5rem}
.row{display:grid;grid-template-columns:minmax(0,1fr);gap:0 2.5rem;align-items:start}
.text{max-width:41rem}.head{margin-bottom:1.2rem}
.report h2{font-size:clamp(1.3rem,2.4vw,1.65rem);line-height:1.28;text-wrap:balance;letter-spacing:-.005em}
.number{margin:0;color:var(--accent);font-size:.85rem;font-weight:600}
.origin{font-size:.76rem;line-height:1.5;color:var(--soft);margin:.45rem 0 0;overflow-wrap:anywhere}
.passage{margin:0 0 1.15rem;white-space:pre-line;overflow-wrap:break-word}
.passage.heading{font-weight:600;margin-top:.6rem}.passage.quote{padding-left:1.2rem;border-left:2px solid var(--rule)}.passage.item{padding-left:1.2rem}.passage.caption{font-size:.9em;color:var(--soft)}
.update{display:inline-block;margin:.2rem 0 .5rem;font-size:.76rem;font-weight:600;color:var(--accent);border:1px solid currentColor;border-radius:99px;padding:.05rem .7rem}
.v{text-decoration:none;color:inherit;border-radius:2px}.v:hover,.v:focus{--on:var(--lit);background:var(--lit)}
.m{background:none;color:inherit;padding-bottom:.05em;border-bottom:0 solid transparent}.over1{padding-bottom:.22em}.over2{padding-bottom:.42em}.over3{padding-bottom:.62em}
.m-trigger{border-bottom:2px solid var(--accent);background:var(--on,var(--tint));font-weight:600}
.m-person{border-bottom:2px solid var(--blue)}.m-date{border-bottom:2px dotted var(--green)}.m-duration{border-bottom:3px double var(--teal)}.m-kind{border-bottom:2px dashed var(--teal)}
.m-charges{border-bottom:2px dashed var(--brick)}.m-provisions{border-bottom:3px double var(--violet)}.m-money{border-bottom:3px double var(--amber)}.m-outcome{border-bottom:2px solid var(--green)}
.m-authority{border-bottom:2px dotted var(--violet)}.m-place{border-bottom:3px solid var(--amber)}.m-target{border-bottom:2px dashed var(--blue)}.m-platform{border-bottom:2px dotted var(--blue)}
.m-source{border-bottom:1px solid var(--ink)}.m-count,.m-detail{border-bottom:2px dotted var(--ink)}
.m:target{background:var(--lit);outline:2px solid var(--accent);outline-offset:1px}
.n{font-size:.62em;font-weight:600;font-family:-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;color:var(--soft);user-select:none}sup.n{line-height:0;margin-left:.1em}sup.n+sup.n::before{content:", "}
.cards{list-style:none;margin:0 0 1.6rem;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(16.5rem,100%),1fr));gap:.6rem;align-items:start}
.card{position:relative;background:var(--card);border:1px solid var(--rule);border-left:4px solid var(--pressure);border-radius:6px;padding:.5rem .75rem .55rem;font-size:.8rem;line-height:1.45}
.g-speech-card{border-left-color:var(--speech);border-left-style:dotted}.g-custody-card{border-left-color:var(--custody)}.g-court-card{border-left-color:var(--court);border-left-style:double;border-left-width:5px}
.g-harm-card{border-left-color:var(--ink);border-left-style:dashed}.g-freedom-card{border-left-color:var(--freedom)}
.card h3{margin:0;font-size:.84rem;line-height:1.4;font-weight:600;padding-right:1.4rem}.card a{text-decoration:none}.card a:hover{text-decoration:underline}
.card .type{margin-right:.15em}.card .who{font-weight:400}.card .n{position:absolute;right:.7rem;top:.5rem;font-size:.72rem}
.date{margin:.05rem 0 0}.date b{font-weight:600}.basis{color:var(--soft);font-size:.94em}
dl{margin:.15rem 0 0}dl>div{display:grid;grid-template-columns:3.6rem minmax(0,1fr);gap:.5rem}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.foot{margin:.3rem 0 0;display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem .6rem;color:var(--soft);font-size:.92em}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.92em;overflow-wrap:anywhere}
.modality{border:1px solid var(--pressure);color:var(--pressure);border-radius:99px;padding:0 .55em;font-weight:600}.modality.asserted{border:0;padding:0;color:inherit;font-weight:400}
.why{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.why p{margin:.3rem 0 0}.why span{color:var(--soft)}
.card:focus .why,.card:focus-within .why,.card:target .why{position:static;width:auto;height:auto;clip-path:none;overflow:visible;border-top:1px solid var(--rule);margin-top:.5rem;padding-top:.1rem}
@media (hover:hover){.card:hover:not(:focus,:focus-within,:target) .why{left:-4px;right:-1px;top:calc(100% - 2px);width:auto;height:auto;clip-path:none;overflow:visible;z-index:5;pointer-events:none;background:var(--card);border:1px solid var(--rule);border-top:0;border-radius:0 0 6px 6px;padding:0 .75rem .6rem;box-shadow:0 10px 24px rgb(0 0 0/.14)}
.card:hover{z-index:4;border-color:var(--soft)}}
@media (min-width:60rem){.row{grid-template-columns:minmax(0,41rem) minmax(15rem,1fr)}.row>.text{position:sticky;top:1rem}}
@media (max-width:59.99rem){.cards{margin-left:.9rem}body{font-size:16px}}
@media print{:root{color-scheme:light;--paper:#fff}html{font-size:75%}body{font-size:9.5pt}.wide{display:block}.narrow{display:none}.skip,.index{display:none}.row{grid-template-columns:58% 1fr;gap:0 1.2rem}.row>.text{position:static}
.cards{grid-template-columns:1fr;margin-left:0}.card,.person,.passage{break-inside:avoid}.report h2{break-after:avoid}header,main{max-width:none;padding:0}.m-trigger,.bar,.glyph{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)css";

}  // namespace

void append_page_style(std::string& out) {
    out.append(colours).append(timeline_style()).append(frame).append(report);
}

void append_highlights(std::string& out, std::size_t accounts) {
    // Longer reports than any seen; beyond it links still lead from words to cards and back.
    constexpr std::size_t most = 400;
    accounts = std::min(accounts, most);
    auto const rule = [&](auto selector, std::string_view declarations) {
        for (std::size_t k = 1; k <= accounts; ++k) {
            if (k > 1) out += ',';
            selector("k" + std::to_string(k));
        }
        if (accounts != 0) out += declarations;
    };
    auto const with_card = [&](std::string const& k) {
        out.append(".report:has(.card.").append(k).append(":is(:hover,:focus,:focus-within,:target)) ");
    };
    rule([&](std::string const& k) { with_card(k), out.append(".e.").append(k); }, "{background:var(--glow)}\n");
    rule([&](std::string const& k) { with_card(k), out.append(".v.").append(k); },
         "{--on:var(--lit);background:var(--lit)}\n");
    rule(
        [&](std::string const& k) {
            out.append(".report:has(.v.")
                .append(k)
                .append(":is(:hover,:focus),.v.")
                .append(k)
                .append(" :target) .card.");
            out.append(k);
        },
        "{border-color:var(--accent);box-shadow:0 0 0 2px var(--accent)}\n");
}

}  // namespace salname
