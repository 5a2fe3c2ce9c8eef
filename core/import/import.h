#pragma once

#include "core/analysis/analysis.h"
#include "core/import/imported_file.h"
#include "core/text/diagnostic.h"
#include "core/toml/draft.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// One change of the project that a file asks for. Secrets are never in one.
struct ImportProposal {
    std::string document{};    ///< "Cloud.toml"
    toml::Path path{};         ///< of a value; of a new entry its array of tables
    std::string value{};       ///< TOML; empty for a new entry and where the setting goes
    toml::Entries entries{};   ///< keys and TOML values of a new entry
    bool unset = false;        ///< the setting goes: the file lacks what it makes
    MessageText label{};       ///< the setting in words; empty where only its path is known
    std::string now{};         ///< in effect in the project; empty: nothing
    std::string there{};       ///< in the file
    std::uint32_t line = 0;    ///< in the file
    Edit edit{};               ///< that does this alone

    [[nodiscard]] std::string setting() const { return document + ": " + toml::toText(path); }
};

/// A form that public guides teach and that is wrong. `form` is its stable id.
struct ImportFinding {
    std::string form{};
    Severity severity = Severity::Warning;
    std::uint32_t line = 0;
    Message message{};   ///< what is wrong
    Message right{};     ///< the right form, in words
    Edit edit{};         ///< of the imported file, where the cure is mechanical; else empty
};

/// Something in the file that no setting carries.
struct NotUnderstood {
    std::string path{};
    std::uint32_t line = 0;
    Message why{};
};

/// What a file says of a project.
struct ImportResult {
    std::string file{};
    ImportKind kind = ImportKind::Text;
    std::optional<Message> refusal{};   ///< why nothing could be read; then all else is empty
    std::string counterpart{};          ///< path of the generated file it was compared with; empty: of none
    std::vector<ImportProposal> proposals{};
    std::vector<ImportFinding> findings{};
    std::vector<NotUnderstood> notUnderstood{};

    [[nodiscard]] bool isClean() const { return !refusal && proposals.empty() && findings.empty(); }
};

/// Compares a file that runs elsewhere, or one of our own export that somebody changed, with a project. Pure; changes
/// nothing: every proposal is an edit that the caller may make.
[[nodiscard]] ImportResult importFile(const Analysis& analysis, const std::string& fileName,
                                      std::string_view bytes);

/// One edit of the project that does what all of them do. Fails where one cannot be made after those before it.
[[nodiscard]] Result<Edit> editOf(const Analysis& analysis, std::span<const ImportProposal* const> proposals);

/// What several files ask for, each setting once: of two that disagree the first counts. Borrows the results.
[[nodiscard]] std::vector<const ImportProposal*> proposalsOf(std::span<const ImportResult> results);

/// The imported text with the right form of these findings of it. Of two that touch the same text the first is mended.
[[nodiscard]] std::string withRightForms(const ImportResult& result,
                                         std::span<const ImportFinding* const> chosen, std::string_view text);

/// The imported text with the right form wherever it is mechanical. Looks again until nothing of that is left.
[[nodiscard]] std::string withRightForms(const ImportResult& result, std::string_view text);

}
