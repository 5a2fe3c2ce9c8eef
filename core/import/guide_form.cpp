#include "core/import/guide_form.h"

#include "core/text/line_index.h"

#include <algorithm>
#include <array>

namespace arabesque {

#define GUIDE_FORM(name) extern const GuideForm name;
#include "core/import/guide_forms.def"
#undef GUIDE_FORM

namespace {

constexpr auto forms = std::to_array<const GuideForm*>({
#define GUIDE_FORM(name) &name,
#include "core/import/guide_forms.def"
#undef GUIDE_FORM
});

}

void GuideFindings::at(std::size_t offset, Message message, Message right, std::vector<Change> changes) {
    atLine(LineIndex(m_file.text).lineOf(offset), std::move(message), std::move(right), std::move(changes));
}

void GuideFindings::atLine(std::uint32_t line, Message message, Message right, std::vector<Change> changes) {
    m_all.push_back({.form = m_form,
                     .severity = m_severity,
                     .line = line,
                     .message = std::move(message),
                     .right = std::move(right),
                     .edit = {std::move(changes)}});
}

Change GuideFindings::change(ByteRange range, std::string text) const {
    return {m_file.name, range, std::move(text)};
}

Change GuideFindings::withoutLines(std::size_t from, std::size_t to) const {
    const std::size_t begin = from == 0 ? 0 : m_file.text.rfind('\n', from - 1) + 1;
    const std::size_t end = std::min(m_file.text.find('\n', to), m_file.text.size() - 1) + 1;
    return {m_file.name, {begin, end}, ""};
}

std::span<const GuideForm* const> allGuideForms() {
    return forms;
}

std::vector<ImportFinding> guideFormsIn(const ImportedFile& file) {
    std::vector<ImportFinding> all;
    for (const GuideForm* form : forms) {
        GuideFindings findings(file, form->id, form->severity, all);
        form->check(file, findings);
    }
    std::ranges::stable_sort(all, {}, &ImportFinding::line);
    return all;
}

}
