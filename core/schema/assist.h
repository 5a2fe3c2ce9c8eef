#pragma once

#include "core/schema/schema.h"
#include "core/text/range.h"
#include "core/toml/document.h"

#include <string>
#include <vector>

namespace arabesque {

/// A text that may stand at the cursor.
struct Completion {
    enum class Kind { Key, Table, Value };
    Kind kind = Kind::Key;
    std::string label{};            ///< what is offered: "max_memory", "[cloud.deployment]", "\"k8s\""
    std::string text{};             ///< what is written; of an array of tables with its required keys
    const Field* field = nullptr;   ///< of the schema asked
    const Table* table = nullptr;
};

struct Completions {
    ByteRange replaced{};   ///< what the chosen text takes the place of
    std::vector<Completion> items{};
};

/// What the schema lets stand at `offset`, in order of declaration and with what is typed already as its beginning,
/// whatever the case: keys the table does not have yet, tables, values of a key. Nothing inside a comment or on the
/// further lines of a value.
[[nodiscard]] Completions completionsAt(const Schema& schema, const toml::Document& document,
                                        std::size_t offset);

/// A TOML value a field can start with: what the tool's boilerplate shows, its default, a choice, else an empty one.
[[nodiscard]] std::string firstValueOf(const Field& field);

}
