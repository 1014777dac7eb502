#include "reading/people.h"

#include <algorithm>
#include <unordered_map>

#include "text/fold.h"
#include "text/hash.h"
#include "text/utf8.h"

namespace salname {

namespace {

constexpr std::size_t slip_limit = 200;  // persons among whom spelling slips are looked for

// One mention as folded name parts.
struct NameParts {
    std::vector<std::string> parts;
    bool initials = false;  // only initials
    std::uint32_t mention = 0;
};

// Differ by one letter (or the last two), same first letter, both long.
bool is_slip(std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (a.size() < 5 || b.size() < 5 || a[0] != b[0]) return false;
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t front = 0;
    while (front < a.size() && a[front] == b[front]) ++front;
    std::size_t back = 0;
    while (back < a.size() - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
    return front + back + (a.size() == b.size() ? 1 : 0) >= a.size();
}

bool is_initial(std::string_view part) {
    return length_utf8(part) == 1 || (part.size() >= 2 && part.back() == '.');
}

class PeopleGatherer {
public:
    PeopleGatherer(TokenizedReport const& report, Mentions const& mentions, Vocabulary const& packs)
        : report_(report), mentions_(mentions), packs_(packs) {}

    People gather() {
        people_.of_mention.assign(mentions_.all.size(), no_index);
        std::vector<NameParts> names;
        for (std::uint32_t m = 0; m < mentions_.all.size(); ++m)
            if (mentions_.all[m].kind == MentionKind::person) names.push_back(parts_of(m));
        // Full names first, so that a surname in a headline finds its person below.
        for (NameParts const& name : names)
            if (name.parts.size() >= 2) place_full(name);
        for (NameParts const& name : names)
            if (name.parts.size() < 2) place_short(name);
        finish();
        return std::move(people_);
    }

private:
    [[nodiscard]] bool has(std::uint32_t t, WordClass c) const {
        return packs_.words[report_.tokens[t].word].classes.has(c);
    }

    [[nodiscard]] NameParts parts_of(std::uint32_t m) const {
        NameParts name;
        name.mention = m;
        TokenRange const range = mentions_.all[m].tokens;
        bool letters = false;
        for (std::uint32_t t = range.first; t < range.last; ++t) {
            Token const& token = report_.tokens[t];
            if (token.kind != PieceKind::word) continue;
            if (has(t, WordClass::title) && t == range.first && range.size() > 1) continue;
            if ((token.flags & piece_initials) == 0) letters = true;
            bool const glued = !name.parts.empty() && t > range.first && report_.tokens[t - 1].mark == '-';
            std::string const part = fold(report_.of(token));
            if (glued)
                name.parts.back() += '-' + part;
            else
                name.parts.push_back(part);
        }
        name.initials = !letters;
        return name;
    }

    [[nodiscard]] static std::uint64_t key(std::string_view part) { return hash_bytes(part); }

    void place_full(NameParts const& name) {
        std::uint32_t person = no_index;
        for (std::uint32_t const candidate : with_part(name.parts.back()))
            if (same_full(parts_[candidate], name.parts)) person = candidate;
        if (person == no_index)
            for (std::uint32_t const candidate : with_part(name.parts.front()))
                if (same_full(parts_[candidate], name.parts)) person = candidate;
        if (person == no_index && parts_.size() <= slip_limit)
            for (std::uint32_t p = 0; p < parts_.size() && person == no_index; ++p)
                if (slips_match(parts_[p], name.parts)) person = p;
        if (person == no_index) person = add_person(name);
        add_mention(person, name);
    }

    // Every part of the shorter stands in the longer, or as its initial, in any order.
    [[nodiscard]] static bool same_full(std::vector<std::string> const& a, std::vector<std::string> const& b) {
        auto const& shorter = a.size() <= b.size() ? a : b;
        auto const& longer = a.size() <= b.size() ? b : a;
        std::size_t exact = 0;
        for (std::string const& part : shorter) {
            bool found = false;
            for (std::string const& other : longer) {
                if (part == other) {
                    found = true;
                    ++exact;
                    break;
                }
                if ((is_initial(part) || is_initial(other)) && part[0] == other[0]) {
                    found = true;
                    break;
                }
            }
            if (!found) return false;
        }
        return exact > 0;
    }

    [[nodiscard]] static bool slips_match(std::vector<std::string> const& a, std::vector<std::string> const& b) {
        if (a.size() != b.size()) return false;
        for (std::size_t i = 0; i < a.size(); ++i)
            if (!is_slip(a[i], b[i])) return false;
        return true;
    }

    void place_short(NameParts const& name) {
        if (name.parts.empty()) return;
        std::string const& part = name.parts[0];
        std::uint32_t const at = mentions_.all[name.mention].tokens.first;
        std::uint32_t best = no_index;
        std::uint32_t best_token = 0;
        bool best_before = false;
        auto const consider = [&](std::uint32_t candidate) {
            // The person named last before this place; else the first named after it.
            auto const& own = people_.all[candidate].mentions;
            for (std::uint32_t const m : own) {
                std::uint32_t const token = mentions_.all[m].tokens.first;
                bool const before = token < at;
                bool const better = best == no_index || (before && (!best_before || token > best_token)) ||
                                    (!before && !best_before && token < best_token);
                if (!better) continue;
                best = candidate;
                best_token = token;
                best_before = before;
            }
        };
        for (std::uint32_t const candidate : with_part(part)) consider(candidate);
        if (best == no_index && parts_.size() <= slip_limit && !name.initials)
            for (std::uint32_t p = 0; p < parts_.size(); ++p)
                if (parts_[p].size() >= 2 && is_slip(parts_[p].back(), part)) consider(p);
        if (best == no_index) best = add_person(name);
        add_mention(best, name);
    }

    [[nodiscard]] std::vector<std::uint32_t> with_part(std::string const& part) const {
        auto const found = by_part_.find(key(part));
        if (found == by_part_.end()) return {};
        auto const& all = found->second;
        return {all.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(all.size(), 16)), all.end()};
    }

    std::uint32_t add_person(NameParts const& name) {
        auto const person = static_cast<std::uint32_t>(people_.all.size());
        people_.all.emplace_back();
        parts_.push_back(name.parts);
        for (std::string const& part : name.parts) {
            auto& list = by_part_[key(part)];
            if (list.empty() || list.back() != person) list.push_back(person);
        }
        return person;
    }

    void add_mention(std::uint32_t person, NameParts const& name) {
        people_.of_mention[name.mention] = person;
        people_.all[person].mentions.push_back(name.mention);
        if (name.parts.size() > parts_[person].size()) {
            for (std::string const& part : name.parts) {
                auto& list = by_part_[key(part)];
                if (std::find(list.begin(), list.end(), person) == list.end()) list.push_back(person);
            }
            parts_[person] = name.parts;
        }
    }

    void finish();
    void describe(std::uint32_t person);
    void describe_mention(ReportPerson& person, std::uint32_t m);
    void role_before(ReportPerson& person, TokenRange name, TokenRange sentence);
    void role_after(ReportPerson& person, TokenRange name, TokenRange sentence);
    [[nodiscard]] std::uint32_t apposed_role(std::uint32_t t, TokenRange sentence) const;
    void add_role(ReportPerson& person, TokenRange role);
    [[nodiscard]] std::string text_of(TokenRange range) const;
    [[nodiscard]] bool has_surname_ending(std::uint32_t t) const;
    void find_aliases();

    TokenizedReport const& report_;
    Mentions const& mentions_;
    Vocabulary const& packs_;
    People people_;
    std::vector<std::vector<std::string>> parts_;  // by person
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_part_;
};

bool PeopleGatherer::has_surname_ending(std::uint32_t t) const {
    std::string const name = fold(report_.of(report_.tokens[t]));
    for (Entry const& entry : packs_.entries)
        if (entry.kind == static_cast<std::uint32_t>(EntryKind::name_ending) && name.size() > entry.name.size + 2U &&
            name.ends_with(packs_.string(entry.name)))
            return true;
    return false;
}

std::string PeopleGatherer::text_of(TokenRange range) const {
    while (range.size() > 1 && has(range.first, WordClass::title)) ++range.first;
    std::string text(report_.span_of(range).of(report_.text));
    // "AGHAMALIYEV Vurgun": a surname in capitals before the given name.
    bool const two = range.size() == 2;
    auto const all_upper = [&](std::uint32_t t) {
        return (report_.tokens[t].flags & (piece_all_upper | piece_initials)) == piece_all_upper &&
               report_.tokens[t].end - report_.tokens[t].begin > 2;
    };
    auto const given = [&](std::uint32_t t) {
        return has(t, WordClass::given_male) || has(t, WordClass::given_female);
    };
    bool const surname_first =
        two && ((all_upper(range.first) && !all_upper(range.first + 1)) ||
                (given(range.first + 1) && !given(range.first) && has_surname_ending(range.first)));
    if (surname_first && report_.tokens[range.first + 1].kind == PieceKind::word)
        text = std::string(report_.of(report_.tokens[range.first + 1])) + ' ' +
               std::string(report_.of(report_.tokens[range.first]));
    // A line break inside a name is a blank.
    std::string clean;
    for (char const c : text) {
        bool const blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (blank && (clean.empty() || clean.back() == ' ')) continue;
        clean += blank ? ' ' : c;
    }
    return clean;
}

// "known online as X": the name after the marker is the same person's.
void PeopleGatherer::find_aliases() {
    for (std::uint32_t m = 0; m + 1 < mentions_.all.size(); ++m) {
        if (mentions_.all[m].kind != MentionKind::person || mentions_.all[m + 1].kind != MentionKind::person) continue;
        std::uint32_t const from = mentions_.all[m].tokens.last;
        std::uint32_t const to = mentions_.all[m + 1].tokens.first;
        if (to - from > 8 || to <= from) continue;
        bool marked = false;
        std::uint32_t node = 0;
        for (std::uint32_t t = from; t < to && !marked; ++t) {
            if (has(t, WordClass::alias_marker)) marked = true;
            node = 0;
            for (std::uint32_t i = t; i < to && !marked; ++i) {
                node = packs_.next_node(node, report_.tokens[i].word);
                if (node == 0) break;
                PhraseNode const& found = packs_.phrase_nodes[node];
                for (std::uint32_t e = 0; e < found.entry_count; ++e) {
                    Entry const& entry = packs_.entries[packs_.phrase_entries[found.first_entry + e]];
                    if (entry.kind == static_cast<std::uint32_t>(EntryKind::marker) &&
                        entry.value == static_cast<std::uint32_t>(WordClass::alias_marker))
                        marked = true;
                }
            }
        }
        std::uint32_t const keep = people_.of_mention[m];
        std::uint32_t const drop = people_.of_mention[m + 1];
        if (!marked || keep == drop || keep == no_index || drop == no_index) continue;
        for (std::uint32_t const moved : people_.all[drop].mentions) {
            people_.of_mention[moved] = keep;
            people_.all[keep].mentions.push_back(moved);
        }
        people_.all[drop].mentions.clear();
    }
}

void PeopleGatherer::finish() {
    find_aliases();
    for (ReportPerson& person : people_.all) std::sort(person.mentions.begin(), person.mentions.end());
    // Persons in the order of their first mention; emptied ones go.
    std::vector<std::uint32_t> order;
    for (std::uint32_t p = 0; p < people_.all.size(); ++p)
        if (!people_.all[p].mentions.empty()) order.push_back(p);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return people_.all[a].mentions[0] < people_.all[b].mentions[0];
    });
    std::vector<std::uint32_t> number(people_.all.size(), no_index);
    std::vector<ReportPerson> sorted;
    for (std::uint32_t const p : order) {
        number[p] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(std::move(people_.all[p]));
    }
    people_.all = std::move(sorted);
    for (std::uint32_t& person : people_.of_mention)
        if (person != no_index) person = number[person];
    for (std::uint32_t p = 0; p < people_.all.size(); ++p) describe(p);
}

