#pragma once

#include "core/import/import.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// What a form finds is said through it.
class GuideFindings {
public:
    GuideFindings(const ImportedFile& file, const char* form, Severity severity,
                  std::vector<ImportFinding>& all)
        : m_file(file), m_form(form), m_severity(severity), m_all(all) {}

    /// `right` is the sentence that says the right form; `changes` make it, where that is mechanical.
    void at(std::size_t offset, Message message, Message right, std::vector<Change> changes = {});
    void atLine(std::uint32_t line, Message message, Message right, std::vector<Change> changes = {});

    /// A change of the file.
    [[nodiscard]] Change change(ByteRange range, std::string text) const;
    /// That takes away whole lines from the one of `from` to the one before `to`.
    [[nodiscard]] Change withoutLines(std::size_t from, std::size_t to) const;

private:
    const ImportedFile& m_file;
    const char* m_form;
    Severity m_severity;
    std::vector<ImportFinding>& m_all;
};

/// A form that public guides teach and that does not work as they say (topologies.md, sections 4.1 to 4.6). The examples
/// are its test: `wrong` is found and, where a cure is mechanical, becomes `right`; in `right` nothing is found.
struct GuideForm {
    const char* id;
    Severity severity;
    const char* file;     ///< what the examples are called
    const char* source;   ///< section of the reference
    void (*check)(const ImportedFile& file, GuideFindings& findings);
    const char* wrong;
    const char* right;
};

[[nodiscard]] std::span<const GuideForm* const> allGuideForms();

/// What all forms find in a file, by line.
[[nodiscard]] std::vector<ImportFinding> guideFormsIn(const ImportedFile& file);

}
