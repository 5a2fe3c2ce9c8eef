// keystroke_bench FOLDER: types 2,000 characters into the Cloud.toml of the project in FOLDER, one by one, and prints how
// long it takes from each keystroke to the diagnostics and all generated files that follow from it.

#include "core/analysis/analysis.h"
#include "core/files/project_files.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace arabesque;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t keystrokes = 2'000;

/// What is typed: settings that are half-written, wrong and right in turn, and a comment.
constexpr std::string_view typed = "\n[[cloud.config.envs]]\nkey_ref = \"LOG_LEVEL\"\nname = \"LOG_LEVEL\"\n"
                                   "config_name = \"order-settings\"  # from the cluster\n";

double percentile(const std::vector<double>& sorted, double part) {
    return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

}

int main(int count, char** words) {
    const auto opened = openProject(count == 2 ? words[1] : ".");
    if (!opened) {
        std::fprintf(stderr, "keystroke_bench: %s\n", opened.error().message.english().c_str());
        return EXIT_FAILURE;
    }
    auto snapshot = opened->snapshot;
    snapshot = analyze(snapshot, {.load = resourceLoader(opened->place)}).snapshot;

    std::vector<double> milliseconds;
    std::size_t diagnostics = 0, artifacts = 0;
    for (std::size_t i = 0; i < keystrokes; ++i) {
        const std::size_t end = snapshot->text("Cloud.toml").size();
        const auto begin = Clock::now();
        snapshot =
            apply(*snapshot, Edit{{{"Cloud.toml", {end, end}, std::string(1, typed[i % typed.size()])}}})
                .snapshot;
        const Analysis analysis = analyze(snapshot);
        milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        diagnostics += analysis.diagnostics.size();
        artifacts += analysis.artifacts.size();
    }
    std::ranges::sort(milliseconds);
    std::printf("%zu keystrokes, Cloud.toml %zu bytes at the end, %zu diagnostics and %zu files made:\n"
                "  p50 %.2f ms   p99 %.2f ms   max %.2f ms\n",
                keystrokes, snapshot->text("Cloud.toml").size(), diagnostics, artifacts,
                percentile(milliseconds, 0.50), percentile(milliseconds, 0.99), milliseconds.back());
}
