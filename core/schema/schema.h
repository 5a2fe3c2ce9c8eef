#pragma once

#include "core/ballerina/package_facts.h"
#include "core/text/diagnostic.h"
#include "core/text/message.h"
#include "core/text/name_index.h"
#include "core/toml/path.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace arabesque {

/// What a TOML value must be. Structured types of Config.toml are Any here: checked by their own schema.
enum class ValueType { String, Integer, Float, Boolean, StringList, Any };

/// What a string or number means; decides the editor and the hint beside it.
enum class Meaning {
    Plain,
    Memory,
    Cpu,
    Port,
    Percent,
    Path,
    ImageName,
    MultiLine,
    Secret,
    Duration,   ///< a number of seconds, or text with units: "30s"
    Bytes       ///< a number of bytes
};

/// A regular expression that must match a whole value, and the tool's own text for a mismatch, in English only.
struct Pattern {
    std::string expression{};
    std::string message{};

    friend bool operator==(const Pattern&, const Pattern&) = default;
};

/// A program's own type, shared; equal to any that says the same.
struct ProgramType : std::shared_ptr<const ballerina::Type> {
    ProgramType() = default;
    explicit ProgramType(ballerina::Type type)
        : std::shared_ptr<const ballerina::Type>(std::make_shared<const ballerina::Type>(std::move(type))) {}

    friend bool operator==(const ProgramType& a, const ProgramType& b) {
        return a.get() == b.get() || (a.get() != nullptr && b.get() != nullptr && *a.get() == *b.get());
    }
};

/// One setting, declared once. Forms, shape checks, completion and reference follow from it.
struct Field {
    std::string path{};   ///< "cloud.config.files[].name": "[]" stands for each record
    ValueType type = ValueType::String;
    Meaning meaning = Meaning::Plain;
    std::string fallback{};       ///< TOML value a tool uses when the key is absent; empty: none
    MessageText fallbackNote{};   ///< where the default is derived, in words
    std::string hint{};           ///< TOML value the tool's own boilerplate shows
    std::optional<std::int64_t> least{}, most{};
    std::string pattern{};          ///< must match the whole value
    std::string patternMessage{};   ///< the tool's own text for a mismatch, in English only
    std::vector<Pattern> furtherPatterns{};
    std::optional<std::size_t> longest{};   ///< most characters of a string
    std::string longestMessage{};
    std::vector<std::string> choices{};   ///< TOML values; empty: free
    bool closedChoice = true;             ///< false: other values are accepted too
    bool required = false;
    bool dead = false;        ///< accepted, without effect on any file
    bool unchecked = false;   ///< the tool says nothing about a wrong type or choice: ours is a warning
    std::vector<std::string> formerNames{};   ///< names that older releases or public pages use
    MessageText deprecated{};                 ///< with what to write instead; %1 is the key
    MessageText label{};
    MessageText summary{};
    std::string labelText{}, summaryText{};   ///< instead of label and summary, where a program wrote them
    std::string source{};                     ///< where the fact is from: "c2c 4.0.0, section 3.1"
    std::string since{};                      ///< first release that reads it, where not all do: "2201.10.0"
    std::string typeText{};                   ///< a program's own type, such as "int:Signed32"
    /// The same in parts, of a value of type Any; nothing where only its name is known.
    ProgramType programType{};

    friend bool operator==(const Field&, const Field&) = default;
};

/// A place on the diagram, in its units, from the top left corner.
struct Point {
    std::int64_t x = 0, y = 0;

    friend bool operator==(const Point&, const Point&) = default;
};

/// What the tool that reads a document says of a mistake: its code and words.
struct Verdict {
    const char* code = "";
    MessageText text{};

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// A table or array of tables.
struct Table {
    enum class UnknownKeys {
        Error,     ///< stop the tool
        Warning,   ///< the tool passes over them without a word
        Values,    ///< values stop the tool; tables may belong to somebody else
        Similar,   ///< the tool passes over them, as it should: unless the name is nearly one it knows
        Allowed
    };
    std::string path{};     ///< "" for the root
    bool records = false;   ///< array of tables
    UnknownKeys unknownKeys = UnknownKeys::Error;
    MessageText label{};
    MessageText summary{};
    std::string labelText{}, summaryText{};   ///< instead of label and summary, where a program wrote them
    std::string title{};                      ///< what the tool calls it in messages; the key when empty
    bool required = false;
    bool unchecked = false;   ///< written in another shape the tool passes over it without a word
    Verdict missingKey{};     ///< of a required key, %1, in this table, %2; without text: none is looked for

