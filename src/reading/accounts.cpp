#include "reading/accounts.h"

#include <algorithm>

#include "reading/modality.h"

namespace salname {

namespace {

class AccountBuilder {
public:
    AccountBuilder(Discourse& discourse, std::vector<AcceptedTrigger> const& accepted, Models const& models)
        : discourse_(discourse), view_(discourse.view()), accepted_(accepted), models_(models) {
        for (AcceptedTrigger const& one : accepted) ranges_.push_back(one.trigger.match.tokens);
        std::sort(ranges_.begin(), ranges_.end());
        if (accepted.empty()) return;
        for (Entry const& entry : view_.packs.entries)
            if (entry.kind == static_cast<std::uint32_t>(EntryKind::kind_of_term)) terms_.push_back(&entry);
    }

    std::vector<Account> build() {
        std::vector<Account> accounts;
        for (AcceptedTrigger const& one : accepted_) {
            Account const account = account_of(one);
            if (one.people.empty()) accounts.push_back(account);
            for (std::uint32_t const person : one.people) {
                Account own = account;
                own.person = 'p' + std::to_string(person + 1);
                if (own.source == view_.people.all[person].name && own.type == EventType::posted) own.source.clear();
                accounts.push_back(std::move(own));
            }
        }
        return accounts;
    }

private:
    Account account_of(AcceptedTrigger const& one) {
        Trigger const& trigger = one.trigger;
        Account account;
        account.type = trigger.frame->type;
        if (one.people.empty() && one.headcount != 0) account.count = one.headcount;
        account.trigger = view_.report.span_of(trigger.match.tokens);
        account.evidence.push_back(view_.report.span_of(view_.report.sentences[trigger.sentence].tokens));
        account.rule = view_.packs.string(trigger.frame->id);
        account.outcome = view_.packs.string(trigger.frame->outcome);
        account.reasons = one.reasons;
        for (std::size_t s = 0; s < slot_count; ++s) fill(account, trigger, static_cast<Slot>(s), one);
        fill_kind(account, trigger);
        for (Entry const* term : terms_)
            if (term->value == 1 && view_.packs.string(term->name) == account.kind) account.behind_bars = true;
        account.modality = modality_of(trigger, !account.source.empty());
        return account;
    }

    void fill(Account& account, Trigger const& trigger, Slot slot, AcceptedTrigger const& one) {
        auto candidates = slot_candidates(discourse_, trigger, slot);
        if (candidates.empty()) return;
        SlotContext context{&ranges_, 0};
        TokenRange const sentence = view_.report.sentences[trigger.sentence].tokens;
        for (SlotCandidate const& candidate : candidates)
            context.candidates_here += sentence.contains(candidate.tokens.first);
        std::int32_t const none = score(trigger, slot, nullptr, context);
        std::int32_t best_score = none;
        SlotCandidate const* best = nullptr;
        for (SlotCandidate const& candidate : candidates) {
            if (is_own_person(candidate, one)) continue;
            std::int32_t const value = score(trigger, slot, &candidate, context);
            if (takes_many(slot)) {
                if (value > none) put(account, slot, candidate);
            } else if (value > best_score) {
                best_score = value;
                best = &candidate;
            }
        }
        if (best != nullptr) put(account, slot, *best);
    }

    // The person of the event is neither its authority nor its target.
    [[nodiscard]] bool is_own_person(SlotCandidate const& candidate, AcceptedTrigger const& one) const {
        if (candidate.mention == no_index || view_.mentions.all[candidate.mention].kind != MentionKind::person)
            return false;
        std::uint32_t const person = view_.people.of_mention[candidate.mention];
        return std::find(one.people.begin(), one.people.end(), person) != one.people.end();
    }

    std::int32_t score(Trigger const& trigger, Slot slot, SlotCandidate const* candidate, SlotContext const& context) {
        if (models_.slots.empty()) {
            if (candidate == nullptr) return 0;
            return view_.report.sentence_of[candidate->tokens.first] == trigger.sentence ? 1 : -1;
        }
        features_.clear();
        add_slot_features(features_, discourse_, trigger, slot, candidate, context);
        return features_.score(models_.slots);
    }

