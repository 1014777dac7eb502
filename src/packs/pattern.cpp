#include "packs/pattern.h"

#include <optional>
#include <vector>

#include "packs/mention_kind.h"
#include "text/fold.h"

namespace salname {

namespace {

constexpr std::uint8_t default_gap = 5;
constexpr std::uint8_t largest_gap = 9;

struct DraftElement {
    std::vector<Choice> choices;
    std::uint8_t min = 1;
    std::uint8_t max = 1;
    bool head = false;
};

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        std::size_t const at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::optional<std::uint8_t> forms_named(std::string_view name) {
    if (name == "v") return form_verbal;
    if (name == "n") return form_nominal;
    if (name == "ed") return form_past | form_participle;
    if (name == "en") return form_participle;
    if (name == "ing") return form_gerund;
    if (name == "base") return form_base;
    return std::nullopt;
}

class PatternParser {
public:
    PatternParser(std::string_view text, LexiconBuilder& lexicon) : text_(text), lexicon_(lexicon) {}

    Result<std::vector<DraftElement>> parse() {
        for (std::string_view item : split(text_, ' ')) {
            if (item.empty()) continue;
            if (auto const done = parse_item(item); !done) return tl::unexpected(done.error());
        }
        if (elements_.empty()) return bad("a pattern needs at least one word");
        if (elements_[0].min == 0) return bad("a pattern may not begin with an optional item or a gap");
        return std::move(elements_);
    }

private:
    [[nodiscard]] tl::unexpected<Fault> bad(std::string const& why) const {
        return fault(FaultKind::malformed, "pattern '" + std::string(text_) + "': " + why);
    }

    Result<bool> parse_item(std::string_view item) {
        DraftElement element;
        if (item.front() == '!' && item.size() > 1) {
            element.head = true;
            item.remove_prefix(1);
        }
        if (item.front() == '*') return parse_gap(item, element);
        if (item.back() == '?' && item.size() > 1) {
            element.min = 0;
            item.remove_suffix(1);
        }
        bool const group = item.front() == '(' && item.back() == ')' && item.size() > 2;
        bool const plain = !group && item.front() != '<' && item.front() != '#' && item.front() != '@';
        if (plain) return add_words(item, element);
        auto const parts = group ? split_group(item.substr(1, item.size() - 2)) : std::vector{item};
        for (std::string_view part : parts)
            if (auto const done = add_choices(part, element); !done) return done;
        elements_.push_back(std::move(element));
        return true;
    }

    // Splits at '|' outside <…>.
    static std::vector<std::string_view> split_group(std::string_view text) {
        std::vector<std::string_view> parts;
        std::size_t start = 0;
        int depth = 0;
        for (std::size_t i = 0; i <= text.size(); ++i) {
            if (i < text.size() && text[i] == '<') ++depth;
            if (i < text.size() && text[i] == '>') --depth;
            if (i == text.size() || (text[i] == '|' && depth == 0)) {
                parts.push_back(text.substr(start, i - start));
                start = i + 1;
            }
        }
        return parts;
    }

    Result<bool> parse_gap(std::string_view item, DraftElement& element) {
        element.min = 0;
        element.max = default_gap;
        if (item.size() == 2 && item[1] >= '1' && item[1] <= '0' + largest_gap)
            element.max = static_cast<std::uint8_t>(item[1] - '0');
        else if (item.size() != 1)
            return bad("a gap is written * or *1 to *9");
        element.choices.push_back({ChoiceKind::any, form_any, 0, 0});
        elements_.push_back(std::move(element));
        return true;
    }

    // "pre-trial" is three pieces, so one item may become several elements.
    Result<bool> add_words(std::string_view item, DraftElement const& like) {
        for (WordId const id : lexicon_.words_of(item)) {
            DraftElement element = like;
            element.choices.push_back({ChoiceKind::word, form_any, 0, id});
            elements_.push_back(std::move(element));
        }
        return true;
    }

    Result<bool> add_choices(std::string_view part, DraftElement& element) {
        if (part.empty()) return bad("an empty alternative");
        if (part.front() == '<') {
            if (part.back() != '>' || part.size() < 3) return bad("'<' without '>'");
            return add_lemmas(part.substr(1, part.size() - 2), element);
        }
        if (part.front() == '#') {
            auto const word_class = word_class_named(part.substr(1));
            if (!word_class) return bad("no word class '" + std::string(part.substr(1)) + "'");
            element.choices.push_back({ChoiceKind::word_class, form_any, 0, static_cast<std::uint32_t>(*word_class)});
            return true;
        }
        if (part.front() == '@') {
            auto const kind = mention_kind_named(part.substr(1));
            if (!kind) return bad("no mention kind '" + std::string(part.substr(1)) + "'");
            element.choices.push_back({ChoiceKind::mention, form_any, 0, static_cast<std::uint32_t>(*kind)});
            return true;
        }
        auto const ids = lexicon_.words_of(part);
        if (ids.size() != 1) return bad("'" + std::string(part) + "' is not one word; write it outside ( )");
        element.choices.push_back({ChoiceKind::word, form_any, 0, ids[0]});
        return true;
    }

    Result<bool> add_lemmas(std::string_view body, DraftElement& element) {
        std::uint8_t forms = form_any;
        std::size_t const colon = body.find(':');
        if (colon != std::string_view::npos) {
            auto const named = forms_named(body.substr(colon + 1));
            if (!named)
                return bad("no form '" + std::string(body.substr(colon + 1)) + "'; use v, n, ed, en, ing or base");
            forms = *named;
            body = body.substr(0, colon);
        }
        for (std::string_view lemma : split(body, '|')) {
            WordId const id = lexicon_.find(fold(lemma));
            Choice const choice{ChoiceKind::lemma, forms, 0, id};
            if (id == 0 || lexicon_.words_matching(choice).empty())
                return bad("'" + std::string(lemma) + "' has no such form in verbs.toml");
            element.choices.push_back(choice);
        }
        return true;
    }

    std::string_view text_;
    LexiconBuilder& lexicon_;
    std::vector<DraftElement> elements_;
};

std::uint32_t head_of(std::vector<DraftElement> const& elements) {
    for (std::uint32_t i = 0; i < elements.size(); ++i)
        if (elements[i].head) return i;
    for (std::uint32_t i = 0; i < elements.size(); ++i)
        if (elements[i].choices[0].kind == ChoiceKind::lemma) return i;
    return 0;
}

}  // namespace

Result<Pattern> compile_pattern(std::string_view text, LexiconBuilder& lexicon) {
    auto const drafts = PatternParser(text, lexicon).parse();
    if (!drafts) return tl::unexpected(drafts.error());
    VocabularyData& data = lexicon.data();
    Pattern pattern;
    pattern.first_element = static_cast<std::uint32_t>(data.elements.size());
    pattern.element_count = static_cast<std::uint32_t>(drafts->size());
    pattern.head = head_of(*drafts);
    for (DraftElement const& draft : *drafts) {
        data.elements.push_back({static_cast<std::uint32_t>(data.choices.size()),
                                 static_cast<std::uint16_t>(draft.choices.size()), draft.min, draft.max});
        data.choices.insert(data.choices.end(), draft.choices.begin(), draft.choices.end());
    }
    return pattern;
}

}  // namespace salname
