#pragma once

#include "core/text/message.h"
#include "core/text/range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque::toml {

enum class Kind { String, Integer, Float, Boolean, DateTime, Array, InlineTable, Missing };

/// How a string is written; other kinds of value are Plain.
enum class Style { Plain, Basic, Literal, MultiLineBasic, MultiLineLiteral };

struct KeyPart {
    std::string name{};   ///< decoded
    ByteRange range{};    ///< with quotes
};

struct Entry;

/// A value as written. Missing: nothing, or something that is no TOML value, stands behind the '='.
struct Value {
    Kind kind = Kind::Missing;
    Style style = Style::Plain;
    ByteRange range{};
    std::string text{};   ///< a string decoded; anything else as written
    std::int64_t integer = 0;
    double number = 0;   ///< of Float and Integer
    bool boolean = false;
    std::vector<Value> elements{};   ///< of Array
    std::vector<Entry> entries;      ///< of InlineTable
};

/// `key = value`, a dotted key included.
struct Entry {
    std::vector<KeyPart> key;
    ByteRange range;   ///< from the key to the end of the value
    ByteRange line;    ///< with indentation, trailing comment and line end; inside inline tables as `range`
    Value value;
};

/// The part of a file that belongs to one header. The root part comes first and has no header.
struct Section {
    enum class Header { Root, Table, ArrayElement };
    Header header = Header::Root;
    std::vector<KeyPart> key{};
    ByteRange headerRange{};   ///< from '[' to ']'
    ByteRange range{};         ///< from its line to the next header's
    std::vector<Entry> entries{};
};

struct SyntaxError {
    ByteRange range;
    Message message;
};

/// A file as it is written, in order, good parts of a half-typed file included. Never fails.
struct SyntaxTree {
    std::vector<Section> sections;
    std::vector<SyntaxError> errors;
};

[[nodiscard]] SyntaxTree parse(std::string_view text);

}