void PeopleGatherer::describe(std::uint32_t number) {
    ReportPerson& person = people_.all[number];
    std::size_t most = 0;
    for (std::uint32_t const m : person.mentions) {
        std::string const text = text_of(mentions_.all[m].tokens);
        std::size_t const words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
        if (words > most) {
            most = words;
            person.name = text;
        }
    }
    for (std::uint32_t const m : person.mentions) {
        std::string const text = text_of(mentions_.all[m].tokens);
        if (text != person.name &&
            std::find(person.aliases.begin(), person.aliases.end(), text) == person.aliases.end())
            person.aliases.push_back(text);
        describe_mention(person, m);
    }
}

void PeopleGatherer::describe_mention(ReportPerson& person, std::uint32_t m) {
    TokenRange const name = mentions_.all[m].tokens;
    TokenRange const sentence = report_.sentences[report_.sentence_of[name.first]].tokens;
    for (std::uint32_t t = name.first; t < name.last; ++t) {
        bool const male = has(t, WordClass::given_male);
        bool const female = has(t, WordClass::given_female);
        if (male != female && person.gender == Gender::unknown) person.gender = male ? Gender::male : Gender::female;
    }
    if (person.gender == Gender::unknown && name.size() > 0) {
        std::string const last = fold(report_.of(report_.tokens[name.last - 1]));
        for (Entry const& entry : packs_.entries) {
            if (entry.kind != static_cast<std::uint32_t>(EntryKind::name_ending)) continue;
            if (last.size() > entry.name.size + 2U && last.ends_with(packs_.string(entry.name)))
                person.gender = entry.value == 2 ? Gender::female : Gender::male;
        }
    }
    role_before(person, name, sentence);
    role_after(person, name, sentence);
    for (std::uint32_t const t : {name.last, name.last + 1})
        if (t < sentence.last && has(t, WordClass::speech)) person.speaker = true;
    if (name.first > sentence.first && has(name.first - 1, WordClass::speech)) person.speaker = true;
}

