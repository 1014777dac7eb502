#include "chronicle/name_pairs.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

#include "text/fold.h"
#include "text/hash.h"

namespace salname::chronicle {

namespace {

class SoundingNames : public NameEvidence {
public:
    explicit SoundingNames(linking::NameKnowledge const& knowledge) : knowledge_(knowledge) {}

    [[nodiscard]] std::string key_of(std::string_view name) const override { return linking::lower(name); }

    [[nodiscard]] NameForm form_of(std::string_view name) const override {
        constexpr std::size_t most_keys = 12;
        NameForm form{key_of(name), false, linking::parse_name(knowledge_, name), {}};
        form.full = form.parsed.full_words >= 2;
        if (!form.full) return form;
        std::array<std::uint64_t, most_keys> keys{};
        std::size_t const count = linking::block_keys(knowledge_, form.parsed, keys);
        form.keys.assign(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count));
        std::sort(form.keys.begin(), form.keys.end());
        form.keys.erase(std::unique(form.keys.begin(), form.keys.end()), form.keys.end());
        return form;
    }

    [[nodiscard]] double score(NameForm const& a, NameForm const& b) const override {
        return linking::score_names(knowledge_, a.parsed, b.parsed);
    }

    [[nodiscard]] std::string explain(std::string_view a, std::string_view b) const override {
        std::string text;
        for (linking::Evidence const& one : linking::explain_names(knowledge_, a, b).evidence) {
            char bits[32];
            std::snprintf(bits, sizeof bits, " %+.1f", one.bits);
            text.append(text.empty() ? "" : "; ").append(one.what).append(bits);
        }
        return text;
    }

private:
    linking::NameKnowledge const& knowledge_;
};

class EqualNames : public NameEvidence {
public:
    [[nodiscard]] std::string key_of(std::string_view name) const override { return fold(name); }
    [[nodiscard]] NameForm form_of(std::string_view name) const override {
        bool const full = name.find(' ') != std::string::npos && name.find('.') == std::string::npos;
        return {key_of(name), full, {}, {}};
    }
    [[nodiscard]] double score(NameForm const& a, NameForm const& b) const override { return a.key == b.key ? 1 : 0; }
    [[nodiscard]] std::string explain(std::string_view a, std::string_view b) const override {
        return std::string(a) + " = " + std::string(b);
    }
};

struct BornName {
    std::string name;  // as the first member bears it
    NameForm form;
    std::vector<std::size_t> members;
};

class Pairing {
public:
    Pairing(NameEvidence const& evidence, std::span<std::vector<std::string> const> members) : evidence_(evidence) {
        std::map<std::string, std::size_t> by_form;
        for (std::size_t m = 0; m < members.size(); ++m)
            for (std::string const& name : members[m]) {
                auto const [place, fresh] = by_form.emplace(evidence.key_of(name), names_.size());
                if (fresh) names_.push_back({name, evidence.form_of(name), {}});
                auto& bearers = names_[place->second].members;
                if (bearers.empty() || bearers.back() != m) bearers.push_back(m);
            }
    }

    std::vector<NamePair> pair() {
        // Who is named alike is asked about once: the first with each other.
        for (BornName const& one : names_)
            for (std::size_t i = 1; one.form.full && i < one.members.size(); ++i)
                keep(one.members[0], one.members[i], 1, "the same name, " + one.name);
        std::map<std::uint64_t, std::vector<std::size_t>> blocks;
        for (std::size_t n = 0; n < names_.size(); ++n)
            for (std::uint64_t const key : names_[n].form.keys) blocks[key].push_back(n);
        for (auto const& [key, block] : blocks)
            for (std::size_t x = 0; x < block.size(); ++x)
                for (std::size_t y = x + 1; y < block.size(); ++y)
                    if (meets_first_in(key, names_[block[x]].form, names_[block[y]].form))
                        compare(names_[block[x]], names_[block[y]]);
        std::vector<NamePair> pairs;
        for (auto& [members, one] : found_) pairs.push_back(std::move(one));
        return pairs;
    }

private:
    // Two forms that share several keys are compared once.
    static bool meets_first_in(std::uint64_t key, NameForm const& a, NameForm const& b) {
        for (std::uint64_t const other : a.keys) {
            if (other == key) return true;
            if (std::binary_search(b.keys.begin(), b.keys.end(), other)) return false;
        }
        return false;
    }

    void compare(BornName const& a, BornName const& b) {
        double const score = evidence_.score(a.form, b.form);
        if (linking::verdict_of(score) == linking::Verdict::different) return;
        auto const& [left, right] = std::minmax(a.name, b.name);
        keep(a.members[0], b.members[0], score, evidence_.explain(left, right));
    }

    void keep(std::size_t a, std::size_t b, double score, std::string why) {
        if (a == b) return;
        auto const [place, fresh] = found_.emplace(std::minmax(a, b), NamePair{});
        NamePair& kept = place->second;
        if (!fresh && std::tie(kept.score, why) >= std::tie(score, kept.why)) return;
        kept = {std::min(a, b), std::max(a, b), score, linking::verdict_of(score) == linking::Verdict::same,
                std::move(why)};
    }

    NameEvidence const& evidence_;
    std::vector<BornName> names_;
    std::map<std::pair<std::size_t, std::size_t>, NamePair> found_;
};

}  // namespace

std::shared_ptr<NameEvidence const> sounding_names(linking::NameKnowledge const& knowledge) {
    return std::make_shared<SoundingNames>(knowledge);
}

std::shared_ptr<NameEvidence const> equal_names() {
    return std::make_shared<EqualNames>();
}

std::vector<NamePair> pair_names(NameEvidence const& evidence, std::span<std::vector<std::string> const> members) {
    return Pairing(evidence, members).pair();
}

}  // namespace salname::chronicle
