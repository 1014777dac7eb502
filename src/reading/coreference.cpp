#include "reading/coreference.h"

#include <algorithm>

namespace salname {

namespace {

constexpr std::size_t people_before = 6;
constexpr std::size_t people_after = 4;
constexpr std::uint32_t group_reach = 14;  // sentences back in which "both men" may have been named

// How a nominal in some relation bears on a candidate.
enum Bearing : std::uint8_t {
    absent,
    names_it,
    names_group_of_it,
    names_other,
    pronoun_fits,
    pronoun_clashes,
    plural_fits,
    plural_alone,
    role_fits,
    role_open,
    role_clashes,
    counted,
    institution,
    kin_of_it,
    speaker_words,
    other_kind
};

bool contains(std::vector<std::uint32_t> const& people, std::uint32_t person) {
    return std::find(people.begin(), people.end(), person) != people.end();
}

bool gender_fits(Gender left, Gender right) {
    return left == Gender::unknown || right == Gender::unknown || left == right;
}

class PersonFeatures {
public:
    PersonFeatures(FeatureList& features, Discourse& discourse, Trigger const& trigger,
                   PersonCandidate const& candidate)
        : features_(features),
          discourse_(discourse),
          view_(discourse.view()),
          trigger_(trigger),
          candidate_(candidate),
          nominals_(discourse.parts(trigger.sentence).nominals) {}

    void add() {
        auto const role = static_cast<std::uint64_t>(trigger_.frame->person);
        auto const voice = static_cast<std::uint64_t>(trigger_.verb.voice);
        auto const type = static_cast<std::uint64_t>(trigger_.frame->type);
        std::array<std::uint64_t, relation_count> codes{};
        for (std::size_t r = 0; r < relation_count; ++r) codes[r] = bearing(trigger_.fillers[r]);
        for (std::size_t r = 0; r < relation_count; ++r) {
            features_.add("relation", r, codes[r], role * 8 + voice);
            features_.add("relation-of-type", r, codes[r], type);
        }
        features_.add("subject-object", codes[subject] * 16 + codes[object], role, voice);
        features_.add("subject-possessor", codes[subject] * 16 + codes[possessor], role, voice);
        features_.add("subject-near", codes[subject] * 16 + codes[near_left], role, voice);
        std::size_t const size = std::min<std::size_t>(candidate_.people.size(), 3);
        features_.add("size", size, role, kind(subject) * 16 + kind(object));
        if (candidate_.people.empty())
            add_nobody(role, type);
        else
            add_somebody(role);
    }

private:
    [[nodiscard]] std::uint64_t kind(Relation relation) const {
        std::uint32_t const n = trigger_.fillers[relation];
        return n == no_index ? 0 : static_cast<std::uint64_t>(nominals_[n].kind);
    }

    [[nodiscard]] std::uint64_t bearing(std::uint32_t n) const {
        if (n == no_index) return absent;
        Nominal const& nominal = nominals_[n];
        switch (nominal.kind) {
            case NominalKind::name: return name_bearing(nominal);
            case NominalKind::he:
            case NominalKind::she: return pronoun_bearing(nominal.gender);
            case NominalKind::possessive: return nominal.plural ? plural_bearing() : pronoun_bearing(nominal.gender);
            case NominalKind::they:
            case NominalKind::pair: return plural_bearing();
            case NominalKind::group: return candidate_.people.size() > 1 ? plural_fits : counted;
            case NominalKind::role: return role_bearing(nominal);
            case NominalKind::count: return counted;
            case NominalKind::organisation: return institution;
            case NominalKind::kin:
            case NominalKind::lawyer:
            case NominalKind::official: return kin_of_it;
            case NominalKind::first_person: return speaker_words;
            case NominalKind::none: break;
        }
        return other_kind;
    }

    [[nodiscard]] std::uint64_t plural_bearing() const {
        return candidate_.people.size() > 1 ? plural_fits : plural_alone;
    }

    [[nodiscard]] std::uint64_t name_bearing(Nominal const& nominal) const {
        if (!contains(candidate_.people, nominal.person)) return names_other;
        if (nominal.group == no_index)
            return static_cast<std::uint64_t>(candidate_.people.size() == 1 ? names_it : names_group_of_it);
        // A name within "A and B" speaks for the whole group.
        return static_cast<std::uint64_t>(candidate_.people.size() > 1 ? names_it : names_group_of_it);
    }

    [[nodiscard]] std::uint64_t pronoun_bearing(Gender gender) const {
        if (candidate_.people.size() != 1) return pronoun_clashes;
        return gender_fits(gender, view_.people.all[candidate_.people[0]].gender) ? pronoun_fits : pronoun_clashes;
    }

    [[nodiscard]] std::uint64_t role_bearing(Nominal const& nominal) const {
        if (candidate_.people.size() != 1) return role_clashes;
        ReportPerson const& person = view_.people.all[candidate_.people[0]];
        std::string_view const word = view_.packs.string(view_.packs.words[nominal.word].text);
        for (std::string const& role : person.roles)
            if (role.find(word) != std::string::npos) return role_fits;
        return person.roles.empty() ? role_open : role_clashes;
    }