// "the head of the Supreme Assembly of Nakhchivan, Vasif Talibov": the noun that the chunk before the comma
// begins with; `t` itself when there is none.
std::uint32_t PeopleGatherer::apposed_role(std::uint32_t t, TokenRange sentence) const {
    for (std::uint32_t at = t; at > sentence.first && t - at < 14; --at) {
        if (report_.tokens[at].mark == ',' || has(at, WordClass::be) || has(at, WordClass::have) ||
            has(at, WordClass::who))
            break;
        bool const role = has(at, WordClass::role) || has(at, WordClass::official) || has(at, WordClass::lawyer) ||
                          has(at, WordClass::kin);
        bool const opened = has(at - 1, WordClass::determiner) || has(at - 1, WordClass::his) ||
                            has(at - 1, WordClass::hers) || has(at - 1, WordClass::their) ||
                            has(at - 1, WordClass::clitic);
        if (role && opened &&
            (at == t || has(at + 1, WordClass::genitive_marker) || has(at + 1, WordClass::conjunction) ||
             has(at + 1, WordClass::preposition)))
            return at;
    }
    return t;
}

// "opposition activist Rufat Dashdamirov", "his lawyer, Nazim Abdinov"
void PeopleGatherer::role_before(ReportPerson& person, TokenRange name, TokenRange sentence) {
    std::uint32_t t = name.first;
    bool const comma = t > sentence.first && report_.tokens[t - 1].mark == ',';
    if (comma) --t;
    if (t == sentence.first) return;
    --t;
    if (comma) t = apposed_role(t, sentence);
    if (has(t, WordClass::clitic)) return;
    bool const role = has(t, WordClass::role) || has(t, WordClass::official) || has(t, WordClass::lawyer) ||
                      has(t, WordClass::kin) || has(t, WordClass::title);
    if (!role) return;
    TokenRange range{t, t + 1};
    while (range.first > sentence.first) {
        Token const& before = report_.tokens[range.first - 1];
        bool const adjective =
            before.kind == PieceKind::word && !before.capital() && !has(range.first - 1, WordClass::determiner) &&
            !has(range.first - 1, WordClass::preposition) && !has(range.first - 1, WordClass::be) &&
            !has(range.first - 1, WordClass::his) && !has(range.first - 1, WordClass::hers) &&
            !has(range.first - 1, WordClass::their) && !has(range.first - 1, WordClass::clitic) &&
            !has(range.first - 1, WordClass::conjunction) && mentions_.at[range.first - 1] == no_index &&
            range.size() < 3 && (packs_.words[before.word].forms & form_verbal) == 0 &&
            !has(range.first - 1, WordClass::relative) && !has(range.first - 1, WordClass::speech);
        if (!adjective) break;
        --range.first;
    }
    if (has(t, WordClass::kin)) {
        person.kin_only = true;
        return;
    }
    add_role(person, range);
}

