#include "core/import/paired_values.h"

#include "core/import/read_lines.h"
#include "core/text/diff.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::string_view separators = " \t\r=;,:\"'(){}[]";

/// Values that are called alike are told apart by their order.
PairedValues::Values byPath(const std::vector<ImportedValue>& values) {
    PairedValues::Values all;
    std::map<std::string, int> seen;
    for (const ImportedValue& each : values) {
        const int number = ++seen[each.path];
        all.emplace(number == 1 ? each.path : each.path + '#' + std::to_string(number), each);
    }
    return all;
}

/// The words of a line, called by a number that both files have for it.
void addLine(std::string_view text, std::string_view line, std::uint32_t number, const std::string& name,
             PairedValues::Values& values) {
    const auto words = wordsOf(line, separators);
    const auto begin = static_cast<std::size_t>(line.data() - text.data());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t at = begin + words[i].begin;
        const std::string path =
            name + ", word " + std::to_string(i + 1) + " of " + std::to_string(words.size());
        values.emplace(
            path, ImportedValue{path, std::string(words[i].text), number, {at, at + words[i].text.size()}});
    }
}

/// Lines that differ are paired in order, stretch by stretch.
PairedValues byLine(std::string_view own, std::string_view here) {
    const LineDifference difference = compareLines(own, here);
    const auto ownLines = linesOf(own), hereLines = linesOf(here);
    const auto isRemoved = [&](std::size_t i) {
        return std::ranges::binary_search(difference.removed, static_cast<std::uint32_t>(i + 1));
    };
    const auto isAdded = [&](std::size_t j) {
        return std::ranges::binary_search(difference.added, static_cast<std::uint32_t>(j + 1));
    };
    PairedValues paired;
    std::size_t i = 0, j = 0;
    while (i < ownLines.size() || j < hereLines.size()) {
        const bool hasOwn = i < ownLines.size(), hasHere = j < hereLines.size();
        const bool alone = hasHere && isAdded(j) && (!hasOwn || !isRemoved(i));
        const bool gone = hasOwn && isRemoved(i) && (!hasHere || !isAdded(j));
        const std::string name =
            alone ? "added line " + std::to_string(j + 1) : "line " + std::to_string(i + 1);
        if (hasOwn && !alone) addLine(own, ownLines[i], static_cast<std::uint32_t>(i + 1), name, paired.own);
        if (hasHere && !gone)
            addLine(here, hereLines[j], static_cast<std::uint32_t>(j + 1), name, paired.here);
        if (!alone) ++i;
        if (!gone) ++j;
    }
    return paired;
}

}

std::size_t PairedValues::equal() const {
    return static_cast<std::size_t>(std::ranges::count_if(own, [&](const auto& each) {
        const auto found = here.find(each.first);
        return found != here.end() && found->second.text == each.second.text;
    }));
}

std::size_t PairedValues::different() const {
    const std::size_t same = equal();
    const auto both = static_cast<std::size_t>(
        std::ranges::count_if(own, [&](const auto& each) { return here.contains(each.first); }));
    return own.size() + here.size() - both - same;
}

PairedValues pairedValues(const Artifact& artifact, const ImportedFile& file) {
    if (file.values.empty()) return byLine(artifact.text, file.text);
    const auto read = readImported(artifact.fileName(), artifact.text);
    if (!read || read->kind != file.kind) return {};
    return {byPath(read->values), byPath(file.values)};
}

}
