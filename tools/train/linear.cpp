#include "linear.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace salname::train {

namespace {
constexpr double scale = 256;
}

Linear::Linear(Settings settings) : settings_(settings), weights_(settings.size, 0), squares_(settings.size, 1e-2) {}

double Linear::score(std::vector<std::uint32_t> const& features) const {
    double sum = 0;
    for (std::uint32_t const f : features) sum += weights_[f & (settings_.size - 1)];
    return sum;
}

std::size_t Linear::best(Example const& example) const {
    std::size_t best = 0;
    double best_score = 0;
    for (std::size_t c = 0; c < example.candidates.size(); ++c) {
        double const value = score(example.candidates[c]);
        if (c == 0 || value > best_score) {
            best = c;
            best_score = value;
        }
    }
    return best;
}

void drop_rare(std::vector<Example>& examples, std::uint32_t least, std::uint32_t size) {
    struct Seen {
        std::uint32_t reports = 0;
        std::uint32_t last = 0xFFFFFFFF;
    };
    std::vector<Seen> seen(size);
    for (Example const& example : examples)
        for (auto const& features : example.candidates)
            for (std::uint32_t const f : features) {
                Seen& one = seen[f & (size - 1)];
                if (one.last == example.report) continue;
                one.last = example.report;
                ++one.reports;
            }
    for (Example& example : examples)
        for (auto& features : example.candidates)
            std::erase_if(features, [&](std::uint32_t f) { return seen[f & (size - 1)].reports < least; });
}

void Linear::fit(std::vector<Example> examples) {
    drop_rare(examples, settings_.least_reports, settings_.size);
    std::vector<std::size_t> order(examples.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 random(20261125);  // NOLINT: the same every time on purpose
    std::vector<double> chance;
    std::vector<double> sums;
    sums.assign(settings_.size, 0);
    for (int epoch = 0; epoch < settings_.epochs; ++epoch) {
        std::shuffle(order.begin(), order.end(), random);
        for (std::size_t const e : order) {
            Example const& example = examples[e];
            chance.assign(example.candidates.size(), 0);
            double top = -1e300;
            for (std::size_t c = 0; c < chance.size(); ++c)
                top = std::max(top, chance[c] = score(example.candidates[c]));
            double sum = 0;
            for (double& value : chance) sum += value = std::exp(value - top);
            for (std::size_t c = 0; c < chance.size(); ++c) {
                double const gradient = (chance[c] / sum - (c == example.right ? 1.0 : 0.0)) * example.weight;
                if (std::abs(gradient) < 1e-4) continue;
                for (std::uint32_t const f : example.candidates[c]) {
                    std::uint32_t const i = f & (settings_.size - 1);
                    double const g = gradient + settings_.decay * weights_[i];
                    squares_[i] += g * g;
                    weights_[i] -= settings_.rate * g / std::sqrt(squares_[i]);
                }
            }
        }
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += weights_[i];
    }
    for (std::size_t i = 0; i < sums.size(); ++i) weights_[i] = sums[i] / settings_.epochs;
}

std::vector<std::int16_t> Linear::quantised() const {
    std::vector<std::int16_t> rows(settings_.size);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<std::int16_t>(std::lround(std::clamp(weights_[i] * scale, -32000.0, 32000.0)));
    return rows;
}

std::string Linear::table(std::string const& comment) const {
    std::string text = "# " + comment + "\nsize\t" + std::to_string(settings_.size) + '\n';
    auto const rows = quantised();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (std::abs(rows[i]) > 2) text += std::to_string(i) + '\t' + std::to_string(rows[i]) + '\n';
    return text;
}

}  // namespace salname::train