    friend bool operator==(const Table&, const Table&) = default;
};

/// The words of one tool. Arguments of `unknownKey`: %1 the key, %2 what the tool calls its table, %3 the whole path;
/// of `wrongType`: %1 the key, %2 the expected and %3 the found type.
struct Verdicts {
    Verdict unknownKey;
    Verdict wrongType;
    const char* wrongChoice = "";   ///< code only: the words are ours
};

/// Of Ballerina's TOML validator, which checks Ballerina.toml and Cloud.toml (c2c 4.0.0, section 4.1).
[[nodiscard]] const Verdicts& validatorVerdicts();

/// Typed handle of a declared setting; the only way generators name one.
template <class T> struct Setting {
    std::size_t index = 0;   ///< into Schema::fields()
};

/// Typed handle of a declared array of tables.
struct Records {
    std::size_t index = 0;   ///< into Schema::tables()
};

/// What may be written in one document: plain data.
class Schema {
public:
    Schema(std::string document, std::string title, const Verdicts& verdicts = validatorVerdicts())
        : m_document(std::move(document)), m_title(std::move(title)), m_verdicts(verdicts) {}

    [[nodiscard]] const std::string& document() const { return m_document; }   ///< "Cloud.toml"
    [[nodiscard]] const std::string& title() const { return m_title; }         ///< "C2C Spec"
    [[nodiscard]] const Verdicts& verdicts() const { return m_verdicts; }
    /// A range of `const Field&` with random access.
    [[nodiscard]] auto fields() const {
        return m_fields | std::views::transform([](const auto& field) -> const Field& { return *field; });
    }
    [[nodiscard]] const std::vector<Table>& tables() const { return m_tables; }

    [[nodiscard]] const Field* field(std::string_view pattern) const;
    /// The number of a field among fields(); nothing: there is none.
    [[nodiscard]] std::optional<std::size_t> numberOf(std::string_view pattern) const;
    [[nodiscard]] const Table* table(std::string_view pattern) const;
    [[nodiscard]] const Field* field(const toml::Path& path) const { return field(patternOf(path)); }
    [[nodiscard]] const Table* table(const toml::Path& path) const { return table(patternOf(path)); }
    /// Names of fields and tables directly inside a table, as declared.
    [[nodiscard]] std::vector<std::string> namesIn(std::string_view tablePattern) const;

    /// `a[3].b` as fields and tables are declared: "a[].b".
    [[nodiscard]] static std::string patternOf(const toml::Path& path);

    template <class T> const Field& operator[](Setting<T> setting) const { return *m_fields[setting.index]; }
    const Table& operator[](Records records) const { return m_tables[records.index]; }

    /// Declares a table or field; the table it stands in is declared before it (asserted).
    Records add(Table table);
    void add(Field field);
    /// Declares a string field to be described further.
    Field& addField(std::string path);
    /// Declares the fields of another schema without copying them.
    void addFieldsOf(const Schema& other);
    /// Makes room for `fields` more fields at once.
    void reserve(std::size_t fields);

    /// Whether the same may be written.
    friend bool operator==(const Schema& a, const Schema& b) {
        return a.m_document == b.m_document && a.m_tables == b.m_tables &&
               std::ranges::equal(a.m_fields, b.m_fields,
                                  [](const auto& x, const auto& y) { return x == y || *x == *y; });
    }

protected:
    template <class T> Setting<T> declare(Field field) {
        if constexpr (std::is_same_v<T, bool>)
            field.type = ValueType::Boolean;
        else if constexpr (std::is_same_v<T, std::int64_t>)
            field.type = ValueType::Integer;
        else if constexpr (std::is_same_v<T, std::vector<std::string>>)
            field.type = ValueType::StringList;
        add(std::move(field));
        return {m_fields.size() - 1};
    }

private:
    std::string m_document;
    std::string m_title;
    Verdicts m_verdicts;
    std::vector<std::shared_ptr<const Field>> m_fields;
    std::vector<Table> m_tables;
    NameIndex m_fieldByPath, m_tableByPath;
};

/// The path of the table a field or table stands in: "cloud.config.files" for "cloud.config.files[].name".
[[nodiscard]] std::string_view parentOf(std::string_view path);
/// The last name of a path.
[[nodiscard]] std::string_view nameOf(std::string_view path);

}
