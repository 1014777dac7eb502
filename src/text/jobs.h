// Work on many things at the same time.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace salname {

// Calls work(i) for each i below `count`, `jobs` of them at a time, in no order; returns when all are done. What two
// calls share must be safe to share.
template <typename Work>
void run_jobs(unsigned jobs, std::size_t count, Work&& work) {
    if (jobs <= 1 || count <= 1) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (unsigned j = 0; j < jobs; ++j)
        workers.emplace_back([&] {
            for (std::size_t i = next++; i < count; i = next++) work(i);
        });
}

}  // namespace salname
