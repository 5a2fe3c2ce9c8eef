#include "core/ballerina/service_parser.h"

#include "core/ballerina/brackets.h"

namespace arabesque::ballerina {

namespace {

bool atBoundary(const Cursor& cursor) {
    const SourceCode& code = cursor.code();
    return cursor.atEnd() || cursor.is(";") ||
           beginsDeclaration(code.text(), code.tokens(), cursor.position());
}

/// True for the brace of the service, false for one inside a type or an object constructor.
bool atBody(const Cursor& cursor) {
    return cursor.is("{") && cursor.code().text(cursor.position() - 1) != "object";
}

TokenRange parsePath(Cursor& cursor) {
    const auto isPathBegin = [&] { return cursor.is("/") || cursor.kind() == TokenKind::String; };
    while (!atBoundary(cursor) && !atBody(cursor) && !cursor.is("on") && !isPathBegin()) cursor.skip();
    const auto begin = cursor.position();
    while (!atBoundary(cursor) && !atBody(cursor) && !cursor.is("on")) cursor.skip();
    return cursor.since(begin);
}

std::vector<TokenRange> parseListeners(Cursor& cursor) {
    std::vector<TokenRange> listeners;
    do {
        const auto begin = cursor.position();
        while (!atBoundary(cursor) && !atBody(cursor) && !cursor.is(",")) cursor.skip();
        if (cursor.position() > begin) listeners.push_back(cursor.since(begin));
    } while (cursor.accept(","));
    return listeners;
}

/// A name without a slash before it is no part of the path: it begins the function behind a half-written one.
TokenRange parseResourcePath(Cursor& cursor) {
    const auto begin = cursor.position();
    bool nameAllowed = true;
    while (cursor.is("/") || cursor.is(".") || cursor.is("[") || (cursor.isName() && nameAllowed)) {
        nameAllowed = cursor.is("/") || cursor.is(".");
        cursor.skip();
    }
    return cursor.since(begin);
}

std::vector<ResourceFunction> parseResources(Cursor cursor) {
    std::vector<ResourceFunction> resources;
    while (!cursor.atEnd()) {
        if (!cursor.is("resource")) {
            cursor.skip();
            continue;
        }
        const auto begin = cursor.position();
        cursor.advance();
        while (cursor.is("isolated") || cursor.is("transactional")) cursor.advance();
        if (!cursor.accept("function") || !cursor.isName()) continue;
        ResourceFunction found{.accessor = cursor.position(), .path = {}, .tokens = {}};
        cursor.advance();
        found.path = parseResourcePath(cursor);
        found.tokens = cursor.since(begin);
        if (!found.path.empty()) resources.push_back(found);
    }
    return resources;
}

}

ServiceDeclaration parseService(Cursor& cursor) {
    ServiceDeclaration found;
    const auto begin = cursor.position();
    cursor.advance();
    found.path = parsePath(cursor);
    if (cursor.accept("on")) found.listeners = parseListeners(cursor);
    found.tokens = cursor.since(begin);
    if (cursor.is("{")) {
        const auto brace = cursor.position();
        if (cursor.code().isClosed(brace)) found.openingBrace = brace;
        found.resources = parseResources(Cursor(cursor.code(), cursor.inside()));
        cursor.skip();
    }
    cursor.accept(";");
    return found;
}

}