    void add_nobody(std::uint64_t role, std::uint64_t type) {
        features_.add("nobody", type);
        features_.add("nobody-fillers", kind(subject) * 16 + kind(object), role);
        features_.add("nobody-fillers-type", kind(subject) * 16 + kind(object), type);
        features_.add("nobody-count", headcount(discourse_, trigger_) != 0, kind(subject), kind(object));
        TokenRange const sentence = view_.report.sentences[trigger_.sentence].tokens;
        features_.add("nobody-named-here", std::min<std::size_t>(discourse_.named_within(sentence, 3).size(), 2), role,
                      kind(subject));
        features_.add("nobody-people", std::min<std::size_t>(view_.people.all.size(), 4), type);
        features_.add("nobody-before",
                      std::min<std::size_t>(discourse_.recent(trigger_.match.tokens.first, 2).size(), 2),
                      kind(subject));
    }

    void add_somebody(std::uint64_t role) {
        std::uint32_t const person = candidate_.people[0];
        ReportPerson const& who = view_.people.all[person];
        std::uint32_t const at = trigger_.match.tokens.first;
        auto const order = discourse_.recent(at, people_before);
        auto const rank_of = [&] {
            return static_cast<std::uint64_t>(std::find(order.begin(), order.end(), person) - order.begin());
        };
        std::uint64_t const rank = rank_of();
        std::uint64_t fitting = 0;  // people nearer than this one whom a pronoun could mean as well
        Gender const wanted = wanted_gender();
        for (std::uint32_t const other : order) {
            if (other == person) break;
            ReportPerson const& one = view_.people.all[other];
            if (gender_fits(wanted, one.gender) && !one.lawyer && !one.official) ++fitting;
        }
        std::uint64_t const fillers = kind(subject) * 16 + kind(object);
        features_.add("rank", rank, fillers, role);
        features_.add("rank-fitting", fitting, fillers, gender_fits(wanted, who.gender));
        features_.add("rank-possessor", fitting, kind(possessor), role);
        std::uint32_t const last = discourse_.last_mention(person, at);
        std::uint64_t const sentences =
            last == no_index ? 9 : std::min<std::uint64_t>(trigger_.sentence - view_.report.sentence_of[last], 5);
        features_.add("sentences-since", sentences, kind(subject), role);
        features_.add("flags", flags(who), role, bearing(trigger_.fillers[subject]));
        features_.add("flags-alone", flags(who), sentences == 0);
        bool const main = person == discourse_.main_person();
        features_.add("main", main, kind(subject), std::min<std::uint64_t>(fitting, 2));
        features_.add("told-before", std::min<std::uint32_t>(discourse_.accounts_of[person], 3), kind(subject),
                      flags(who) != 0);
        features_.add("in-title", discourse_.in_title(person), kind(subject));
        features_.add("told-last", discourse_.told_last == person, kind(subject), sentences);
        features_.add("told-last-flags", discourse_.told_last == person, fillers, flags(who));
        auto const& block = view_.report.blocks[view_.report.sentences[trigger_.sentence].block];
        auto const named_first = discourse_.named_within({block.tokens.first, at}, 1);
        std::uint64_t const opens = named_first.empty() ? 2 : static_cast<std::uint64_t>(named_first[0] == person);
        features_.add("opens-block", opens, kind(subject), std::min<std::uint64_t>(rank, 2));
        features_.add("same-type-before",
                      (discourse_.types_of[person] >> static_cast<unsigned>(trigger_.frame->type)) & 1U);
        add_distance(person, role);
    }

    void add_distance(std::uint32_t person, std::uint64_t role) {
        std::uint32_t const from = trigger_.match.tokens.first;
        std::uint64_t nearest = 99;
        bool before = false;
        Nominal const* nominal = nullptr;
        for (Nominal const& one : nominals_) {
            if (one.kind != NominalKind::name || one.person != person) continue;
            bool const left = one.tokens.last <= from;
            std::uint64_t const distance = left                      ? from - one.tokens.last
                                           : one.tokens.first > from ? one.tokens.first - from
                                                                     : 0;
            if (distance < nearest) {
                nearest = distance;
                before = left;
                nominal = &one;
            }
        }
        std::uint64_t const bucket = nearest >= 99  ? 9
                                     : nearest > 20 ? 8
                                     : nearest > 12 ? 7
                                     : nearest > 8  ? 6
                                     : nearest > 5  ? 5
                                                    : std::min<std::uint64_t>(nearest, 4);
        features_.add("distance", bucket * 2 + before, role, static_cast<std::uint64_t>(trigger_.verb.voice));
        if (nominal == nullptr) return;
        features_.add("preposition", view_.packs.words[nominal->preposition].hash, before, role);
        features_.add("possessor-name", nominal->possessor, before, role);
        bool const said =
            discourse_.any(trigger_.sentence,
                           {nominal->tokens.last,
                            std::min(nominal->tokens.last + 2, view_.report.sentences[trigger_.sentence].tokens.last)},
                           WordClass::speech);
        features_.add("says", said, before, role);
    }

