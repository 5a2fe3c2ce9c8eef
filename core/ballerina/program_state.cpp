#include "core/ballerina/program_state.h"

#include "core/ballerina/literals.h"
#include "core/ballerina/module_scope.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace arabesque::ballerina {

namespace {

bool contains(const SourceCode& code, TokenRange range, std::string_view word) {
    for (auto i = range.begin; i < range.end; ++i)
        if (code.text(i) == word) return true;
    return false;
}

/// `cache:Cache`, with whatever prefix ballerina/cache is imported.
bool isCacheType(const ParsedSource& source, TokenRange type) {
    const SourceCode& code = source.code;
    return type.size() == 3 && code.text(type.begin + 1) == ":" && code.text(type.begin + 2) == "Cache" &&
           PackageScope::moduleNamed(source, code.text(type.begin)) == "cache";
}

bool isChangeable(const SourceCode& code, const VariableDeclaration& variable) {
    const TokenRange qualifiers{variable.tokens.begin, variable.type.begin};
    return variable.kind == VariableDeclaration::Kind::Variable && !variable.configurable &&
           !contains(code, qualifiers, "final") && !contains(code, qualifiers, "isolated") &&
           !contains(code, variable.type, "readonly") && !contains(code, variable.type, "function") &&
           !contains(code, variable.type, ":");
}

/// Operators of lang.array, lang.map and lang.table that change what they are called on.
constexpr std::array<std::string_view, 11> changers{"push",      "pop",    "shift",         "unshift",
                                                    "remove",    "put",    "add",           "removeAll",
                                                    "setLength", "delete", "removeIfHasKey"};

bool assigns(std::string_view text, std::string_view next) {
    if (text == "=") return next != "=" && next != ">";
    static constexpr std::array<std::string_view, 11> compound{
        "+=", "-=", "*=", "/=", "|=", "&=", "^=", "<<=", ">>=", ">>>=", "%="};
    return std::ranges::contains(compound, text);
}

/// Whether the statement that begins with the name at `at` changes what it stands for: `n = …`, `n += …`, `n[k] = …`,
/// `n.field = …`, `n.push(…)`.
bool isChanged(const SourceCode& code, std::uint32_t at) {
    const auto before = at == 0 ? std::string_view("{") : code.text(at - 1);
    if (before != ";" && before != "{" && before != "}") return false;
    const auto end = code.all().end;
    auto i = at + 1;
    std::string_view member;
    while (i < end && (code.text(i) == "[" || code.text(i) == "." || code.text(i) == "?.")) {
        if (code.text(i) == "[") {
            i = code.next(i);
            continue;
        }
        member = i + 1 < end ? code.text(i + 1) : std::string_view();
        i += 2;
    }
    if (i >= end) return false;
    if (code.text(i) == "(") return std::ranges::contains(changers, member);
    const std::string_view next = i + 1 < end ? code.text(i + 1) : std::string_view();
    const bool isCompound = code.token(i).kind == TokenKind::Operator && next == "=" &&
                            code.token(i).end == code.token(i + 1).begin;
    return assigns(code.text(i), next) || isCompound;
}

/// Names that statements of a module change.
std::set<std::string> changedNames(const std::vector<const ParsedSource*>& module) {
    std::set<std::string> names;
    for (const ParsedSource* source : module) {
        const SourceCode& code = source->code;
        for (auto i = code.all().begin; i < code.all().end; ++i)
            if (code.token(i).kind == TokenKind::Name && isChanged(code, i))
                names.insert(std::string(unquoted(code.text(i))));
    }
    return names;
}

using Modules = std::map<std::string, std::vector<const ParsedSource*>>;

Modules modulesOf(const std::vector<ParsedSource>& sources) {
    Modules modules;
    for (const ParsedSource& source : sources) modules[source.code.module()].push_back(&source);
    return modules;
}

/// What stands between the braces of a function whose signature begins at `at`, or behind its arrow.
TokenRange bodyBehind(const SourceCode& code, std::uint32_t at) {
    const auto end = code.all().end;
    for (auto i = at; i < end && code.text(i) != ";"; i = code.next(i)) {
        const bool isType = i > 0 && (code.text(i - 1) == "record" || code.text(i - 1) == "object");
        if (code.text(i) == "{" && !isType) return code.inside(i);
        if (code.text(i) != "=>") continue;
        auto last = i + 1;
        while (last < end && code.text(last) != ";") last = code.next(last);
        return {i + 1, std::min(last, end)};
    }
    return {};
}

/// A remote or resource call of a client, not a message to a worker.
bool isClientCall(const SourceCode& code, TokenRange body, std::uint32_t i) {
    if (code.text(i) != "->" || i == body.begin || i + 1 >= body.end) return false;
    if (code.token(i - 1).kind != TokenKind::Name) return false;
    return code.text(i + 1) == "/" ||
           (code.token(i + 1).kind == TokenKind::Name && i + 2 < body.end && code.text(i + 2) == "(");
}

/// Looks for calls of clients through the functions of a module.
class CallFinder {
public:
    explicit CallFinder(const std::vector<const ParsedSource*>& module) {
        for (const ParsedSource* source : module)
            for (const FunctionDefinition& function : source->declarations.functions)
                m_functions.try_emplace(std::string(unquoted(source->code.text(function.name))), source,
                                        function.name + 1);
    }

