#include "cli/stages.h"

#include <algorithm>

#include "text/json.h"

namespace salname {

namespace {

class StagePrinter {
public:
    StagePrinter(std::string& out, ReadReport const& work, Vocabulary const& packs, std::uint64_t base)
        : out_(out), json_(out), work_(work), packs_(packs), base_(base) {}

    void tokens() {
        for (std::uint32_t t = 0; t < work_.report.tokens.size(); ++t) {
            begin("token", work_.report.tokens[t].span());
            json_.field("text", work_.report.of(work_.report.tokens[t]));
            json_.field("sentence", work_.report.sentence_of[t]);
            json_.field("quote", static_cast<unsigned>(work_.report.tokens[t].quote));
            json_.key("classes");
            json_.begin_array();
            for (std::size_t c = 0; c < word_class_count; ++c)
                if (packs_.words[work_.report.tokens[t].word].classes.has(static_cast<WordClass>(c)))
                    json_.value(word_class_names[c]);
            json_.end_array();
            end();
        }
    }

    void mentions() {
        for (std::uint32_t m = 0; m < work_.mentions.all.size(); ++m) {
            Mention const& mention = work_.mentions.all[m];
            Span const span = work_.report.span_of(mention.tokens);
            begin(name_of(mention.kind), span);
            json_.field("text", span.of(work_.report.text));
            json_.key("value");
            value(m);
            json_.field("rule", mention.rule);
            end();
        }
    }

    void frames() {
        for (FrameMatch const& match : work_.frames) {
            Frame const& frame = packs_.frames[match.frame];
            Span const span = work_.report.span_of(match.tokens);
            begin(name_of(frame.type), span);
            json_.field("text", span.of(work_.report.text));
            json_.field("frame", packs_.string(frame.id));
            json_.field("weak", frame.weak != 0);
            end();
        }
    }

private:
    void begin(std::string_view kind, Span span) {
        json_.begin_object();
        json_.field("file", std::string_view(work_.reading.file));
        json_.field("kind", kind);
        json_.key("span");
        json_.begin_array();
        json_.value(span.begin + base_);
        json_.value(span.end + base_);
        json_.end_array();
    }

    void end() {
        json_.end_object();
        out_ += '\n';
        json_ = JsonWriter(out_);
    }

    void value(std::uint32_t m) {
        Mention const& mention = work_.mentions.all[m];
        switch (mention.kind) {
            case MentionKind::date: text_or_null(work_.dates[mention.value].date.edtf()); break;
            case MentionKind::duration: text_or_null(work_.mentions.durations[mention.value].iso8601()); break;
            case MentionKind::money: {
                Money const& money = work_.mentions.money[mention.value];
                json_.value(std::string_view(money.currency + ' ' + money.amount()));
                break;
            }
            case MentionKind::count: json_.value(mention.value); break;
            case MentionKind::time: {
                constexpr std::string_view times[] = {"past", "present", "future"};
                json_.value(times[std::min(mention.value, 2U)]);
                break;
            }
            case MentionKind::provision: {
                ProvisionCited const& p = work_.mentions.provisions[mention.value];
                json_.value(std::string_view(p.code.empty() ? p.article : p.code + ' ' + p.article));
                break;
            }
            case MentionKind::citation: json_.value(std::string_view(work_.mentions.citations[mention.value])); break;
            case MentionKind::person: {
                std::uint32_t const person = work_.people.of_mention[m];
                person == no_index ? json_.null() : json_.value(std::string_view(work_.people.all[person].name));
                break;
            }
            default:
                mention.entry == no_index ? json_.null()
                                          : json_.value(packs_.string(packs_.entries[mention.entry].name));
        }
    }

    void text_or_null(std::string const& text) { text.empty() ? json_.null() : json_.value(std::string_view(text)); }

    std::string& out_;
    JsonWriter json_;
    ReadReport const& work_;
    Vocabulary const& packs_;
    std::uint64_t base_;
};

}  // namespace

void append_stage_lines(std::string& out, std::string_view stage, ReadReport const& work, Vocabulary const& packs,
                        std::uint64_t base) {
    StagePrinter printer(out, work, packs, base);
    if (stage == "tokens") printer.tokens();
    if (stage == "mentions") printer.mentions();
    if (stage == "frames") printer.frames();
}

}  // namespace salname
