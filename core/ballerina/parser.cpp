#include "core/ballerina/parser.h"

#include "core/ballerina/brackets.h"
#include "core/ballerina/cursor.h"
#include "core/ballerina/literals.h"
#include "core/ballerina/metadata.h"
#include "core/ballerina/service_parser.h"

#include <algorithm>
#include <array>
#include <utility>

namespace arabesque::ballerina {

namespace {

class Parser {
public:
    explicit Parser(const SourceCode& code) : m_code(code), m_cursor(code, code.all()) {}
    Declarations run();

private:
    void declaration();
    void import();
    void variable(VariableDeclaration::Kind kind);
    void type();
    void enumeration();
    void function();
    void classDefinition();
    void service();
    void skipStatement();
    /// A name that is not the keyword of the next declaration.
    [[nodiscard]] bool isNameOf(std::uint32_t ahead = 0) const;
    [[nodiscard]] bool startsClass() const;
    [[nodiscard]] bool atBoundary() const;
    [[nodiscard]] bool opensTypeBody() const;

    const SourceCode& m_code;
    Cursor m_cursor;
    Declarations m_found;
    TokenRange m_metadata;
    std::uint32_t m_first = 0;   ///< first token of the declaration behind its metadata
};

Declarations Parser::run() {
    while (!m_cursor.atEnd()) {
        const auto before = m_cursor.position();
        declaration();
        if (m_cursor.position() <= before) m_cursor.moveTo(before + 1);
    }
    return std::move(m_found);
}

void Parser::declaration() {
    const auto begin = m_cursor.position();
    skipMetadata(m_cursor);
    m_metadata = m_cursor.since(begin);
    m_first = m_cursor.position();
    while (m_cursor.is("public") || m_cursor.is("isolated") || m_cursor.is("final") ||
           m_cursor.is("transactional")) {
        m_cursor.advance();
    }
    if (m_cursor.accept("import")) return import();
    if (m_cursor.accept("listener")) return variable(VariableDeclaration::Kind::Listener);
    if (m_cursor.accept("const")) return variable(VariableDeclaration::Kind::Constant);
    if (m_cursor.is("type") && isNameOf(1)) return type();
    if (m_cursor.is("enum")) return enumeration();
    if (m_cursor.is("function") && isNameOf(1)) return function();
    if (startsClass()) return classDefinition();
    if (m_cursor.is("service") && !m_cursor.is("object", 1)) return service();
    if (m_cursor.accept("annotation") || m_cursor.accept("xmlns")) return skipStatement();
    if (m_cursor.isName() || m_cursor.kind() == TokenKind::Open)
        return variable(VariableDeclaration::Kind::Variable);
    m_cursor.skip();
}

void Parser::import() {
    ImportDeclaration found;
    const auto addName = [&] {
        if (!isNameOf()) return;
        found.module += unquoted(m_cursor.text());
        found.prefix = unquoted(m_cursor.text());
        m_cursor.advance();
    };
    addName();
    if (m_cursor.accept("/")) {
        found.organisation = std::exchange(found.module, {});
        addName();
    }
    while (m_cursor.is(".") && m_cursor.isName(1)) {
        m_cursor.advance();
        found.module += '.';
        addName();
    }
    if (m_cursor.is("as") && m_cursor.isName(1)) {
        found.prefix = unquoted(m_cursor.text(1));
        m_cursor.moveTo(m_cursor.position() + 2);
    }
    m_cursor.accept(";");
    found.tokens = m_cursor.since(m_first);
    if (!found.module.empty()) m_found.imports.push_back(std::move(found));
}

bool Parser::isNameOf(std::uint32_t ahead) const {
    return m_cursor.isName(ahead) &&
           !beginsDeclaration(m_code.text(), m_code.tokens(), m_cursor.position() + ahead);
}

bool Parser::atBoundary() const {
    return m_cursor.atEnd() || m_cursor.is(";") ||
           beginsDeclaration(m_code.text(), m_code.tokens(), m_cursor.position());
}

bool Parser::opensTypeBody() const {
    const auto before = m_cursor.position() > 0 ? m_code.text(m_cursor.position() - 1) : std::string_view();
    return before == "record" || before == "object" || before == "var" || m_cursor.is("{|");
}

void Parser::variable(VariableDeclaration::Kind kind) {
    VariableDeclaration found;
    found.kind = kind;
    found.metadata = m_metadata;
    found.configurable = m_cursor.accept("configurable");
    const auto typeBegin = m_cursor.position();
    while (!atBoundary() && !m_cursor.is("=")) {
        const bool strayBlock = m_cursor.is("{") && !opensTypeBody();
        m_cursor.skip();
        if (strayBlock) return;
    }
    const auto nameEnd = m_cursor.position();
    if (m_cursor.accept("=")) {
        const auto begin = m_cursor.position();
        while (!atBoundary()) m_cursor.skip();
        found.initializer = m_cursor.since(begin);
        found.tokens = m_cursor.since(m_first);
        found.name = nameEnd - 1;
        found.type = {typeBegin, found.name};
        const bool named = nameEnd > typeBegin && m_code.token(found.name).kind == TokenKind::Name;
        if (named) m_found.variables.push_back(found);
    }
    m_cursor.accept(";");
}

void Parser::type() {
    m_cursor.advance();
    TypeDefinition found{.metadata = m_metadata, .name = m_cursor.position(), .type = {}};
    m_cursor.advance();
    const auto begin = m_cursor.position();
    while (!atBoundary()) m_cursor.skip();
    found.type = m_cursor.since(begin);
    m_cursor.accept(";");
    m_found.types.push_back(found);
}

void Parser::enumeration() {
    m_cursor.advance();
    if (!isNameOf()) return;
    EnumDeclaration found{.name = m_cursor.position(), .members = {}};
    m_cursor.advance();
    if (!m_cursor.is("{")) return;
    Cursor member(m_code, m_cursor.inside());
    while (!member.atEnd()) {
        skipMetadata(member);
        if (!member.isName()) {
            member.skip();
            continue;
        }
        const auto name = member.position();
        member.advance();
        const auto valueBegin = member.accept("=") ? member.position() : member.rest().end;
        while (!member.atEnd() && !member.is(",")) member.skip();
        found.members.push_back({.name = name, .value = {valueBegin, member.position()}});
    }
    m_cursor.skip();
    m_found.enums.push_back(std::move(found));
}

void Parser::function() {
    m_cursor.advance();
    FunctionDefinition found{.metadata = m_metadata, .name = m_cursor.position(), .returnType = {}};
    m_cursor.advance();
    if (m_cursor.is("(")) m_cursor.skip();
    if (m_cursor.accept("returns")) {
        skipMetadata(m_cursor);
        const auto begin = m_cursor.position();
        while (!atBoundary() && !m_cursor.is("=") && !m_cursor.is("=>") &&
               (!m_cursor.is("{") || opensTypeBody())) {
            m_cursor.skip();
        }
        found.returnType = m_cursor.since(begin);
    }
    m_found.functions.push_back(found);
    if (m_cursor.is("{")) return m_cursor.skip();
    skipStatement();
}

bool Parser::startsClass() const {
    static constexpr std::array<std::string_view, 5> qualifiers{"client", "service", "readonly", "distinct",
                                                                "isolated"};
    for (std::uint32_t ahead = 0; ahead <= qualifiers.size(); ++ahead) {
        if (m_cursor.is("class", ahead)) return true;
        if (std::ranges::find(qualifiers, m_cursor.text(ahead)) == qualifiers.end()) return false;
    }
    return false;
}

void Parser::classDefinition() {
    while (!m_cursor.accept("class")) m_cursor.advance();
    if (!isNameOf()) return;
    ClassDefinition found{.name = m_cursor.position(), .body = {}};
    m_cursor.advance();
    if (m_cursor.is("{")) {
        found.body = m_cursor.inside();
        m_cursor.skip();
    }
    m_found.classes.push_back(found);
}

void Parser::service() {
    m_found.services.push_back(parseService(m_cursor));
}

void Parser::skipStatement() {
    while (!atBoundary()) m_cursor.skip();
    m_cursor.accept(";");
}

}

Declarations parse(const SourceCode& code) {
    return Parser(code).run();
}

}
