#include "core/ballerina/listener_reader.h"
#include "core/ballerina/literals.h"
#include "core/ballerina/metadata.h"
#include "core/ballerina/module_scope.h"
#include "core/ballerina/package_facts.h"
#include "core/ballerina/port_finder.h"
#include "core/ballerina/task_reader.h"
#include "core/ballerina/type_reader.h"

#include <algorithm>
#include <utility>

namespace arabesque::ballerina {

namespace {

/// Slashes, dots and names as written; what stands in brackets is left out.
std::string pathText(const SourceCode& code, TokenRange tokens) {
    std::string path;
    for (auto i = tokens.begin; i < tokens.end; i = code.next(i)) {
        if (code.token(i).kind == TokenKind::String) return {};
        if (code.token(i).kind != TokenKind::Open) path += code.text(i);
    }
    return path;
}

std::vector<Resource> resourcesOf(const SourceCode& code, const ServiceDeclaration& service) {
    std::vector<Resource> resources;
    resources.reserve(service.resources.size());
    for (const ResourceFunction& function : service.resources) {
        resources.push_back({.accessor = unquoted(code.text(function.accessor)),
                             .path = pathText(code, function.path),
                             .place = code.place(function.tokens)});
    }
    return resources;
}

/// Behind the last member, or behind the brace of an empty service.
std::optional<MemberPlace> nextMemberOf(const SourceCode& code, const ServiceDeclaration& service) {
    if (!service.openingBrace) return std::nullopt;
    const std::string_view text = code.text();
    const std::size_t brace = code.token(*service.openingBrace).begin;
    const auto closing = code.token(*service.openingBrace).partner;
    const std::size_t end = code.token(closing).begin;
    const std::size_t last = text.find_last_not_of(" \t\r\n", end - 1);
    const std::string lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    const auto indentAt = [&](std::size_t at) {
        const std::size_t line = text.rfind('\n', at) + 1;
        return std::string(text.substr(line, text.find_first_not_of(" \t", line) - line));
    };
    const auto first = *service.openingBrace + 1;
    const bool empty = last == brace;
    const bool ownLine = first != closing && code.token(first).linePart != LinePart::Inside;
    const std::string outer = indentAt(brace);
    return MemberPlace{.place = {code.file(), {last + 1, last + 1}},
                       .before = empty ? lineEnd : lineEnd + lineEnd,
                       .indent = ownLine ? indentAt(code.token(first).begin) : outer + "    ",
                       .after = text.substr(last + 1, end - last - 1).contains('\n') ? "" : lineEnd + outer};
}

void addServices(PackageFacts& facts, const ParsedSource& source, PortFinder& ports) {
    const SourceCode& code = source.code;
    for (const ServiceDeclaration& service : source.declarations.services) {
        auto found = ports.portsOf(source, service);
        if (found.ports.empty()) continue;
        facts.services.push_back(
            {.path = pathText(code, service.path),
             .ports = std::move(found.ports),
             .resources = found.custom ? std::vector<Resource>() : resourcesOf(code, service),
             .nextMember = nextMemberOf(code, service),
             .place = code.place(service.tokens)});
    }
}

std::string labelOf(const SourceCode& code, TokenRange metadata) {
    const auto display = findAnnotation(code, metadata, "display");
    const auto label = display ? findMember(code, display->value, "label") : std::nullopt;
    const bool literal = label && label->size() == 1 && code.token(label->begin).kind == TokenKind::String;
    return literal ? stringValue(code.text(label->begin)) : std::string();
}

void addConfigurables(PackageFacts& facts, const ParsedSource& source, TypeReader& types) {
    const SourceCode& code = source.code;
    for (const VariableDeclaration& variable : source.declarations.variables) {
        if (!variable.configurable) continue;
        Configurable& found = facts.configurables.emplace_back();
        found.module = code.module();
        found.name = unquoted(code.text(variable.name));
        found.type = types.read(source, variable.type);
        found.required = code.text(variable.initializer) == "?";
        if (!found.required) found.fallback = code.text(variable.initializer);
        found.documentation = documentation(code, variable.metadata);
        found.label = labelOf(code, variable.metadata);
        found.place = code.place({variable.name, variable.name + 1});
    }
}

std::size_t countConfigurables(const std::vector<ParsedSource>& sources) {
    std::size_t count = 0;
    for (const ParsedSource& source : sources)
        count += static_cast<std::size_t>(
            std::ranges::count(source.declarations.variables, true, &VariableDeclaration::configurable));
    return count;
}

/// What `prefix:Name` stands for; nothing for annotations of the language itself.
std::optional<ModuleAnnotation> ofModule(const ParsedSource& source, const Annotation& annotation) {
    const SourceCode& code = source.code;
    const std::string written(code.foldedText(annotation.name));
    const std::size_t colon = written.find(':');
    if (colon == std::string::npos) return std::nullopt;
    return ModuleAnnotation{.module = PackageScope::moduleNamed(source, unquoted(written.substr(0, colon))),
                            .name = unquoted(written.substr(colon + 1)),
                            .place = code.place(annotation.tokens)};
}

void addFunctions(PackageFacts& facts, const ParsedSource& source) {
    const SourceCode& code = source.code;
    for (const FunctionDefinition& function : source.declarations.functions) {
        std::vector<ModuleAnnotation> annotations;
        for (const Annotation& each : annotationsOf(code, function.metadata))
            if (auto found = ofModule(source, each)) annotations.push_back(*std::move(found));
        if (annotations.empty()) continue;
        facts.functions.push_back({.name = unquoted(code.text(function.name)),
                                   .annotations = std::move(annotations),
                                   .place = code.place({function.name, function.name + 1})});
    }
}

void addImports(PackageFacts& facts, const ParsedSource& source) {
    for (const ImportDeclaration& import : source.declarations.imports) {
        facts.imports.push_back({.organisation = import.organisation,
                                 .module = import.module,
                                 .prefix = import.prefix,
                                 .place = source.code.place(import.tokens)});
    }
}

}

std::optional<std::string> moduleOf(std::string_view file) {
    static constexpr std::string_view ending = ".bal";
    const auto slash = file.rfind('/');
    const auto folder = slash == std::string_view::npos ? std::string_view() : file.substr(0, slash);
    const auto name = file.substr(folder.empty() ? 0 : slash + 1);
    if (name.size() <= ending.size() || !name.ends_with(ending)) return std::nullopt;
    if (folder.empty() || folder == "generated") return std::string();
    for (const std::string_view root : {"modules/", "generated/"}) {
        if (!folder.starts_with(root)) continue;
        const auto module = folder.substr(root.size());
        if (!module.empty() && !module.contains('/')) return std::string(module);
    }
    return std::nullopt;
}

PackageFacts scan(std::vector<Source> sources, std::string_view package, const ScanOptions& options) {
    return factsOf(parseAll(std::move(sources)), package, options);
}

PackageFacts factsOf(const std::vector<ParsedSource>& sources, std::string_view package,
                     const ScanOptions& options) {
    const PackageScope scope(sources, package);
    PackageFacts facts;
    PortFinder ports(scope, options, facts);
    TypeReader types(scope);
    facts.configurables.reserve(countConfigurables(sources));
    for (const ParsedSource& source : sources) {
        const std::string& module = source.code.module();
        if (!module.empty() && (facts.modules.empty() || facts.modules.back() != module))
            facts.modules.push_back(module);
        addImports(facts, source);
        addConfigurables(facts, source, types);
        addServices(facts, source, ports);
        addFunctions(facts, source);
        readListeners(facts, scope, source);
        if (!facts.task && source.code.module().empty()) facts.task = readTask(source, facts.diagnostics);
    }
    return facts;
}

}
