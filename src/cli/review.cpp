// salname review: the questions that are worth a person's time, one key each.
#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <iostream>

#include "cli/chosen.h"
#include "cli/commands.h"
#include "cli/reading_setup.h"
#include "publishing/question_view.h"

namespace salname {

namespace {

using chronicle::Decision;
using chronicle::Question;
using chronicle::QuestionKind;
using chronicle::Verb;

// Single keys from a terminal; from a pipe the characters as they come.
class Keys {
public:
    Keys() {
        if (isatty(STDIN_FILENO) == 0 || tcgetattr(STDIN_FILENO, &before_) != 0) return;
        termios raw = before_;
        raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
        raw_ = tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
    }
    ~Keys() { restore(); }
    Keys(Keys const&) = delete;
    Keys& operator=(Keys const&) = delete;

    // 0 at the end of the input.
    char next() {
        char c = 0;
        do {
            if (::read(STDIN_FILENO, &c, 1) != 1) return 0;
        } while (!raw_ && (c == '\n' || c == ' '));
        return c;
    }

    // A line with the terminal's own editing.
    std::string line() {
        restore();
        std::string text;
        for (char c = 0; ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n';) text += c;
        if (was_raw_) {
            termios raw = before_;
            raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
            raw_ = tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
        }
        return text;
    }

private:
    void restore() {
        was_raw_ = raw_;
        if (raw_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
        raw_ = false;
    }

    termios before_{};
    bool raw_ = false;
    bool was_raw_ = false;
};

class Review {
public:
    explicit Review(OpenChronicle& opened) : opened_(opened) {}

    int run() {
        auto const queue = opened_.questions();
        if (!queue) {
            complain(queue.error());
            return 2;
        }
        for (std::size_t i = 0; i < queue->size() && !over_; i = next_) {
            next_ = i + 1;
            if (!opened_.look_around((*queue)[i].components)) return 2;
            auto const question = chronicle::find_question(opened_.chronicle, (*queue)[i]);
            if (!question) continue;
            number_ = i;
            std::cout << "\n— " << i + 1 << " of " << queue->size() << " —\n\n"
                      << question_text(opened_.chronicle, *question, opened_.texts(), terminal_width()) << '\n'
                      << keys_of(*question) << std::flush;
            ask(*question);
        }
        std::cout << '\n' << made_ << " decisions";
        if (made_ != 0) std::cout << ", " << seconds_ / made_ << " seconds each";
        std::cout << "; " << queue->size() - std::min(answered_, queue->size()) << " questions left\n";
        return failed_ ? 1 : 0;
    }

private:
    static std::string_view keys_of(Question const& question) {
        return question.kind == QuestionKind::account
                   ? "[c]onfirm  [x] correct  [r]eject  [u]nverifiable  [d]efer  [z] undo the last  [n]ext  [q]uit > "
                   : "[y]es  [n]o  [?] unsure  [s]kip  [z] undo the last  [q]uit > ";
    }

    void ask(Question const& question) {
        auto const begin = std::chrono::steady_clock::now();
        while (!over_) {
            char const key = keys_.next();
            std::cout << key << '\n';
            if (key == 0 || key == 'q') {
                over_ = true;
                return;
            }
            if (key == 'z') {
                if (undo()) return;
                continue;
            }
            if (key == (question.kind == QuestionKind::account ? 'n' : 's')) return;
            auto decision = decision_of(question, key);
            if (!decision) {
                std::cout << keys_of(question) << std::flush;
                continue;
            }
            auto const spent = std::chrono::steady_clock::now() - begin;
            decision->seconds =
                static_cast<std::uint32_t>(std::chrono::duration_cast<std::chrono::seconds>(spent).count());
            make(*decision);
            return;
        }
    }

    std::optional<Decision> decision_of(Question const& question, char key) {
        Decision decision;
        if (question.kind == QuestionKind::account) {
            decision.account = opened_.chronicle.events.accounts[question.a].ref;
            switch (key) {
                case 'c': decision.verb = Verb::confirm; return decision;
                case 'r': decision.verb = Verb::reject; return decision;
                case 'u': decision.verb = Verb::unverifiable; return decision;
                case 'd': decision.verb = Verb::defer; return decision;
                case 'x': return corrected(std::move(decision));
                default: return std::nullopt;
            }
        }
        if (key != 'y' && key != 'n' && key != '?') return std::nullopt;
        if (question.kind == QuestionKind::same_person) {
            decision.verb = key == 'y' ? Verb::same : key == 'n' ? Verb::different : Verb::unsure;
            decision.person = opened_.chronicle.people.members[question.a].ref;
            decision.other_person = opened_.chronicle.people.members[question.b].ref;
            return decision;
        }
        if (key == '?') return std::nullopt;
        decision.verb = key == 'y' ? Verb::same_event : Verb::other_event;
        decision.account = opened_.chronicle.events.accounts[question.a].ref;
        decision.other_account = opened_.chronicle.events.accounts[question.b].ref;
        return decision;
    }

    std::optional<Decision> corrected(Decision decision) {
        decision.verb = Verb::correct;
        while (true) {
            std::cout << "value as SLOT=VALUE, e.g. date=2021-04-15; empty when done > " << std::flush;
            std::string const line = keys_.line();
            if (line.empty()) break;
            std::size_t const equals = line.find('=');
            std::string const slot = line.substr(0, equals);
            Account probe;
            auto const set = equals == std::string::npos ? Result<void>(fault(FaultKind::invalid, "write SLOT=VALUE"))
                                                         : chronicle::set_slot(probe, slot, line.substr(equals + 1));
            if (!set)
                std::cout << set.error().what << '\n';
            else
                decision.values[slot] = line.substr(equals + 1);
        }
        if (decision.values.empty()) return std::nullopt;
        return decision;
    }

    void make(Decision const& decision) {
        auto const id = opened_.archive->decide(decision);
        if (!id) {
            complain(id.error());
            failed_ = over_ = true;
            return;
        }
        answers_.emplace_back(number_, *id);
        ++made_;
        ++answered_;
        seconds_ += decision.seconds;
        std::cout << "kept as " << id->substr(0, 16) << '\n';
    }

    // Takes the last answer back; then its question is asked again.
    bool undo() {
        if (answers_.empty()) {
            std::cout << "nothing to undo in this sitting\n";
            return false;
        }
        auto const [number, id] = answers_.back();
        journal::Draft const draft{now(), "undo", chronicle::undo_body(id, {})};
        auto const ids = opened_.archive->append({&draft, 1}, journal::Durability::decision);
        if (!ids) {
            complain(ids.error());
            failed_ = over_ = true;
            return true;
        }
        std::cout << "undone: " << id.substr(0, 16) << '\n';
        answers_.pop_back();
        --made_;
        --answered_;
        next_ = number;
        return true;
    }

    OpenChronicle& opened_;
    Keys keys_;
    std::vector<std::pair<std::size_t, std::string>> answers_;  // number of the question, decision
    std::size_t number_ = 0;                                    // of the question at hand
    std::size_t next_ = 0;
    std::uint64_t seconds_ = 0;
    std::size_t made_ = 0;
    std::size_t answered_ = 0;
    bool over_ = false;
    bool failed_ = false;
};

}  // namespace

int review_command(DecideArguments const& arguments) {
    auto opened = open_chronicle({arguments.archive, Archive::Use::write, arguments.packs, arguments.key, {}, false});
    if (!opened) return 2;
    return Review(*opened).run();
}

}  // namespace salname
