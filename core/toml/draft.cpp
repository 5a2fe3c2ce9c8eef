#include "core/toml/draft.h"

#include "core/toml/rewrite.h"

namespace arabesque::toml {

Draft& Draft::set(const Path& path, std::string_view value) {
    if (!m_state) return *this;
    return take(planned::set(m_file, m_now, path, value));
}

Draft& Draft::unset(const Path& path) {
    if (!m_state) return *this;
    return take(planned::unset(m_file, m_now, path));
}

Draft& Draft::append(const std::string& array, const Entries& entries) {
    const std::size_t number = count(array);
    for (const auto& [key, value] : entries) set({array, number, key}, value);
    return *this;
}

Draft& Draft::take(const Result<Edit>& edit) {
    if (!m_state) return *this;
    if (!edit)
        m_state = std::unexpected(edit.error());
    else if (!edit->empty())
        m_now = Document(applied(m_now.text(), m_file, *edit));
    return *this;
}

std::size_t Draft::count(const std::string& array) const {
    const Node* node = m_now.find({array});
    return node == nullptr ? 0 : node->elements.size();
}

Result<Edit> Draft::edit() const {
    if (!m_state) return std::unexpected(m_state.error());
    Edit whole = difference(m_file, m_before.text(), m_now.text());
    if (!m_before.valid() || m_now.valid()) return whole;
    return failure({MESSAGE("toml", "'%1' cannot be changed like this; change it in the text"), m_file});
}

}
