#pragma once

#include "core/ballerina/source_code.h"

#include <optional>
#include <vector>

namespace arabesque::ballerina {

struct ImportDeclaration {
    std::string organisation;
    std::string module;   ///< dotted
    std::string prefix;   ///< "_" for a bare link
    TokenRange tokens;
};

/// A variable, constant or listener of a module.
struct VariableDeclaration {
    enum class Kind { Variable, Constant, Listener };
    Kind kind = Kind::Variable;
    bool configurable = false;
    TokenRange metadata;
    TokenRange type;          ///< empty where left out
    std::uint32_t name = 0;   ///< index of the token
    TokenRange initializer;
    TokenRange tokens;   ///< from the first qualifier to the initializer's end
};

struct TypeDefinition {
    TokenRange metadata;
    std::uint32_t name = 0;
    TokenRange type;
};

struct EnumDeclaration {
    struct Member {
        std::uint32_t name = 0;
        TokenRange value;   ///< empty where left out
    };
    std::uint32_t name = 0;
    std::vector<Member> members;
};

struct FunctionDefinition {
    TokenRange metadata;
    std::uint32_t name = 0;
    TokenRange returnType;   ///< empty where left out
};

struct ClassDefinition {
    std::uint32_t name = 0;
    TokenRange body;
};

struct ResourceFunction {
    std::uint32_t accessor = 0;
    TokenRange path;
    TokenRange tokens;   ///< from `resource` to the end of the path
};

struct ServiceDeclaration {
    TokenRange path;   ///< what stands between `service` and `on`, without a type
    std::vector<TokenRange> listeners;
    std::vector<ResourceFunction> resources;
    std::optional<std::uint32_t> openingBrace;   ///< of its members, where the closing one is written too
    TokenRange tokens;                           ///< from `service` to the end of the last listener
};

/// What one source declares, in the order written.
struct Declarations {
    std::vector<ImportDeclaration> imports;
    std::vector<VariableDeclaration> variables;
    std::vector<TypeDefinition> types;
    std::vector<EnumDeclaration> enums;
    std::vector<FunctionDefinition> functions;
    std::vector<ClassDefinition> classes;
    std::vector<ServiceDeclaration> services;
};

}
