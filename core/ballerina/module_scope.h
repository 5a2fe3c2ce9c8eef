#pragma once

#include "core/ballerina/parsed_source.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace arabesque::ballerina {

/// What a name of a module stands for; exactly one of the pointers is set.
struct Symbol {
    const ParsedSource* source = nullptr;
    const VariableDeclaration* variable = nullptr;   ///< constants and listeners too
    const TypeDefinition* type = nullptr;
    const EnumDeclaration* enumeration = nullptr;
    const EnumDeclaration::Member* member = nullptr;
    const FunctionDefinition* function = nullptr;
    const ClassDefinition* classDefinition = nullptr;
};

/// The names of a package, module by module. Borrows the sources; for one thread.
class PackageScope {
public:
    /// `package` as in scan().
    PackageScope(const std::vector<ParsedSource>& sources, std::string_view package);

    /// A name as written in `from`, in its module or, with a prefix (`db:Settings`), in another one of the package.
    [[nodiscard]] const Symbol* find(const ParsedSource& from, std::string_view name) const;
    [[nodiscard]] const Symbol* find(const ParsedSource& from, std::string_view prefix,
                                     std::string_view name) const;

    /// Dotted name of the module a prefix stands for. Without an import the prefix is taken for the name, because an
    /// import is often the last thing to be written.
    [[nodiscard]] static std::string moduleNamed(const ParsedSource& from, std::string_view prefix);

private:
    using Names = std::unordered_map<std::string, Symbol>;
    struct Module {
        std::vector<const ParsedSource*> sources;
        mutable std::optional<Names>
            names;   ///< put together when the first one is asked for: most are never

        [[nodiscard]] const Symbol* find(std::string_view name) const;
    };

    [[nodiscard]] const Module* moduleOf(std::string_view importedModule) const;

    std::map<std::string, Module, std::less<>> m_modules;
    std::string m_package;
};

}
