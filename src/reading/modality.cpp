#include "reading/modality.h"

#include <algorithm>

namespace salname {

namespace {

constexpr std::uint32_t before_reach = 10;
constexpr std::uint32_t after_reach = 8;

struct Signs {
    bool hedge_before, hedge_after, hearsay, denial_before, denial_after, unverified, unverified_next, modal, quote;
};

Signs read_signs(Discourse& discourse, Trigger const& trigger) {
    ReportView const& view = discourse.view();
    TokenRange const sentence = view.report.sentences[trigger.sentence].tokens;
    TokenRange const match = trigger.match.tokens;
    TokenRange const before{match.first > sentence.first + before_reach ? match.first - before_reach : sentence.first,
                            match.first};
    TokenRange const after{match.last, std::min(sentence.last, match.last + after_reach)};
    auto const any = [&](TokenRange range, WordClass c) { return discourse.any(trigger.sentence, range, c); };
    bool next = false;
    if (trigger.sentence + 1 < view.report.sentences.size())
        next = discourse.any(trigger.sentence + 1, view.report.sentences[trigger.sentence + 1].tokens,
                             WordClass::unverified);
    return {any(before, WordClass::hedge),
            any(after, WordClass::hedge),
            any(before, WordClass::hearsay),
            any({sentence.first, match.first}, WordClass::denial),
            any(after, WordClass::denial),
            any(sentence, WordClass::unverified),
            next,
            trigger.verb.modal,
            view.report.tokens[trigger.match.head].quote != 0};
}

}  // namespace

void add_modality_features(FeatureList& features, Discourse& discourse, Trigger const& trigger, Modality modality,
                           bool has_source) {
    Signs const s = read_signs(discourse, trigger);
    auto const m = static_cast<std::uint64_t>(modality);
    auto const type = static_cast<std::uint64_t>(trigger.frame->type);
    VerbGroup const& verb = trigger.verb;
    features.add("modality", m);
    features.add("type", m, type);
    features.add("frame", m, hash_bytes(discourse.view().packs.string(trigger.frame->id)));
    features.add("planned-frame", m, trigger.frame->planned);
    features.add("verb", m,
                 verb.future + 2U * verb.intended + 4U * verb.modal + 8U * verb.attempted + 16U * verb.perfect,
                 static_cast<std::uint64_t>(verb.voice));
    features.add("future", m, verb.future || verb.intended);
    features.add("hedge", m, s.hedge_before * 2U + s.hedge_after, type);
    features.add("hedge-any", m, s.hedge_before || s.hedge_after, has_source);
    features.add("hearsay", m, s.hearsay, type);
    features.add("denial", m, s.denial_before * 2U + s.denial_after);
    features.add("denial-type", m, s.denial_before || s.denial_after, type);
    features.add("unverified", m, s.unverified * 2U + s.unverified_next);
    features.add("unverified-type", m, s.unverified || s.unverified_next, type);
    features.add("quote", m, s.quote, has_source);
    features.add("source", m, has_source, type);
}

Modality plain_modality(Discourse& discourse, Trigger const& trigger) {
    Signs const s = read_signs(discourse, trigger);
    if (trigger.frame->planned != 0 || trigger.verb.future || trigger.verb.intended) return Modality::planned;
    if (s.unverified || s.unverified_next) return Modality::unverified;
    if (s.denial_before) return Modality::denied;
    if (s.hedge_before || s.hearsay) return Modality::alleged;
    return Modality::asserted;
}

}  // namespace salname
