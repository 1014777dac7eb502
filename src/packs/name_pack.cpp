#include "packs/name_pack.h"

#include <charconv>

#include "packs/toml_source.h"

namespace salname {

namespace {

class NamePackReader {
public:
    explicit NamePackReader(std::vector<Fault>& faults) : faults_(faults) {}

    void read(NamedText const& file) {
        std::string_view stem = file.name;
        stem.remove_prefix(stem.rfind('/') == std::string_view::npos ? 0 : stem.rfind('/') + 1);
        if (stem == "costs.tsv") return read_scores(file);
        TomlSource source(file.name, faults_);
        if (!source.parse(file.text)) return;
        if (stem == "sounds.toml") return read_sounds(source);
        if (stem == "structure.toml") return read_structure(source);
        if (stem == "endings.toml") return read_endings(source);
        if (stem == "examples.toml") return read_examples(source);
        source.complain(
            1,
            "no such file among names; known are sounds.toml, costs.tsv, structure.toml, endings.toml, examples.toml");
    }

    NamePack take() { return std::move(pack_); }

private:
    static std::vector<std::string> plain(std::vector<TomlSource::Text> const& texts) {
        std::vector<std::string> all;
        for (auto const& one : texts) all.push_back(one.text);
        return all;
    }

    static std::vector<std::string> list(TomlSource& source, toml::table const& table, std::string_view key) {
        return plain(source.texts(table.get(key), key));
    }

    template <typename Visit>
    void for_each_table(TomlSource& source, std::string_view key, Visit&& visit) {
        toml::node const* node = source.root().get(key);
        if (node == nullptr) return;
        toml::array const* items = node->as_array();
        if (items == nullptr) return source.complain(*node, "must be [[" + std::string(key) + "]] tables");
        for (toml::node const& item : *items)
            if (toml::table const* table = item.as_table())
                visit(*table);
            else
                source.complain(item, "must be a table");
    }

    void read_sounds(TomlSource& source) {
        source.expect_keys(source.root(), {"symbols", "context"});
        toml::table const* symbols = source.root().get_as<toml::table>("symbols");
        if (symbols == nullptr) return source.complain(1, "needs a table [symbols]");
        for (auto const& [symbol, node] : *symbols)
            for (auto const& letters : source.texts(&node, symbol.str()))
                pack_.units.push_back({letters.text, std::string(symbol.str())});
        for_each_table(source, "context", [&](toml::table const& table) {
            source.expect_keys(table, {"symbol", "before", "becomes"});
            SoundContext context{source.text(table, "symbol", true), list(source, table, "before"),
                                 source.text(table, "becomes", true)};
            if (!symbols->contains(context.symbol)) source.complain(table, "no symbol '" + context.symbol + "'");
            pack_.contexts.push_back(std::move(context));
        });
    }

    void read_structure(TomlSource& source) {
        source.expect_keys(source.root(), {"titles", "particles", "joined", "patronymic", "gender", "place", "family"});
        pack_.titles = list(source, source.root(), "titles");
        pack_.particles = list(source, source.root(), "particles");
        pack_.joined = list(source, source.root(), "joined");
        if (toml::table const* table = source.root().get_as<toml::table>("family")) {
            source.expect_keys(*table, {"endings"});
            pack_.family_endings = list(source, *table, "endings");
        }
        if (toml::table const* table = source.root().get_as<toml::table>("patronymic")) {
            source.expect_keys(*table, {"son", "daughter", "son_of", "daughter_of", "son_endings", "daughter_endings"});
            pack_.sons = list(source, *table, "son");
            pack_.daughters = list(source, *table, "daughter");
            pack_.sons_of = list(source, *table, "son_of");
            pack_.daughters_of = list(source, *table, "daughter_of");
            pack_.son_endings = list(source, *table, "son_endings");
            pack_.daughter_endings = list(source, *table, "daughter_endings");
        }
        if (toml::table const* table = source.root().get_as<toml::table>("place")) {
            source.expect_keys(*table, {"nouns", "adjectives"});
            pack_.place_nouns = list(source, *table, "nouns");
            pack_.place_adjectives = list(source, *table, "adjectives");
        }
        for_each_table(source, "gender", [&](toml::table const& table) {
            source.expect_keys(table, {"man", "woman"});
            pack_.genders.push_back({source.text(table, "man", true), source.text(table, "woman", true)});
        });
    }