// "Amrah Tahmazov, a civic activist and blogger,"
void PeopleGatherer::role_after(ReportPerson& person, TokenRange name, TokenRange sentence) {
    std::uint32_t t = name.last;
    if (t >= sentence.last || (report_.tokens[t].mark != ',' && report_.tokens[t].mark != '(')) return;
    ++t;
    std::uint32_t const start = t;
    TokenRange range{0, 0};
    for (; t < sentence.last && t - start < 10; ++t) {
        if (report_.tokens[t].mark == ',' || report_.tokens[t].mark == ')' || has(t, WordClass::who) ||
            has(t, WordClass::be) || has(t, WordClass::have))
            break;
        std::uint32_t const m = mentions_.at[t];
        if (m != no_index &&
            (mentions_.all[m].kind == MentionKind::organisation || mentions_.all[m].kind == MentionKind::outlet)) {
            std::string text(report_.span_of(mentions_.all[m].tokens).of(report_.text));
            if (std::find(person.affiliations.begin(), person.affiliations.end(), text) == person.affiliations.end())
                person.affiliations.push_back(std::move(text));
        }
        if (m != no_index && mentions_.all[m].kind == MentionKind::person) break;
        bool const role = has(t, WordClass::role) || has(t, WordClass::official) || has(t, WordClass::lawyer);
        if (role && range.empty()) {
            range = {start, t + 1};
            while (range.first < t &&
                   (has(range.first, WordClass::determiner) || mentions_.at[range.first] != no_index))
                ++range.first;
        }
        if (has(t, WordClass::kin) && range.empty() && t - start < 3) person.kin_only = true;
    }
    if (!range.empty()) add_role(person, range);
}

void PeopleGatherer::add_role(ReportPerson& person, TokenRange role) {
    std::uint32_t const noun = role.last - 1;
    if (has(noun, WordClass::lawyer)) person.lawyer = true;
    if (has(noun, WordClass::official) && !has(noun, WordClass::role)) person.official = true;
    if (has(noun, WordClass::title) && !has(noun, WordClass::official)) return;
    std::string text(report_.span_of(role).of(report_.text));
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (std::find(person.roles.begin(), person.roles.end(), text) == person.roles.end())
        person.roles.push_back(std::move(text));
}

}  // namespace

People gather_people(TokenizedReport const& report, Mentions const& mentions, Vocabulary const& packs) {
    return PeopleGatherer(report, mentions, packs).gather();
}

}  // namespace salname
