#include "core/analysis/explain.h"

#include "app/cli/project.h"
#include "app/cli/verbs.h"

#include <algorithm>
#include <charconv>

namespace arabesque::cli {
namespace {

/// "kubernetes/orders/orders.yaml:12" or "Cloud.toml:container.image.tag".
struct Subject {
    std::string name;
    std::string behind;                    ///< of the colon
    std::optional<std::uint32_t> line{};   ///< where that is a number
};

Result<Subject> subjectIn(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size())
        return failure({MESSAGE("cli", "'%1' is neither ARTIFACT:LINE nor DOCUMENT:KEY"), std::string(text)});
    Subject subject{.name = std::string(text.substr(0, colon)),
                    .behind = std::string(text.substr(colon + 1))};
    std::uint32_t line = 0;
    const char* end = subject.behind.data() + subject.behind.size();
    if (std::from_chars(subject.behind.data(), end, line) == std::from_chars_result{end, std::errc{}})
        subject.line = line;
    return subject;
}

class Explanation {
public:
    /// `folder`, with a slash at its end, is where the package lies in a workspace.
    Explanation(const Analysis& analysis, std::string folder)
        : m_analysis(analysis), m_positions(*analysis.snapshot), m_folder(std::move(folder)) {}

    Result<std::string> ofLine(const Subject& subject) {
        const Artifact* artifact = find(subject.name);
        if (artifact == nullptr) return noArtifact(subject.name);
        const auto origins = originsOf(*artifact, *subject.line);
        if (origins.empty())
            return failure(
                {MESSAGE("cli", "%1 has %2 lines"), artifact->path, std::to_string(artifact->lines.size())});
        const LineIndex index(artifact->text);
        const ByteRange range = index.line(artifact->text, *subject.line);
        line(artifact->path + ':' + subject.behind + " | " +
             artifact->text.substr(range.begin, range.size()));
        for (const Origin& origin : origins) say(origin);
        return m_text;
    }

    Result<std::string> ofKey(const Subject& subject) {
        const auto path = toml::readPath(subject.behind);
        if (!path) return std::unexpected(path.error());
        const auto schema = m_analysis.schemas.find(subject.name);
        if (schema == m_analysis.schemas.end()) return noArtifact(subject.name);
        const Field* field = schema->second->field(*path);
        const Table* table = schema->second->table(*path);
        if (field == nullptr && table == nullptr)
            return failure({MESSAGE("cli", "'%1' is no key of %2"), subject.behind, subject.name});
        line(m_folder + subject.name + ':' + subject.behind + " - " +
             (field != nullptr ? wordsOf(field->label, field->labelText)
                               : wordsOf(table->label, table->labelText)));
        line("  " + (field != nullptr ? wordsOf(field->summary, field->summaryText)
                                      : wordsOf(table->summary, table->summaryText)));
        if (field != nullptr) sayField(subject, *path, *field);
        const auto made = linesMadeBy(m_analysis, subject.name, *path);
        for (const GeneratedLine& each : made)
            line("  makes " + each.artifact->path + ':' + std::to_string(each.line) + " | " + each.text);
        if (made.empty()) line("  makes no line of the files generated for this target");
        return m_text;
    }

private:
    void line(const std::string& text) { m_text += printable(text) + "\n"; }

    static std::string wordsOf(const MessageText& text, const std::string& written) {
        return written.empty() ? text.text : written;
    }

    [[nodiscard]] const Artifact* find(std::string_view name) const {
        const Artifact* found = nullptr;
        for (const Artifact& artifact : m_analysis.artifacts) {
            if (artifact.path == name) return &artifact;
            if (!artifact.path.ends_with('/' + std::string(name))) continue;
            if (found != nullptr) return nullptr;   // several end so
            found = &artifact;
        }
        return found;
    }

    [[nodiscard]] std::unexpected<Error> noArtifact(const std::string& name) const {
        std::string names;
        for (const auto& [document, schema] : m_analysis.schemas)
            names += (names.empty() ? "" : ", ") + document;
        for (const Artifact& artifact : m_analysis.artifacts) names += ", " + artifact.path;
        return failure(
            {MESSAGE("cli", "'%1' is no document and no generated file; there are: %2"), name, names});
    }

