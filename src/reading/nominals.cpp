// Nominals of a sentence: names, pronouns, role nouns, counted groups, institutions.
#include <algorithm>

#include "reading/clause.h"

namespace salname {

namespace {

class NominalFinder {
public:
    NominalFinder(TokenizedReport const& report, Mentions const& mentions, People const& people,
                  Vocabulary const& packs, TokenRange sentence)
        : report_(report), mentions_(mentions), people_(people), packs_(packs), sentence_(sentence) {}

    std::vector<Nominal> find() {
        for (std::uint32_t t = sentence_.first; t < sentence_.last;) t = at(t);
        mark_groups();
        return std::move(nominals_);
    }

private:
    [[nodiscard]] ClassSet const& classes(std::uint32_t t) const {
        return packs_.words[report_.tokens[t].word].classes;
    }
    [[nodiscard]] bool has(std::uint32_t t, WordClass c) const { return classes(t).has(c); }

    std::uint32_t at(std::uint32_t t) {
        if (Mention const* mention = mentions_.covering(t); mention != nullptr && mention->tokens.first == t) {
            from_mention(*mention);
            return std::min(mention->tokens.last, sentence_.last);
        }
        if (pronoun(t)) return t + 1;
        return noun(t);
    }

    void from_mention(Mention const& mention) {
        Nominal nominal;
        nominal.tokens = mention.tokens;
        nominal.mention = static_cast<std::uint32_t>(&mention - mentions_.all.data());
        switch (mention.kind) {
            case MentionKind::person:
                nominal.kind = NominalKind::name;
                nominal.person = people_.of_mention[nominal.mention];
                if (nominal.person != no_index) nominal.gender = people_.all[nominal.person].gender;
                absorb_role(nominal);
                break;
            case MentionKind::count:
                nominal.kind = NominalKind::count;
                nominal.plural = mention.value != 1;
                break;
            case MentionKind::organisation:
            case MentionKind::court:
            case MentionKind::outlet: nominal.kind = NominalKind::organisation; break;
            default: return;
        }
        push(nominal);
    }

    // "blogger Rufat Dashdamirov": the role before the name belongs to it.
    void absorb_role(Nominal& nominal) {
        while (!nominals_.empty()) {
            Nominal const& before = nominals_.back();
            bool const role = before.kind == NominalKind::role || before.kind == NominalKind::kin ||
                              before.kind == NominalKind::lawyer || before.kind == NominalKind::official;
            if (!role || before.tokens.last != nominal.tokens.first || before.possessor) return;
            nominal.tokens.first = before.tokens.first;
            if (nominal.word == 0) nominal.word = before.word;
            nominals_.pop_back();
        }
    }

    bool pronoun(std::uint32_t t) {
        Nominal nominal;
        nominal.tokens = {t, t + 1};
        nominal.word = report_.tokens[t].word;
        ClassSet const& c = classes(t);
        bool const before_noun = t + 1 < sentence_.last && report_.tokens[t + 1].kind == PieceKind::word &&
                                 !has(t + 1, WordClass::preposition) && !has(t + 1, WordClass::conjunction) &&
                                 !has(t + 1, WordClass::infinitive_marker) && !has(t + 1, WordClass::again);
        if (c.has(WordClass::he) || c.has(WordClass::him)) {
            nominal.kind = NominalKind::he;
            nominal.gender = Gender::male;
        } else if (c.has(WordClass::she) || (c.has(WordClass::her) && !before_noun)) {
            nominal.kind = NominalKind::she;
            nominal.gender = Gender::female;
        } else if (c.has(WordClass::they) || c.has(WordClass::them)) {
            nominal.kind = NominalKind::they;
            nominal.plural = true;
        } else if (c.has(WordClass::both) && !c.has(WordClass::determiner)) {
            nominal.kind = NominalKind::pair;
            nominal.plural = true;
        } else if (c.has(WordClass::his) || c.has(WordClass::hers) || c.has(WordClass::their)) {
            nominal.kind = NominalKind::possessive;
            nominal.possessor = true;
            nominal.plural = c.has(WordClass::their);
            nominal.gender = c.has(WordClass::his)    ? Gender::male
                             : c.has(WordClass::hers) ? Gender::female
                                                      : Gender::unknown;
        } else if (c.has(WordClass::first_person)) {
            nominal.kind = NominalKind::first_person;
        } else {
            return false;
        }
        push(nominal);
        return true;
    }

    // "the blogger", "two men", "both bloggers", "his lawyer", "police"
    std::uint32_t noun(std::uint32_t t) {
        ClassSet const& c = classes(t);
        Nominal nominal;
        nominal.tokens = {t, t + 1};
        nominal.word = packs_.words[report_.tokens[t].word].lemma;
        if (c.has(WordClass::both)) {
            nominal.kind = NominalKind::pair;
            nominal.plural = true;
        } else if (c.has(WordClass::kin)) {
            nominal.kind = NominalKind::kin;
        } else if (c.has(WordClass::lawyer)) {
            nominal.kind = NominalKind::lawyer;
        } else if (c.has(WordClass::official) && !c.has(WordClass::role)) {
            nominal.kind = NominalKind::official;
        } else if (c.has(WordClass::role) || c.has(WordClass::group)) {
            nominal.kind = NominalKind::role;
        } else if (c.has(WordClass::group_plural)) {
            nominal.kind = NominalKind::group;
            nominal.plural = true;
        } else if (c.has(WordClass::police_noun) || c.has(WordClass::court_noun) || c.has(WordClass::authority_noun)) {
            nominal.kind = NominalKind::organisation;
        } else {
            return t + 1;
        }
        while (nominal.tokens.first > sentence_.first) {
            std::uint32_t const before = nominal.tokens.first - 1;
            if (has(before, WordClass::both)) {
                nominal.kind = NominalKind::pair;
                nominal.plural = true;
            } else if (!has(before, WordClass::determiner) && !has(before, WordClass::number)) {
                break;
            }
            nominal.tokens.first = before;
        }
        // A role noun in front of another noun ("police station", "court ruling") is not the one acting.
        if (nominal.kind == NominalKind::organisation && !nominals_.empty() &&
            nominals_.back().tokens.last == nominal.tokens.first &&
            nominals_.back().kind == NominalKind::organisation) {
            nominals_.back().tokens.last = nominal.tokens.last;
            return t + 1;
        }
        push(nominal);
        return t + 1;
    }

