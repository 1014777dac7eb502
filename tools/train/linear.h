// Trains a linear model by conditional maximum likelihood: of each example's candidates one is right.
// Adagrad (Duchi et al. 2011) with L2; deterministic.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace salname::train {

struct Example {
    std::vector<std::vector<std::uint32_t>> candidates;  // feature indices of each
    std::size_t right = 0;
    double weight = 1;
    std::uint32_t report = 0;  // that it comes from
};

struct Settings {
    std::uint32_t size = 1U << 16U;  // weights, a power of two
    int epochs = 12;
    double rate = 0.2;
    double decay = 2e-5;              // L2, applied to the weights that an example touches
    std::uint32_t least_reports = 1;  // features seen in fewer reports say nothing about others
};

// Takes features out that occur in fewer than `least` reports.
void drop_rare(std::vector<Example>& examples, std::uint32_t least, std::uint32_t size);

class Linear {
public:
    explicit Linear(Settings settings);
    void fit(std::vector<Example> examples);
    [[nodiscard]] double score(std::vector<std::uint32_t> const& features) const;
    [[nodiscard]] std::size_t best(Example const& example) const;
    // Rows "index<TAB>weight" in 1/256, without those that round to zero.
    [[nodiscard]] std::string table(std::string const& comment) const;
    // As the reader will hold them.
    [[nodiscard]] std::vector<std::int16_t> quantised() const;

private:
    Settings settings_;
    std::vector<double> weights_;
    std::vector<double> squares_;
};

}  // namespace salname::train
