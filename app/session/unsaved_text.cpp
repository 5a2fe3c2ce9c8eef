#include "app/session/unsaved_text.h"

#include "app/bridge/text.h"
#include "app/session/last_export.h"
#include "core/bundle/bundle.h"
#include "core/text/diff.h"

#include <QDataStream>

#include <algorithm>
#include <utility>

namespace arabesque {

namespace {

/// Fingerprints that tell a last line with an end from one without.
std::string lineNumbers(std::string_view text) {
    std::string numbers = fingerprints(text);
    if (!text.empty() && !text.ends_with('\n')) numbers.insert(numbers.size() - 1, "!");
    return numbers;
}

std::size_t lineCount(std::string_view numbers) {
    return static_cast<std::size_t>(std::ranges::count(numbers, '\n'));
}

/// Where each line begins, and the end of the text.
std::vector<std::size_t> lineBegins(std::string_view text) {
    std::vector<std::size_t> begins{0};
    for (std::size_t at = 0; at < text.size(); begins.push_back(at))
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
    return begins;
}

/// How many lines from `line` on are listed in `numbers`, which count from 1; `next` moves on behind them.
std::uint32_t run(const std::vector<std::uint32_t>& numbers, std::size_t& next, std::size_t line) {
    std::uint32_t length = 0;
    for (; next < numbers.size() && numbers[next] == line + length + 1; ++next) ++length;
    return length;
}

/// By line of an earlier text: the line it is now, nothing where it is gone; at the end, the end.
using Places = std::vector<std::optional<std::size_t>>;

/// A stretch of lines that became as many others is taken for the same lines, changed.
Places placesOf(const std::string& earlier, const std::string& now) {
    const LineDifference difference = compareLines(earlier, now);
    Places places(lineCount(earlier) + 1);
    const std::size_t end = lineCount(now);
    std::size_t removed = 0;
    std::size_t added = 0;
    for (std::size_t line = 0, place = 0; line + 1 < places.size() || place < end;) {
        const std::size_t gone = run(difference.removed, removed, line);
        const std::size_t came = run(difference.added, added, place);
        for (std::size_t i = 0; gone == came && i < gone; ++i) places[line + i] = place + i;
        line += gone, place += came;
        if (gone + came == 0) places[line++] = place++;
    }
    places.back() = end;
    return places;
}

/// The line before which a change's text belongs.
std::size_t placeOf(const LineChange& change, const Places& places) {
    for (std::size_t line = change.first; line < change.first + change.count; ++line)
        if (places[line]) return *places[line];
    if (change.first == 0) return 0;
    if (const auto before = places[change.first - 1]) return *before + 1;
    return **std::ranges::find_if(places.begin() + change.first, places.end(),
                                  [](const auto& place) { return place.has_value(); });
}

/// Whole lines to put in place of `replaced`; the last one of either text may have no end.
std::string betweenLines(std::string lines, std::string_view text, ByteRange replaced) {
    if (lines.empty()) return lines;
    if (replaced.begin == text.size() && !text.empty() && !text.ends_with('\n')) lines.insert(0, "\n");
    if (replaced.end < text.size() && !lines.ends_with('\n')) lines += '\n';
    return lines;
}

}

UnsavedText unsavedText(std::string file, std::string_view saved, std::string_view now) {
    UnsavedText unsaved{std::move(file), sha256(saved), sha256(now), lineNumbers(saved), {}};
    const LineDifference difference = compareLines(unsaved.lines, lineNumbers(now));
    const std::vector<std::size_t> begins = lineBegins(now);
    std::size_t removed = 0;
    std::size_t added = 0;
    for (std::uint32_t line = 0, place = 0;
         removed < difference.removed.size() || added < difference.added.size();) {
        const std::uint32_t gone = run(difference.removed, removed, line);
        const std::uint32_t came = run(difference.added, added, place);
        if (gone + came > 0) {
            const std::size_t begin = begins[place];
            unsaved.changes.push_back(
                {line, gone, std::string(now.substr(begin, begins[place + came] - begin))});
            line += gone, place += came;
        } else {
            ++line, ++place;
        }
    }
    return unsaved;
}

bool wasChangedElsewhere(const UnsavedText& unsaved, std::string_view text) {
    const std::string checksum = sha256(text);
    return checksum != unsaved.saved && checksum != unsaved.now;
}

Edit recovery(const UnsavedText& unsaved, std::string_view text) {
    if (sha256(text) == unsaved.now)
        return {};   // it was saved, and the program ended before it could note that
    const Places places = placesOf(unsaved.lines, lineNumbers(text));
    const std::vector<std::size_t> begins = lineBegins(text);
    Edit edit;
    for (const LineChange& change : unsaved.changes) {
        const std::size_t at = begins[placeOf(change, places)];
        std::vector<ByteRange> replaced{{at, at}};   // runs of lines, of which the first gets the text
        for (std::size_t line = change.first; line < change.first + change.count; ++line) {
            if (!places[line]) continue;
            const ByteRange range{begins[*places[line]], begins[*places[line] + 1]};
            if (range.begin == replaced.back().end)
                replaced.back().end = range.end;
            else
                replaced.push_back(range);
        }
        for (const ByteRange range : replaced)
            edit.changes.push_back(
                {unsaved.file, range, range.begin == at ? betweenLines(change.text, text, range) : ""});
    }
    return edit;
}

QDataStream& operator<<(QDataStream& stream, const UnsavedText& unsaved) {
    stream << toBytes(unsaved.file) << toBytes(unsaved.saved) << toBytes(unsaved.now)
           << toBytes(unsaved.lines) << static_cast<quint32>(unsaved.changes.size());
    for (const LineChange& change : unsaved.changes)
        stream << change.first << change.count << toBytes(change.text);
    return stream;
}

QDataStream& operator>>(QDataStream& stream, UnsavedText& unsaved) {
    QByteArray file, saved, now, lines;
    quint32 count = 0;
    stream >> file >> saved >> now >> lines >> count;
    unsaved = {fromBytes(file), fromBytes(saved), fromBytes(now), fromBytes(lines), {}};
    const std::size_t last = lineCount(unsaved.lines);
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        LineChange change;
        QByteArray text;
        stream >> change.first >> change.count >> text;
        change.text = fromBytes(text);
        if (std::uint64_t{change.first} + change.count > last) stream.setStatus(QDataStream::ReadCorruptData);
        unsaved.changes.push_back(std::move(change));
    }
    return stream;
}

}