    [[nodiscard]] Gender wanted_gender() const {
        for (Relation const relation : {subject, object, possessor, near_left}) {
            std::uint32_t const n = trigger_.fillers[relation];
            if (n != no_index && nominals_[n].gender != Gender::unknown && nominals_[n].kind != NominalKind::name)
                return nominals_[n].gender;
        }
        return Gender::unknown;
    }

    [[nodiscard]] static std::uint64_t flags(ReportPerson const& person) {
        return person.flags() + 16U * person.speaker;
    }

    FeatureList& features_;
    Discourse& discourse_;
    ReportView const& view_;
    Trigger const& trigger_;
    PersonCandidate const& candidate_;
    std::vector<Nominal> const& nominals_;
};

void add_candidate(std::vector<PersonCandidate>& candidates, std::vector<std::uint32_t> people) {
    for (PersonCandidate const& known : candidates)
        if (known.people == people) return;
    candidates.push_back({std::move(people)});
}

// People named together ("A, B and C") in a sentence.
std::vector<std::vector<std::uint32_t>> groups_of(std::vector<Nominal> const& nominals) {
    std::vector<std::vector<std::uint32_t>> groups;
    for (Nominal const& nominal : nominals) {
        if (nominal.kind != NominalKind::name || nominal.group == no_index || nominal.person == no_index) continue;
        if (groups.size() <= nominal.group) groups.resize(nominal.group + 1);
        if (!contains(groups[nominal.group], nominal.person)) groups[nominal.group].push_back(nominal.person);
    }
    std::erase_if(groups, [](auto const& group) { return group.size() < 2; });
    return groups;
}

bool is_plural(std::vector<Nominal> const& nominals, std::uint32_t n) {
    return n != no_index && (nominals[n].plural || nominals[n].kind == NominalKind::pair);
}

}  // namespace

std::vector<PersonCandidate> person_candidates(Discourse& discourse, Trigger const& trigger) {
    std::vector<PersonCandidate> candidates{{}};
    TokenRange const sentence = discourse.view().report.sentences[trigger.sentence].tokens;
    std::uint32_t const at = trigger.match.tokens.first;
    for (std::uint32_t const person : discourse.recent(at, people_before)) add_candidate(candidates, {person});
    for (std::uint32_t const person : discourse.named_within({at, sentence.last}, people_after))
        add_candidate(candidates, {person});
    if (discourse.main_person() != no_index) add_candidate(candidates, {discourse.main_person()});
    auto const& nominals = discourse.parts(trigger.sentence).nominals;
    for (auto& group : groups_of(nominals))
        if (group.size() <= 24) add_candidate(candidates, std::move(group));
    bool plural = false;
    for (std::uint32_t const n : trigger.fillers) plural = plural || is_plural(nominals, n);
    if (plural) {
        // "Both men": the people named together, or each in turn, in the sentences before.
        std::vector<std::uint32_t> listed;
        std::size_t found = 0;
        for (std::uint32_t back = 0; back <= group_reach && back <= trigger.sentence && found < 3; ++back)
            for (auto& group : groups_of(discourse.parts(trigger.sentence - back).nominals)) {
                add_candidate(candidates, std::move(group));
                ++found;
            }
        for (std::uint32_t const person : discourse.recent(at, 4)) {
            ReportPerson const& who = discourse.view().people.all[person];
            if (who.lawyer || who.official) continue;
            listed.insert(listed.begin(), person);
            if (listed.size() >= 2) add_candidate(candidates, listed);
        }
    }
    return candidates;
}

void add_person_features(FeatureList& features, Discourse& discourse, Trigger const& trigger,
                         PersonCandidate const& candidate) {
    PersonFeatures(features, discourse, trigger, candidate).add();
}

std::uint32_t headcount(Discourse& discourse, Trigger const& trigger) {
    auto const& nominals = discourse.parts(trigger.sentence).nominals;
    bool const after = trigger.verb.voice == Voice::active || trigger.verb.voice == Voice::gerund ||
                       trigger.verb.voice == Voice::infinitive;
    bool const patient = trigger.frame->person == PersonRole::patient;
    std::array<Relation, 5> order{subject, object, near_left, near_right, of_phrase};
    if (patient && after) order = {object, near_right, subject, near_left, of_phrase};
    if (trigger.frame->person == PersonRole::possessor) order = {of_phrase, possessor, near_right, subject, near_left};
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::uint32_t const n = trigger.fillers[order[i]];
        if (n == no_index) continue;
        Nominal const& nominal = nominals[n];
        if (nominal.kind == NominalKind::count) return discourse.view().mentions.all[nominal.mention].value;
        if (i >= 2) continue;
        bool const single = nominal.kind == NominalKind::role || nominal.kind == NominalKind::kin;
        if (single && !nominal.plural) return 1;
    }
    return 0;
}

}  // namespace salname
