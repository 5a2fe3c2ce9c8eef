#pragma once

#include "core/model/origin.h"
#include "core/schema/duration.h"
#include "core/schema/schema.h"
#include "core/toml/document.h"

#include <charconv>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace arabesque {

/// Values that stand in for those of a document, as an environment's `set` gives them; by path of the field. Borrowed.
struct Replacements {
    struct Value {
        const toml::Node* node = nullptr;
        Origin origin{};   ///< where it is written
    };
    std::map<std::string, Value, std::less<>> values{};
};

/// The values of one document through its schema, each with its origin. A value of the wrong type reads as
/// absent, as the tools do. Borrows the schema and the replacements.
class Settings {
public:
    Settings(std::string file, toml::Document document, const Schema& schema,
             const Replacements* replacements = nullptr)
        : m_file(std::move(file)),
          m_document(std::move(document)),
          m_schema(schema),
          m_replacements(replacements) {}

    /// What is written, if anything.
    template <class T>
    [[nodiscard]] std::optional<Sourced<T>> written(Setting<T> setting, std::size_t record = 0) const {
        return read<T>(m_schema.get()[setting], record);
    }

    /// What is written, else the declared default, else T{}: the origin says which.
    template <class T> [[nodiscard]] Sourced<T> value(Setting<T> setting, std::size_t record = 0) const {
        if (auto found = read<T>(m_schema.get()[setting], record)) return *std::move(found);
        return fallback<T>(m_schema.get()[setting], record);
    }

    /// `derived` in place of a default that follows from other values.
    [[nodiscard]] Sourced<std::string> valueOr(Setting<std::string> setting,
                                               const Sourced<std::string>& derived,
                                               std::size_t record = 0) const;

    /// The texts of a table, in order; other values in it are passed over.
    [[nodiscard]] std::vector<std::pair<std::string, Sourced<std::string>>> texts(
        std::string_view table) const;

    /// Number of records of an array of tables.
    [[nodiscard]] std::size_t count(Records records) const;
    /// Origin of a whole record or table: its header.
    [[nodiscard]] Origin origin(Records records, std::size_t record) const;

    /// Origin of the default of a setting: what to name where the absence of a key decides.
    template <class T> [[nodiscard]] Origin absent(Setting<T> setting, std::size_t record = 0) const {
        return defaultOf(m_schema.get()[setting], record);
    }
    [[nodiscard]] bool has(std::string_view table) const { return node(table, 0) != nullptr; }

private:
    [[nodiscard]] const toml::Node* node(std::string_view pattern, std::size_t record) const;
    [[nodiscard]] Origin originOf(const Field& field, const toml::Node& node, std::size_t record) const;
    [[nodiscard]] Origin defaultOf(const Field& field, std::size_t record) const;
    /// Where it is written, else that it is not.
    [[nodiscard]] Origin originOf(const Field& field, std::size_t record) const;
    [[nodiscard]] const Replacements::Value* replacement(const Field& field) const;
    /// The value a declared default is written as.
    [[nodiscard]] static toml::Value valueOf(const std::string& fallback);
    [[nodiscard]] static bool take(const toml::Value& value, std::string& out);
    [[nodiscard]] static bool take(const toml::Value& value, std::int64_t& out);
    [[nodiscard]] static bool take(const toml::Value& value, bool& out);
    [[nodiscard]] static bool take(const toml::Value& value, std::vector<std::string>& out);
    [[nodiscard]] static bool take(const toml::Value& value, Duration& out);
    [[nodiscard]] static bool take(const toml::Value& value, Point& out);

    template <class T> std::optional<Sourced<T>> read(const Field& field, std::size_t record) const {
        Sourced<T> result;
        if (const Replacements::Value* instead = replacement(field);
            instead != nullptr && instead->node->value != nullptr &&
            take(*instead->node->value, result.value)) {
            result.origins = {instead->origin, originOf(field, record)};
            return result;
        }
        const toml::Node* found = node(field.path, record);
        if (found == nullptr || found->value == nullptr || !take(*found->value, result.value))
            return std::nullopt;
        result.origins = {originOf(field, *found, record)};
        return result;
    }

    template <class T> Sourced<T> fallback(const Field& field, std::size_t record) const {
        Sourced<T> result{{}, {defaultOf(field, record)}};
        if constexpr (std::is_same_v<T, bool>)
            result.value = field.fallback == "true";
        else if constexpr (std::is_same_v<T, std::int64_t>)
            std::from_chars(field.fallback.data(), field.fallback.data() + field.fallback.size(),
                            result.value);
        else if (!field.fallback.empty())
            static_cast<void>(take(valueOf(field.fallback), result.value));
        return result;
    }

    std::string m_file;
    toml::Document m_document;
    std::reference_wrapper<const Schema> m_schema;
    const Replacements* m_replacements;
};

}
