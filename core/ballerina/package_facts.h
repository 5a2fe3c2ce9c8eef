#pragma once

#include "core/text/diagnostic.h"
#include "core/text/range.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque::ballerina {

/// What a configurable may hold, aliases of the same package resolved.
struct Type {
    enum class Kind {
        Int,
        Byte,
        Float,
        Decimal,
        Boolean,
        String,
        Xml,
        Array,    ///< element in `parts[0]`
        Map,      ///< value type in `parts[0]`
        Record,   ///< `fields`; where one is written, the type of further fields in `parts[0]`
        Table,    ///< row type in `parts[0]`, key fields in `keys`
        Enum,     ///< union of literals: their TOML values in `members`
        Union,    ///< alternatives in `parts`
        Tuple,    ///< members in `parts`; those behind them, where there may be any, as `rest`
        Other     ///< known by name only
    };
    struct Field;

    Kind kind = Kind::Other;
    std::string text;        ///< as written, white space folded
    bool optional = false;   ///< `T?`
    bool closed = false;     ///< record without further fields, own or included
    std::vector<Type> parts;
    std::vector<Field> fields;
    std::vector<std::string> keys;
    std::vector<std::string> members;   ///< as TOML values: "\"INFO\"", "1", "true"
    std::vector<Type> rest;             ///< of a tuple: none or one

    friend bool operator==(const Type&, const Type&) = default;
};

struct Type::Field {
    std::string name;
    std::vector<Type> type;   ///< exactly one; a vector because the type is not complete here
    bool required = false;    ///< neither `f?` nor with a default
    bool readOnly = false;
    std::string fallback;   ///< source text of the default, or empty
    std::string documentation;

    friend bool operator==(const Field&, const Field&) = default;
};

struct Configurable {
    std::string module;   ///< "" for the default module, else the part behind `package.`
    std::string name;     ///< without the quote of a quoted identifier
    Type type;
    bool required = false;       ///< `= ?`
    std::string fallback;        ///< source text of the default; empty when required
    std::string documentation;   ///< doc comment, lines joined by blanks
    std::string label;           ///< of @display, or empty
    Place place;                 ///< of the name
};

struct Port {
    std::int64_t number = 0;
    Place place;   ///< of the literal that gives it
};

struct Resource {
    std::string accessor;   ///< "get"
    std::string path;       ///< as code-to-cloud keeps it (c2c 4.0.0, section 5.6); "." for itself
    Place place;            ///< from `resource` to the end of the path
};

/// Where one more member of a service is written.
struct MemberPlace {
    Place place;          ///< empty range
    std::string before;   ///< ends the line before the member
    std::string indent;   ///< of the member's lines
    std::string after;    ///< between the member and the closing brace
};

struct Service {
    std::string path;   ///< "/orders"; empty for string paths and none
    std::vector<Port> ports;
    std::vector<Resource> resources;   ///< those code-to-cloud knows: none of a custom listener's service
    std::optional<MemberPlace> nextMember;   ///< nothing in a service whose body is not closed
    Place place;                             ///< from `service` to the end of the `on` expression
};

/// A piece of a source, without quotes where it is a text.
struct Written {
    std::string text;
    Place place;
};

/// A listener made with `new`: declared for a module, or behind `on`.
struct Listener {
    std::string protocol;                  ///< the module of its class: "http"
    std::optional<Port> port;              ///< where a literal, a constant or a final variable gives it
    std::optional<Written> host;           ///< where a literal gives it
    std::optional<Written> gracefulStop;   ///< `gracefulStopTimeout`, in seconds, where a literal gives it
    bool secure = false;                   ///< is given a `secureSocket`
};

/// `@cloud:Task` on main. Without a schedule a Job, else a CronJob.
struct Task {
    std::optional<std::string> schedule;   ///< five cron fields joined by blanks
    Place place;
    std::vector<Written>
        fields{};   ///< of the schedule, in order; the place of the annotation where one is missing
};

/// An annotation that a module declares: `@awslambda:Function`.
struct ModuleAnnotation {
    std::string module;   ///< dotted, without organisation, as its import names it
    std::string name;
    Place place;
};

/// A function with annotations of modules.
struct Function {
    std::string name;   ///< without the quote of a quoted identifier
    std::vector<ModuleAnnotation> annotations;
    Place place;   ///< of the name
};

struct Import {
    std::string organisation;   ///< empty where left out
    std::string module;         ///< dotted
    std::string prefix;         ///< "_" for a bare link
    Place place;
};

/// What the sources of a package say, in the order of c2c 4.0.0, section 5.6: default module first, other
/// modules by name, files by name, declarations as written.
struct PackageFacts {
    std::vector<Service> services;
    std::vector<Configurable> configurables;
    std::vector<Import> imports;
    std::vector<std::string>
        modules;   ///< those with a source, as in Configurable; sorted, without the default one
    std::vector<Listener> listeners;   ///< declared ones and those behind `on`, as written
    std::vector<Function> functions;   ///< those with annotations of modules, as written
    std::vector<Written> keyFiles;     ///< literals that name certificates, keys and their stores
    std::optional<Task> task;
    std::vector<Place>
        defaultListeners;   ///< calls of http:getDefaultListener() that services listen on, each once
    std::vector<Diagnostic> diagnostics;   ///< C2C_002 and its kin (section 4.2)
};

/// One source. `module` as in Configurable.
struct Source {
    std::string file;
    std::string module;
    std::shared_ptr<const std::string> text;

    /// Of the very same text: the bytes are not compared.
    friend bool operator==(const Source&, const Source&) = default;
};

/// The module a path inside a package belongs to: "" or the folder under modules/. Nothing for files that
/// are no sources of the package (tests, target, other endings).
[[nodiscard]] std::optional<std::string> moduleOf(std::string_view file);

/// What is taken for granted where code-to-cloud finds nothing.
struct ScanOptions {
    std::optional<std::int64_t> defaultListenerPort;   ///< of http:getDefaultListener()
};

/// Reads all sources of one package; tolerates half-written code. Sources in any order. With the package's name,
/// types of its other modules are followed only where the import names the package; without it, wherever the end of
/// the import is the name of one of its modules.
[[nodiscard]] PackageFacts scan(std::vector<Source> sources, std::string_view package = {},
                                const ScanOptions& options = {});

}