    void read_endings(TomlSource& source) {
        source.expect_keys(source.root(), {"ending", "fleeting"});
        for_each_table(source, "ending", [&](toml::table const& table) {
            source.expect_keys(table, {"language", "cut", "put", "apostrophe"});
            std::vector<std::string> const puts = list(source, table, "put");
            for (std::string const& cut : list(source, table, "cut"))
                for (std::string const& put : puts)
                    pack_.endings.push_back({cut, put == "-" ? "" : put, source.flag(table, "apostrophe")});
        });
        if (toml::table const* table = source.root().get_as<toml::table>("fleeting")) {
            source.expect_keys(*table, {"language", "vowels"});
            pack_.fleeting_vowels = list(source, *table, "vowels");
        }
    }

    void read_examples(TomlSource& source) {
        source.expect_keys(source.root(), {"same", "different"});
        for (bool const same : {true, false})
            for_each_table(source, same ? "same" : "different", [&](toml::table const& table) {
                source.expect_keys(table, {"names"});
                std::vector<std::string> const names = list(source, table, "names");
                if (names.size() != 2) return source.complain(table, "names must be two");
                pack_.examples.push_back({names[0], names[1], same, source.name(), table.source().begin.line});
            });
    }

    void read_scores(NamedText const& file) {
        std::uint32_t line = 0;
        for (std::string_view rest = file.text; !rest.empty();) {
            ++line;
            std::size_t const end = rest.find('\n');
            std::string_view const row = rest.substr(0, end);
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
            if (row.empty() || row.front() == '#') continue;
            std::size_t const first = row.find('\t');
            std::size_t const second = row.find('\t', first + 1);
            SoundScore score;
            std::string_view const number =
                second == std::string_view::npos ? std::string_view() : row.substr(second + 1);
            auto const [stop, error] = std::from_chars(number.data(), number.data() + number.size(), score.score);
            bool const sound =
                second != std::string_view::npos && error == std::errc{} && stop == number.data() + number.size();
            if (sound) {
                score.left = group(row.substr(0, first));
                score.right = group(row.substr(first + 1, second - first - 1));
            }
            // A symbol may be dropped, a group of two only as two symbols.
            bool const dropped = score.left.empty() || score.right.empty();
            if (!sound || score.left.size() > 2 || score.right.size() > 2 ||
                (dropped && score.left.size() + score.right.size() != 1)) {
                faults_.push_back({FaultKind::malformed,
                                   "a row is two groups of at most two symbols, or one symbol and -, and a whole "
                                   "number, with tabs between",
                                   {file.name, line, 0, -1}});
                return;
            }
            pack_.scores.push_back(std::move(score));
        }
    }

    static std::vector<std::string> group(std::string_view text) {
        std::vector<std::string> symbols;
        if (text == "-") return symbols;
        while (!text.empty()) {
            std::size_t const blank = text.find(' ');
            symbols.emplace_back(text.substr(0, blank));
            text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
        }
        return symbols;
    }

    std::vector<Fault>& faults_;
    NamePack pack_;
};

}  // namespace

tl::expected<NamePack, std::vector<Fault>> read_name_pack(std::vector<NamedText> const& files) {
    std::vector<Fault> faults;
    NamePackReader reader(faults);
    for (NamedText const& file : files) reader.read(file);
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    return reader.take();
}

tl::expected<NamePack, std::vector<Fault>> name_pack_of(Vocabulary const& packs) {
    std::vector<NamedText> files;
    for (FileText const& file : packs.name_files)
        files.push_back({std::string(packs.string(file.name)), packs.string(file.text)});
    return read_name_pack(files);
}

}  // namespace salname