    void put(Account& account, Slot slot, SlotCandidate const& candidate) {
        SlotOrigin origin;
        origin.slot = name_of(slot);
        origin.span = view_.report.span_of(candidate.tokens);
        if (candidate.mention != no_index) origin.rule = view_.mentions.all[candidate.mention].rule;
        std::uint32_t const value =
            candidate.mention == no_index ? no_index : view_.mentions.all[candidate.mention].value;
        switch (slot) {
            case Slot::date:
                if (view_.dates[value].date.empty()) return;
                account.date = view_.dates[value].date;
                account.date_basis = view_.dates[value].basis;
                origin.anchor = view_.dates[value].anchor;
                break;
            case Slot::duration: account.duration = view_.mentions.durations[value]; break;
            case Slot::money: account.money = view_.mentions.money[value]; break;
            case Slot::authority: account.authority = candidate.text; break;
            case Slot::place: account.place = candidate.text; break;
            case Slot::source: account.source = candidate.text; break;
            case Slot::platform: account.platform = candidate.text; break;
            case Slot::target: account.target = candidate.text; break;
            case Slot::provision: account.provisions.push_back(view_.mentions.provisions[value]); break;
            case Slot::charge: account.charges.push_back(candidate.text); break;
            case Slot::count_: return;
        }
        account.slots.push_back(std::move(origin));
    }

    // The kind of penalty or measure: named near the trigger, else by the frame, else what the unit of the
    // term means in such reports (the pack says: days are administrative).
    void fill_kind(Account& account, Trigger const& trigger) {
        bool const penalty = account.type == EventType::sentenced || account.type == EventType::appeal_decided ||
                             account.type == EventType::custody_ordered || account.type == EventType::released ||
                             account.type == EventType::house_arrest || account.type == EventType::pardoned ||
                             account.type == EventType::custody_extended;
        if (!penalty) {
            account.kind = view_.packs.string(trigger.frame->kind);
            return;
        }
        TokenRange const sentence = view_.report.sentences[trigger.sentence].tokens;
        std::uint32_t best = 40;
        for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
            std::uint32_t const m = view_.mentions.at[t];
            if (m == no_index || view_.mentions.all[m].kind != MentionKind::term ||
                view_.mentions.all[m].entry == no_index)
                continue;
            std::uint32_t const distance =
                t < trigger.match.tokens.first ? 2 * (trigger.match.tokens.first - t) : t - trigger.match.tokens.first;
            if (distance >= best) continue;
            best = distance;
            account.kind = view_.packs.string(view_.packs.entries[view_.mentions.all[m].entry].name);
        }
        if (account.kind.empty()) account.kind = view_.packs.string(trigger.frame->kind);
        if (account.kind.empty() && account.type == EventType::sentenced && !account.duration.empty())
            account.kind = usual_kind(account.duration);
    }

    [[nodiscard]] std::string usual_kind(Duration const& duration) const {
        char const unit = duration.years != 0    ? 'Y'
                          : duration.months != 0 ? 'M'
                          : duration.days != 0   ? 'D'
                          : duration.hours != 0  ? 'H'
                                                 : 'W';
        for (Entry const* term : terms_)
            if (view_.packs.string(term->detail).find(unit) != std::string_view::npos)
                return std::string(view_.packs.string(term->name));
        return {};
    }

    Modality modality_of(Trigger const& trigger, bool has_source) {
        if (models_.modality.empty()) return plain_modality(discourse_, trigger);
        Modality best = Modality::asserted;
        std::int32_t best_score = 0;
        for (std::size_t m = 0; m < modality_count; ++m) {
            features_.clear();
            add_modality_features(features_, discourse_, trigger, static_cast<Modality>(m), has_source);
            std::int32_t const value = features_.score(models_.modality);
            if (m == 0 || value > best_score) {
                best = static_cast<Modality>(m);
                best_score = value;
            }
        }
        return best;
    }

    Discourse& discourse_;
    ReportView const& view_;
    std::vector<AcceptedTrigger> const& accepted_;
    Models const& models_;
    FeatureList features_;
    std::vector<Entry const*> terms_;  // kinds of penalties and measures
    std::vector<TokenRange> ranges_;
};

}  // namespace

std::vector<Account> build_accounts(Discourse& discourse, std::vector<AcceptedTrigger> const& accepted,
                                    Models const& models) {
    auto accounts = join_repeats(AccountBuilder(discourse, accepted, models).build());
    for (std::size_t i = 0; i < accounts.size(); ++i) accounts[i].id = 'a' + std::to_string(i + 1);
    return accounts;
}

}  // namespace salname