    std::string placeOf(const Place& place) {
        return m_folder + place.file + ':' +
               std::to_string(m_positions.at(place.file, place.range.begin).line);
    }

    void say(const Origin& origin) {
        const std::string where = origin.place().file.empty() ? "" : " (" + placeOf(origin.place()) + ')';
        line("  " + toText(origin) + where);
        const auto schema = m_analysis.schemas.find(origin.document());
        const auto path = toml::readPath(origin.key());
        if (schema == m_analysis.schemas.end() || !path) return;
        const Field* field = schema->second->field(*path);
        if (field == nullptr) return;
        line("    " + wordsOf(field->summary, field->summaryText));
        if (origin.kind() == Origin::Kind::Default) sayDefault(origin.document(), *field, "    ");
    }

    void sayDefault(std::string_view document, const Field& field, const std::string& indent) {
        const auto fallback = fallbackOf(m_analysis, document, field);
        const std::string note =
            field.fallbackNote.empty() ? "" : std::string(" - ") + field.fallbackNote.text;
        if (fallback)
            line(indent + "default " + **fallback + note);
        else
            line(indent + (note.empty() ? "no default" : "default" + note));
    }

    void sayField(const Subject& subject, const toml::Path& path, const Field& field) {
        const toml::Document& document = m_analysis.documents.find(subject.name)->second;
        const toml::Node* node = document.find(path);
        const bool secret = field.meaning == Meaning::Secret;
        if (node != nullptr)
            line("  set to " +
                 (secret ? "a secret"
                         : std::string(document.text().substr(node->range.begin, node->range.size()))) +
                 " (" + placeOf(Place{subject.name, node->range}) + ')');
        sayDefault(subject.name, field, "  ");
        if (!field.hint.empty() && field.hint != field.fallback)
            line("  the tool's own template shows " + field.hint);
        if (field.dead) line("  accepted, but it changes no generated file");
        if (!field.since.empty()) line("  read since " + field.since);
        if (!field.source.empty()) line("  source: " + field.source);
    }

    const Analysis& m_analysis;
    Positions m_positions;
    std::string m_folder;
    std::string m_text;
};

Result<std::string> explained(const Project& package, const Subject& subject) {
    Explanation explanation(package.analysis, prefixOf(package.inWorkspace));
    const bool isDocument = package.analysis.schemas.contains(subject.name);
    return subject.line && !isDocument ? explanation.ofLine(subject) : explanation.ofKey(subject);
}

/// In a workspace a package's folder stands before a document, and may stand before a generated file.
Result<std::string> explainedIn(const std::vector<Project>& packages, const Subject& subject) {
    for (const Project& package : packages)
        if (const std::string folder = prefixOf(package.inWorkspace); subject.name.starts_with(folder)) {
            Subject inside = subject;
            inside.name = subject.name.substr(folder.size());
            return explained(package, inside);
        }
    for (const Project& package : packages)
        if (std::ranges::contains(package.analysis.artifacts, subject.name, &Artifact::path))
            return explained(package, subject);
    return failure(
        {MESSAGE("cli", "'%1' is no generated file of this workspace; a document is named with its "
                        "package: %2/Cloud.toml:KEY"),
         subject.name, packages.front().inWorkspace});
}

}

Result<Exit> explain(const Arguments& arguments, Output& output) {
    const auto subject = subjectIn(arguments.operand("ARTIFACT:LINE|DOCUMENT:KEY"));
    if (!subject) return std::unexpected(subject.error());
    AnalysisOptions options = optionsIn(arguments);
    options.templateSecrets = true;
    const auto projects = loadAll(arguments.operand("PROJECT"), options, Kept::Everything);
    if (!projects) return std::unexpected(projects.error());
    auto text = projects->front().inWorkspace.empty() ? explained(projects->front(), *subject)
                                                      : explainedIn(*projects, *subject);
    if (!text) return std::unexpected(text.error());
    output.out = std::move(*text);
    return Exit::Good;
}

}
