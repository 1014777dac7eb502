// Every word that tables, pages and pictures print of their own, in one struct: another language is another value.
#pragma once

#include <array>
#include <string_view>

#include "model/event_type.h"

namespace salname {

struct CountedNoun {
    std::string_view one;
    std::string_view many;
};

// A value that an account can hold. `slot` is its name in the reading and its style on the page.
struct SlotWords {
    std::string_view slot;
    std::string_view label;   // on a card: "by police"
    std::string_view legend;  // in the legend: "who acted"
};

inline constexpr std::size_t slot_kinds = 16;

struct Messages {
    std::string_view language;
    std::array<std::string_view, event_type_count> events;
    std::array<std::string_view, 6> groups;      // in the order of EventGroup
    std::array<std::string_view, 5> modalities;  // in the order of Modality
    std::array<std::string_view, 4> date_bases;  // in the order of DateBasis
    std::array<std::string_view, 12> months;
    std::array<std::string_view, 12> short_months;
    std::array<CountedNoun, 6> duration_units;  // years to minutes
    std::array<SlotWords, slot_kinds> slots;    // the last one for any other
    CountedNoun reports, people, accounts, items;
    std::string_view year_unknown, date_unknown, before_christ, person_unknown, article, charged_with, acted_by, about,
        says;

    // Table
    std::string_view column_date, column_event, column_details, column_source, nothing_found, draft, years_missing;

    // Page
    std::string_view page_title, page_heading, page_note, skip_to_reports, reports_heading, people_heading,
        legend_heading, legend_events, legend_values, legend_custody, in_report, published, bytes, also_named, update,
        correction, cards_of_passage, back_to_words, read_by_rule, from_words, date_reading, weighed_most, contested,
        footer;

    // Timeline
    std::string_view timeline_of, detention, until_release, for_term, end_unknown, day_unknown;

    // Chronicle
    std::array<std::string_view, 17> statuses;   // in the order of chronicle::Status
    std::array<std::string_view, 5> judgements;  // in the order of chronicle::Judgement
    std::array<std::string_view, 3> instances;   // in the order of chronicle::Instance
    CountedNoun sources, days;
    std::string_view column_case, column_person, column_status, column_since, column_charges, column_custody,
        column_events, column_sources, column_standing, column_spellings, column_roles, column_cases, column_slot,
        column_values, column_id;
    std::string_view at_least, case_of, rulings, custody, proposed_same, said_by, copy_of, version_after, disagreement,
        nothing_yet, confirmed_by, added_on, protected_person, decisions_conflict, same_person, sentence_missing;

