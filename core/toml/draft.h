#pragma once

#include "core/text/edit.h"
#include "core/text/result.h"
#include "core/toml/document.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace arabesque::toml {

/// Keys and TOML values of a new element, in order.
using Entries = std::vector<std::pair<std::string, std::string>>;

/// Several edits of one file, each made on the text after those before; together they are one edit. The first that
/// fails is what the whole draft fails with, and none is made after it.
class Draft {
public:
    /// Borrows the document, which outlives it.
    Draft(std::string file, const Document& document)
        : m_file(std::move(file)), m_before(document), m_now(document) {}

    Draft& set(const Path& path, std::string_view value);
    Draft& unset(const Path& path);
    /// One more element of an array of tables, behind the last.
    Draft& append(const std::string& array, const Entries& entries);
    /// Takes an edit made on now().
    Draft& take(const Result<Edit>& edit);

    [[nodiscard]] const Document& now() const { return m_now; }
    /// How many elements an array has now.
    [[nodiscard]] std::size_t count(const std::string& array) const;
    /// From the document to the text now; empty where nothing changed.
    [[nodiscard]] Result<Edit> edit() const;

private:
    std::string m_file;
    const Document& m_before;
    Document m_now;
    Result<void> m_state{};
};

}
