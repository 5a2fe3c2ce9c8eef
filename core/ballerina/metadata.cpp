#include "core/ballerina/metadata.h"

#include "core/ballerina/brackets.h"
#include "core/ballerina/literals.h"

namespace arabesque::ballerina {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

void addLine(std::string& text, std::string_view line) {
    if (line.empty()) return;
    if (!text.empty()) text += ' ';
    text += line;
}

/// Calls `visit(parameter, line)` for each line; the parameter is empty before the first one.
void eachLine(const SourceCode& code, TokenRange metadata, auto visit) {
    std::string_view parameter;
    for (auto i = metadata.begin; i < metadata.end; ++i) {
        if (code.token(i).kind != TokenKind::Documentation) continue;
        auto line = trimmed(code.text(i).substr(1));
        if (line.starts_with('+')) {
            line = trimmed(line.substr(1));
            const auto nameEnd = line.find_first_of(" \t-");
            parameter = line.substr(0, nameEnd);
            line = nameEnd == std::string_view::npos ? std::string_view() : trimmed(line.substr(nameEnd));
            if (line.starts_with('-')) line = trimmed(line.substr(1));
        }
        visit(parameter, line);
    }
}

void skipAnnotation(Cursor& cursor) {
    cursor.advance();
    const SourceCode& code = cursor.code();
    if (!cursor.isName() || beginsDeclaration(code.text(), code.tokens(), cursor.position())) return;
    cursor.advance();
    if (cursor.is(":") && cursor.isName(1)) cursor.moveTo(cursor.position() + 2);
    if (cursor.is("{")) cursor.skip();
}

}

void skipMetadata(Cursor& cursor) {
    while (cursor.kind() == TokenKind::Documentation || cursor.is("@")) {
        if (cursor.is("@")) {
            skipAnnotation(cursor);
        } else {
            cursor.advance();
        }
    }
}

std::string documentation(const SourceCode& code, TokenRange metadata) {
    std::string text;
    eachLine(code, metadata, [&](std::string_view parameter, std::string_view line) {
        if (parameter.empty()) addLine(text, line);
    });
    return text;
}

std::vector<ParameterDocumentation> parameterDocumentation(const SourceCode& code, TokenRange metadata) {
    std::vector<ParameterDocumentation> found;
    eachLine(code, metadata, [&](std::string_view parameter, std::string_view line) {
        if (parameter.empty()) return;
        auto name = unquoted(parameter);
        if (found.empty() || found.back().name != name)
            found.push_back({.name = std::move(name), .text = {}});
        addLine(found.back().text, line);
    });
    return found;
}

std::vector<Annotation> annotationsOf(const SourceCode& code, TokenRange metadata) {
    std::vector<Annotation> found;
    for (Cursor cursor(code, metadata); !cursor.atEnd();) {
        const auto begin = cursor.position();
        if (!cursor.is("@")) {
            cursor.advance();
            continue;
        }
        skipAnnotation(cursor);
        const auto tokens = cursor.since(begin);
        auto nameEnd = begin + 1;
        while (nameEnd < tokens.end && code.text(nameEnd) != "{") ++nameEnd;
        found.push_back({.tokens = tokens,
                         .name = {begin + 1, nameEnd},
                         .value = nameEnd < tokens.end ? code.inside(nameEnd) : TokenRange{}});
    }
    return found;
}

std::optional<Annotation> findAnnotation(const SourceCode& code, TokenRange metadata, std::string_view name) {
    for (const Annotation& each : annotationsOf(code, metadata))
        if (code.foldedText(each.name) == name) return each;
    return std::nullopt;
}

std::optional<TokenRange> findMember(const SourceCode& code, TokenRange mapping, std::string_view name) {
    for (Cursor cursor(code, mapping); !cursor.atEnd(); cursor.skip()) {
        const bool found = cursor.is(name) && cursor.is(":", 1);
        if (found) cursor.moveTo(cursor.position() + 2);
        const auto begin = cursor.position();
        while (!cursor.atEnd() && !cursor.is(",")) cursor.skip();
        if (found) return cursor.since(begin);
    }
    return std::nullopt;
}

}