    std::optional<Written> in(const SourceCode& code, TokenRange body) {
        for (auto i = body.begin; i < body.end; ++i) {
            if (isClientCall(code, body, i)) {
                const TokenRange call{i - 1, i + 2};
                return Written{std::string(code.text(call)), code.place(call)};
            }
            const bool isCall = code.token(i).kind == TokenKind::Name && i + 1 < body.end &&
                                code.text(i + 1) == "(" && (i == 0 || code.text(i - 1) != ".");
            if (!isCall) continue;
            if (auto deeper = inFunction(std::string(unquoted(code.text(i))))) return deeper;
        }
        return {};
    }

private:
    std::optional<Written> inFunction(const std::string& name) {
        const auto found = m_functions.find(name);
        if (found == m_functions.end() || !m_seen.insert(name).second) return {};
        const auto& [source, at] = found->second;
        return in(source->code, bodyBehind(source->code, at));
    }

    std::map<std::string, std::pair<const ParsedSource*, std::uint32_t>> m_functions;
    std::set<std::string> m_seen;
};

/// Slashes, dots and names as written.
std::string pathText(const SourceCode& code, TokenRange tokens) {
    std::string path;
    for (auto i = tokens.begin; i < tokens.end; i = code.next(i))
        if (code.token(i).kind != TokenKind::Open) path += code.text(i);
    return path;
}

}

std::vector<ProgramState> programStateOf(std::vector<Source> sources) {
    const std::vector<ParsedSource> all = parseAll(std::move(sources));
    std::map<std::string, std::set<std::string>> changed;
    for (const auto& [module, files] : modulesOf(all)) changed[module] = changedNames(files);
    std::vector<ProgramState> found;
    for (const ParsedSource& source : all)
        for (const VariableDeclaration& variable : source.declarations.variables) {
            std::string name(unquoted(source.code.text(variable.name)));
            const bool isCache = isCacheType(source, variable.type);
            const bool isState =
                isChangeable(source.code, variable) && changed[source.code.module()].contains(name);
            if (isCache || isState)
                found.push_back({.name = std::move(name),
                                 .isCache = isCache,
                                 .place = source.code.place({variable.name, variable.name + 1})});
        }
    return found;
}

std::optional<Written> clientCallOf(
    std::vector<Source> sources,
    const std::function<bool(std::string_view, std::string_view, std::string_view)>& isMeant) {
    const std::vector<ParsedSource> all = parseAll(std::move(sources));
    const Modules modules = modulesOf(all);
    for (const ParsedSource& source : all)
        for (const ServiceDeclaration& service : source.declarations.services)
            for (const ResourceFunction& resource : service.resources) {
                const SourceCode& code = source.code;
                if (!isMeant(unquoted(code.text(resource.accessor)), pathText(code, service.path),
                             pathText(code, resource.path)))
                    continue;
                CallFinder finder(modules.find(code.module())->second);
                if (auto call = finder.in(code, bodyBehind(code, resource.tokens.end))) return call;
            }
    return {};
}

}
