// Values of slots as text and back: how corrections are written and disagreements shown.
#include <charconv>
#include <cmath>

#include "chronicle/decision.h"
#include "chronicle/events.h"
#include "chronicle/reading_record.h"

namespace salname::chronicle {

namespace {

constexpr std::string_view between = "; ";

std::string joined(std::vector<std::string> const& all) {
    std::string text;
    for (std::string const& one : all) text += text.empty() ? one : std::string(between) + one;
    return text;
}

std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        std::size_t const cut = text.find(';');
        std::string_view part = text.substr(0, cut);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (!part.empty()) parts.emplace_back(part);
        text.remove_prefix(cut == std::string_view::npos ? text.size() : cut + 1);
    }
    return parts;
}

Result<void> set_money(Account& account, std::string_view value) {
    account.money.reset();
    if (value.empty()) return {};
    std::size_t const blank = value.find(' ');
    std::string_view const digits = value.substr(0, blank);
    double amount = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), amount);
    if (error != std::errc{} || end != digits.data() + digits.size() || !(amount >= 0) || amount > 1e13)
        return fault(FaultKind::invalid, "money is an amount and a currency, e.g. 500 AZN");
    std::string_view const currency = blank == std::string_view::npos ? std::string_view{} : value.substr(blank + 1);
    account.money = Money{std::llround(amount * 100), std::string(currency)};
    return {};
}

bool set_count(Account& account, std::string_view value) {
    account.count.reset();
    if (value.empty()) return true;
    std::uint32_t count = 0;
    auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), count);
    if (error != std::errc{} || end != value.data() + value.size()) return false;
    account.count = count;
    return true;
}

void set_provisions(Account& account, std::string_view value) {
    account.provisions.clear();
    for (std::string const& part : parts_of(value)) {
        std::size_t const blank = part.rfind(' ');
        bool const coded = blank != std::string::npos;
        account.provisions.push_back(
            {coded ? part.substr(0, blank) : "", coded ? part.substr(blank + 1) : part, part, {}});
    }
}

std::string Account::* plain_slot(std::string_view slot) {
    if (slot == "kind") return &Account::kind;
    if (slot == "authority") return &Account::authority;
    if (slot == "place") return &Account::place;
    if (slot == "source") return &Account::source;
    if (slot == "platform") return &Account::platform;
    if (slot == "target") return &Account::target;
    if (slot == "outcome") return &Account::outcome;
    return nullptr;
}

}  // namespace

std::string slot_text(Account const& a, std::string_view slot) {
    if (slot == "type") return std::string(name_of(a.type));
    if (slot == "date") return a.date.edtf();
    if (slot == "duration") return a.duration.empty() ? std::string() : a.duration.iso8601();
    if (slot == "money")
        return a.money ? a.money->amount() + (a.money->currency.empty() ? "" : " " + a.money->currency) : "";
    if (slot == "count") return a.count ? std::to_string(*a.count) : std::string();
    if (slot == "charges") return joined(a.charges);
    if (slot == "modality") return std::string(name_of(a.modality));
    if (slot == "provisions") {
        std::vector<std::string> all;
        for (ProvisionCited const& p : a.provisions)
            all.push_back(p.code.empty() ? p.article : p.code + ' ' + p.article);
        return joined(all);
    }
    auto const plain = plain_slot(slot);
    return plain == nullptr ? std::string() : a.*plain;
}

Result<void> set_slot(Account& a, std::string_view slot, std::string_view value) {
    auto const wrong = [&](std::string_view form) {
        return fault(FaultKind::invalid,
                     "'" + std::string(value) + "' is no " + std::string(slot) + "; write it as " + std::string(form));
    };
    if (slot == "type") {
        auto const type = event_type_named(value);
        if (!type) return wrong("one of the event types of docs/formats/reading.md");
        a.type = *type;
        return {};
    }
    if (slot == "date") {
        a.date = {};
        if (value.empty()) return {};
        auto const date = parse_edtf(value);
        if (!date) return wrong("EDTF, e.g. 2021-04-15, 2021-04 or XXXX-06-22");
        a.date = *date;
        return {};
    }
    if (slot == "duration") {
        a.duration = {};
        if (value.empty()) return {};
        auto const duration = parse_duration(value);
        if (!duration) return wrong("ISO 8601, e.g. P30D or P2Y6M");
        a.duration = *duration;
        return {};
    }
    if (slot == "money") return set_money(a, value);
    if (slot == "count") return set_count(a, value) ? Result<void>() : wrong("a whole number");
    if (slot == "charges") {
        a.charges = parts_of(value);
        return {};
    }
    if (slot == "provisions") {
        set_provisions(a, value);
        return {};
    }
    if (slot == "modality") {
        for (Modality const m :
             {Modality::asserted, Modality::alleged, Modality::denied, Modality::unverified, Modality::planned})
            if (name_of(m) == value) {
                a.modality = m;
                return {};
            }
        return wrong("asserted, alleged, denied, unverified or planned");
    }
    auto const plain = plain_slot(slot);
    if (plain == nullptr) return fault(FaultKind::invalid, "no slot '" + std::string(slot) + "'");
    a.*plain = value;
    return {};
}

}  // namespace salname::chronicle