    // Review
    std::string_view question_same_person, question_same_event, bits;
    std::array<std::string_view, 8> clues;  // in the order of chronicle::ClueKind
};

inline constexpr Messages english{
    .language = "en",
    .events = {"posted",
               "summoned",
               "questioned",
               "warned",
               "detained",
               "arrested",
               "searched",
               "charged",
               "custody ordered",
               "custody extended",
               "tried",
               "convicted",
               "sentenced",
               "fined",
               "acquitted",
               "appealed",
               "appeal decided",
               "transferred",
               "released",
               "pardoned",
               "died",
               "ill-treated",
               "hunger strike",
               "travel ban",
               "dismissed",
               "content removed",
               "blocked",
               "investigation opened",
               "house arrest",
               "law amended",
               "conscripted",
               "abducted",
               "deported"},
    .groups = {"speech", "pressure", "custody", "court", "harm", "freedom"},
    .modalities = {"asserted", "alleged", "denied", "unverified", "planned"},
    .date_bases = {"no date", "as written", "year from the context", "counted from another date"},
    .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
               "November", "December"},
    .short_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    .duration_units = {{{"year", "years"},
                        {"month", "months"},
                        {"week", "weeks"},
                        {"day", "days"},
                        {"hour", "hours"},
                        {"minute", "minutes"}}},
    .slots = {{{"trigger", "", "what happened"},
               {"person", "", "who"},
               {"date", "on", "when"},
               {"duration", "term", "term"},
               {"kind", "kind", "kind of penalty"},
               {"charges", "for", "charge"},
               {"provisions", "under", "article of law"},
               {"money", "sum", "sum of money"},
               {"outcome", "outcome", "outcome"},
               {"authority", "by", "who acted"},
               {"place", "at", "where"},
               {"target", "about", "about whom"},
               {"platform", "via", "platform"},
               {"source", "source", "who says so"},
               {"count", "number", "how many"},
               {"detail", "detail", "other detail"}}},
    .reports = {"report", "reports"},
    .people = {"person", "people"},
    .accounts = {"account", "accounts"},
    .items = {"item", "items"},
    .year_unknown = "year not told",
    .date_unknown = "no date told",
    .before_christ = "BC",
    .person_unknown = "nobody named",
    .article = "Article",
    .charged_with = "for",
    .acted_by = "by",
    .about = "about",
    .says = "says",
    .column_date = "When",
    .column_event = "What",
    .column_details = "Details",
    .column_source = "Who says so",
    .nothing_found = "No account of a prosecution was found in this report.",
    .draft = "These are drafts by a program: a person decides what stands.",
    .years_missing = "Dates without a year: the report does not tell it.",
    .page_title = "What the reports tell",
    .page_heading = "What the reports tell",
    .page_note = "Drafts by a program, each tied to its sentence. A person decides what stands.",
    .skip_to_reports = "Skip to the reports",
    .reports_heading = "Reports",
    .people_heading = "People",
    .legend_heading = "How to read this page",
    .legend_events = "Shapes tell the kind of event",
    .legend_values = "Lines under words tell what was read from them",
    .legend_custody = "Bars tell of detention, thick lines of days that are not told",
    .in_report = "in report",
    .published = "published",
    .bytes = "bytes",
    .also_named = "Also named",
    .update = "Update",
    .correction = "Correction",
    .cards_of_passage = "What this passage tells",
    .back_to_words = "to the words",
    .read_by_rule = "Rule",
    .from_words = "Read from",
    .date_reading = "Date",
    .weighed_most = "Weighed most",
    .contested = "Hollow: alleged, denied, unverified or planned",
    .footer = "Made by Salname. This page loads nothing from elsewhere and runs no script.",
    .timeline_of = "Timeline of",
    .detention = "Detention",
    .until_release = "until release",
    .for_term = "for the term told",
    .end_unknown = "end not told",
    .day_unknown = "month, year or several days",
    .statuses = {"unknown", "under pressure", "under investigation", "detained", "in pre-trial custody",
                 "under house arrest", "charged", "on trial", "serving a sentence", "sentenced, at liberty", "fined",
                 "term served", "released", "acquitted", "pardoned", "deported", "died"},
    .judgements = {"proposed", "confirmed", "corrected", "rejected", "unverifiable"},
    .instances = {"first instance", "appeal", "cassation"},
    .sources = {"source", "sources"},
    .days = {"day", "days"},
    .column_case = "Case",
    .column_person = "Person",
    .column_status = "Status",
    .column_since = "Since",
    .column_charges = "Charges",
    .column_custody = "Days in custody",
    .column_events = "Events",
    .column_sources = "Sources",
    .column_standing = "Standing",
    .column_spellings = "Spellings",
    .column_roles = "Roles",
    .column_cases = "Cases",
    .column_slot = "Value",
    .column_values = "Said",
    .column_id = "Id",
    .at_least = "at least",
    .case_of = "Case of",
    .rulings = "Rulings",
    .custody = "In custody",
    .proposed_same = "joined, not confirmed",
    .said_by = "said by",
    .copy_of = "a copy of",
    .version_after = "a newer version of",
    .disagreement = "Sources disagree",
    .nothing_yet = "Nothing here yet.",
    .confirmed_by = "by",
    .added_on = "added",
    .protected_person = "name protected",
    .decisions_conflict = "decisions that can't all hold",
    .same_person = "same person",
    .sentence_missing = "(the original is not in this archive)",
    .question_same_person = "Are these one person?",
    .question_same_event = "Do these tell of one occurrence?",
    .bits = "bits",
    .clues = {"both named with", "both", "both of", "the same happened to both on", "both under", "both by", "both in",
              "the same on one day in two places,"},
};

}  // namespace salname