    void push(Nominal nominal) {
        std::uint32_t const first = nominal.tokens.first;
        std::uint32_t const last = nominal.tokens.last;
        if (last < sentence_.last && has(last, WordClass::clitic)) {
            nominal.possessor = true;
            nominal.tokens.last = last + 1;
        }
        std::uint32_t before = first;
        while (before > sentence_.first &&
               (has(before - 1, WordClass::determiner) || report_.tokens[before - 1].mark == '"'))
            --before;
        if (before > sentence_.first && has(before - 1, WordClass::preposition))
            nominal.preposition = report_.tokens[before - 1].word;
        bool const role = nominal.kind == NominalKind::role || nominal.kind == NominalKind::official ||
                          nominal.kind == NominalKind::lawyer;
        if (role && !nominals_.empty() && nominals_.back().kind == NominalKind::name && before > sentence_.first &&
            before - 1 == nominals_.back().tokens.last && report_.tokens[before - 1].mark == ',')
            nominal.apposed = true;
        if (nominal.kind == NominalKind::name && link_role(nominal)) return;
        nominals_.push_back(nominal);
    }

    // "another activist and member of the board, Elmir Abbasov": the role before the comma is the name's, and
    // stands where the name would stand in the clause.
    bool link_role(Nominal const& name) {
        std::uint32_t const first = name.tokens.first;
        if (nominals_.empty() || first < sentence_.first + 2 || report_.tokens[first - 1].mark != ',') return false;
        for (std::size_t i = nominals_.size(); i-- > 0 && nominals_.size() - i <= 4;) {
            Nominal& role = nominals_[i];
            bool const fits = (role.kind == NominalKind::role || role.kind == NominalKind::official ||
                               role.kind == NominalKind::lawyer || role.kind == NominalKind::kin) &&
                              !role.possessor && has(role.tokens.first, WordClass::determiner);
            if (role.kind == NominalKind::name) return false;
            if (!fits) continue;
            if (first - role.tokens.last > 14) return false;
            for (std::uint32_t t = role.tokens.last; t + 1 < first; ++t)
                if (report_.tokens[t].mark != 0 || has(t, WordClass::be) || has(t, WordClass::have) ||
                    has(t, WordClass::who))
                    return false;
            bool const outer = i > 0 && nominals_[i - 1].kind == NominalKind::role &&
                               has(nominals_[i - 1].tokens.first, WordClass::determiner) &&
                               role.tokens.first - nominals_[i - 1].tokens.last <= 2;
            Nominal& first_role = outer ? nominals_[i - 1] : role;
            first_role.kind = NominalKind::name;
            first_role.person = name.person;
            first_role.mention = name.mention;
            first_role.gender = name.gender;
            first_role.tokens.last = name.tokens.last;
            nominals_.resize(static_cast<std::size_t>(&first_role - nominals_.data()) + 1);
            return true;
        }
        return false;
    }

    // "A, B and C": names with nothing but commas, conjunctions, ages and roles between.
    void mark_groups() {
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < nominals_.size(); ++i) {
            if (nominals_[i].kind != NominalKind::name) continue;
            for (std::size_t j = i + 1; j < nominals_.size(); ++j) {
                if (nominals_[j].apposed) continue;
                if (nominals_[j].kind != NominalKind::name ||
                    !joined(nominals_[i].tokens.last, nominals_[j].tokens.first))
                    break;
                if (nominals_[i].group == no_index) nominals_[i].group = group++;
                nominals_[j].group = nominals_[i].group;
                break;
            }
        }
    }

    [[nodiscard]] bool joined(std::uint32_t from, std::uint32_t to) const {
        bool link = false;
        if (to < from || to - from > 8) return false;
        for (std::uint32_t t = from; t < to; ++t) {
            if (report_.tokens[t].mark == ',' || has(t, WordClass::conjunction)) {
                link = true;
                continue;
            }
            bool const passable = has(t, WordClass::determiner) || has(t, WordClass::role) || has(t, WordClass::his) ||
                                  has(t, WordClass::hers) || has(t, WordClass::kin) ||
                                  report_.tokens[t].kind == PieceKind::number || report_.tokens[t].mark == '(' ||
                                  report_.tokens[t].mark == ')' || mentions_.covering(t) != nullptr;
            if (!passable) return false;
        }
        return link;
    }

    TokenizedReport const& report_;
    Mentions const& mentions_;
    People const& people_;
    Vocabulary const& packs_;
    TokenRange sentence_;
    std::vector<Nominal> nominals_;
};

}  // namespace

std::vector<Nominal> find_nominals(TokenizedReport const& report, Mentions const& mentions, People const& people,
                                   Vocabulary const& packs, TokenRange sentence) {
    return NominalFinder(report, mentions, people, packs, sentence).find();
}

}  // namespace salname
