#include "publishing/timeline_svg.h"

namespace salname {

std::string_view timeline_style() {
    return R"css(.timeline{font-family:-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;font-size:12px}
.timeline text{fill:var(--ink,#1d2430)}.timeline .when,.timeline .tick,.timeline .caption{fill:var(--soft,#59616e)}
.timeline .tick,.timeline .caption{font-size:11px}.timeline .caption{font-style:italic}
.timeline .axis{stroke:var(--soft,#59616e)}.timeline .stem{stroke:var(--rule,#cfcabd)}
.timeline .spread{stroke:var(--soft,#59616e);stroke-width:4;opacity:.6}
.timeline .bar{fill:var(--custody,#8a2c1c)}.timeline .bar rect{opacity:.75}
.timeline .term rect{opacity:.3;stroke:var(--custody,#8a2c1c);stroke-width:.8}
.timeline .open rect{opacity:.45}.timeline .bar .fade1{opacity:.22;stroke:none}.timeline .bar .fade2{opacity:.1;stroke:none}
.timeline .undated{fill:none;stroke:var(--rule,#cfcabd);stroke-dasharray:3 3}
.glyph{stroke-width:1.6;stroke-linejoin:round}
.g-speech{fill:var(--speech,#2f5590);stroke:var(--speech,#2f5590)}.g-pressure{fill:var(--pressure,#7d5200);stroke:var(--pressure,#7d5200)}
.g-custody{fill:var(--custody,#8a2c1c);stroke:var(--custody,#8a2c1c)}.g-court{fill:var(--court,#5f3d8f);stroke:var(--court,#5f3d8f)}
.g-harm{fill:none;stroke:var(--ink,#1d2430);stroke-width:2.6}.g-freedom{fill:none;stroke:var(--freedom,#1a6a4d);stroke-width:2.6}
.contested{fill:none;stroke-dasharray:2 1.6}.g-harm.contested{stroke-dasharray:none;stroke-width:1.2}
)css";
}

}  // namespace salname
