// A small reading for tests: one person, one sentence, hostile bytes in every text.
#pragma once

#include "model/reading.h"

namespace salname {

inline constexpr std::string_view sample_text = "K.M. was sentenced in June <script>alert(1)</script> & fined.";

inline Reading sample_reading() {
    Reading reading;
    reading.file = "a.txt";
    reading.sha256 = "00";
    reading.span = {0, static_cast<std::uint32_t>(sample_text.size())};
    reading.title = "<b>\"Title\"</b>";
    Person person;
    person.id = "p1";
    person.name = "K.M.";
    person.subject = true;
    person.mentions = {{0, 4}};
    reading.people.push_back(person);
    Account account;
    account.id = "a1";
    account.type = EventType::sentenced;
    account.person = "p1";
    account.date = *parse_edtf("2021-06");
    account.date_basis = DateBasis::year_inferred;
    account.duration.months = 10;
    account.kind = "imprisonment";
    account.money = Money{50050, "AZN"};
    account.charges = {"insult", "slander"};
    account.provisions = {{"CC", "148", "148", {}}};
    account.trigger = {9, 18};
    account.evidence = {{0, 26}};
    account.slots = {
        {"date", {22, 26}, "date.month", {}}, {"charges", {27, 35}, "", {}}, {"charges", {36, 41}, "", {}}};
    account.rule = "en/sentenced.verb";
    reading.accounts.push_back(account);
    return reading;
}

}  // namespace salname
