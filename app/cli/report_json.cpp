#include "app/cli/json.h"
#include "app/cli/report.h"

namespace arabesque::cli {
namespace {

class Writer {
public:
    explicit Writer(const Snapshot& snapshot) : m_positions(snapshot) {}

    Json range(const std::string& file, ByteRange range) {
        return {{"start", position(file, range.begin)}, {"end", position(file, range.end)}};
    }

    Json fix(const Fix& fix) {
        Json edits = Json::array();
        for (const Change& change : fix.edit.changes)
            edits.push_back(
                {{"file", change.file}, {"range", range(change.file, change.range)}, {"text", change.text}});
        return {{"title", fix.title.english()}, {"edits", std::move(edits)}};
    }

    Json diagnostic(const Diagnostic& diagnostic) {
        Json fixes = Json::array();
        for (const Fix& alternative : diagnostic.fixes) fixes.push_back(fix(alternative));
        return {{"rule", diagnostic.rule},
                {"code", diagnostic.code},
                {"severity", nameOf(diagnostic.severity)},
                {"file", diagnostic.place.file},
                {"range", range(diagnostic.place.file, diagnostic.place.range)},
                {"message", diagnostic.message.english()},
                {"fixes", std::move(fixes)}};
    }

private:
    Json position(const std::string& file, std::size_t offset) {
        const Position at = m_positions.at(file, offset);
        return {{"line", at.line}, {"column", at.column}, {"offset", offset}};
    }

    Positions m_positions;
};

}

std::string jsonReport(const Analysis& analysis) {
    Writer writer(*analysis.snapshot);
    Json list = Json::array();
    for (const Diagnostic& diagnostic : analysis.diagnostics) list.push_back(writer.diagnostic(diagnostic));
    return printed({{"diagnostics", std::move(list)}});
}

}
