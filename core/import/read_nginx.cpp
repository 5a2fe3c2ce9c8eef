#include "core/import/read_nginx.h"

#include "core/text/line_index.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

constexpr std::size_t mostDepth = 50;

/// As NGINX splits its configuration: words, quotes, escapes, comments (core module, ngx_conf_read_token).
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text), m_lines(text) {}

    Result<std::vector<NginxDirective>> run() {
        std::vector<NginxDirective> all;
        if (auto read = block(all, 0); !read) return std::unexpected(read.error());
        return all;
    }

private:
    Result<void> block(std::vector<NginxDirective>& inside, std::size_t depth) {
        if (depth > mostDepth)
            return failure(
                {MESSAGE("import", "line %1: its blocks nest deeper than NGINX lets them"), line()});
        for (;;) {
            skipBlanks(inside.empty() ? nullptr : &inside.back());
            if (atEnd()) return depth == 0 ? Result<void>() : unclosed();
            if (m_text[m_at] == '}') {
                if (depth == 0) return failure({MESSAGE("import", "line %1: '}' closes no block"), line()});
                return {};
            }
            NginxDirective next{.line = m_lines.lineOf(m_at)};
            next.range.begin = m_at;
            if (auto read = directive(next, depth); !read) return read;
            inside.push_back(std::move(next));
        }
    }

    Result<void> directive(NginxDirective& next, std::size_t depth) {
        for (;;) {
            skipBlanks(nullptr);
            if (atEnd())
                return failure({MESSAGE("import", "line %1: the directive is not ended by ';'"),
                                std::to_string(next.line)});
            const char c = m_text[m_at];
            if (c == ';' || c == '{') break;
            if (c == '}') return failure({MESSAGE("import", "line %1: '}' where ';' is missing"), line()});
            if (auto read = word(next); !read) return read;
        }
        if (next.words.empty())
            return failure({MESSAGE("import", "line %1: a directive without a name"), line()});
        if (m_text[m_at++] == '{') {
            next.block = true;
            if (auto read = block(next.inside, depth + 1); !read) return read;
            ++m_at;
        }
        next.range.end = m_at;
        return {};
    }

    Result<void> word(NginxDirective& next) {
        const std::size_t begin = m_at;
        const char quote = m_text[m_at] == '"' || m_text[m_at] == '\'' ? m_text[m_at] : '\0';
        if (quote != '\0') ++m_at;
        std::string text;
        while (!atEnd() && !endsWord(quote)) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) ++m_at;
            text += m_text[m_at++];
        }
        if (quote != '\0' && atEnd())
            return failure({MESSAGE("import", "line %1: the quote does not end"), std::to_string(next.line)});
        if (quote != '\0') ++m_at;
        next.words.push_back({std::move(text), {begin, m_at}});
        return {};
    }

    [[nodiscard]] bool endsWord(char quote) const {
        const char c = m_text[m_at];
        if (quote != '\0') return c == quote;
        if (c == '{') return m_at == 0 || m_text[m_at - 1] != '$';   // ${name}
        return isBlank(c) || c == ';';
    }

    /// Comments too; one behind `before` on its line is its remark.
    void skipBlanks(NginxDirective* before) {
        bool sameLine = before != nullptr;
        while (!atEnd()) {
            const char c = m_text[m_at];
            if (c == '\n') sameLine = false;
            if (c == '#') {
                const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
                if (sameLine) before->remark = trimmed(m_text.substr(m_at + 1, end - m_at - 1));
                m_at = end;
            } else if (isBlank(c)) {
                ++m_at;
            } else {
                return;
            }
        }
    }

    static std::string trimmed(std::string_view text) {
        while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
        while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
        return std::string(text);
    }
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] std::string line() const { return std::to_string(m_lines.lineOf(m_at)); }
    [[nodiscard]] static Result<void> unclosed() {
        return failure({MESSAGE("import", "the last block is not closed by '}'")});
    }

    std::string_view m_text;
    LineIndex m_lines;
    std::size_t m_at = 0;
};

/// Directives whose words each say something of their own: "max_fails=3".
bool hasParameters(const NginxDirective& each) {
    constexpr std::array<std::string_view, 5> names{"server", "health_check", "limit_req", "limit_req_zone",
                                                    "zone"};
    return std::ranges::contains(names, each.name());
}

class Values {
public:
    void block(const std::vector<NginxDirective>& directives, const std::string& above) {
        int servers = 0;
        for (const NginxDirective& each : directives) {
            if (!each.block)
                directive(each, above);
            else
                block(each.inside, isFrame(each) ? above : above + nameOf(each, ++servers) + '.');
        }
    }

    std::vector<ImportedValue> all{};

private:
    static bool isFrame(const NginxDirective& each) {
        constexpr std::array<std::string_view, 3> frames{"http", "stream", "events"};
        return std::ranges::contains(frames, each.name());
    }

    /// Servers have no name that all of them give: they are called by their number.
    static std::string nameOf(const NginxDirective& block, int number) {
        std::string id;
        for (std::size_t i = 1; i < block.words.size(); ++i) id += (i == 1 ? "" : " ") + block.words[i].text;
        if (block.name() == "server") id = std::to_string(number);
        return std::string(block.name()) + '[' + id + ']';
    }

    void directive(const NginxDirective& each, const std::string& above) {
        const std::string name(each.name());
        if (each.words.size() == 1) {
            add(above + name, "on", each, each.range);
        } else if (!hasParameters(each)) {
            std::string text;
            for (std::size_t i = 1; i < each.words.size(); ++i)
                text += (i == 1 ? "" : " ") + each.words[i].text;
            const std::string id = name == "proxy_set_header" || name == "set_real_ip_from"
                                       ? '[' + each.words[1].text + ']'
                                       : "";
            add(above + name + id, text, each, {each.words[1].range.begin, each.words.back().range.end});
        } else {
            parameters(each, above + name + '[' + (each.name() == "server" ? calledOf(each) : "") + ']');
        }
    }

    /// A remark of one word behind a server names it: it stays when the address changes.
    static const std::string& calledOf(const NginxDirective& server) {
        const bool named = !server.remark.empty() && !server.remark.contains(' ');
        return named ? server.remark : server.words[1].text;
    }

    void parameters(const NginxDirective& each, const std::string& path) {
        if (each.name() == "server") add(path + ".address", each.words[1].text, each, each.words[1].range);
        const bool named = each.name() == "server" || each.name() == "zone";
        for (std::size_t i = named ? 2 : 1; i < each.words.size(); ++i) {
            const auto& [text, range] = each.words[i];
            const std::size_t equals = text.find('=');
            if (equals == std::string::npos)
                add(path + '.' + (each.name() == "zone" ? "size" : text), each.name() == "zone" ? text : "on",
                    each, range);
            else
                add(path + '.' + text.substr(0, equals), text.substr(equals + 1), each, range);
        }
    }

    void add(std::string path, std::string text, const NginxDirective& each, ByteRange range) {
        all.push_back({std::move(path), std::move(text), each.line, range});
    }
};

}

const NginxDirective* NginxDirective::find(std::string_view name) const {
    const auto found =
        std::ranges::find(inside, name, [](const NginxDirective& each) { return each.name(); });
    return found == inside.end() ? nullptr : &*found;
}

Result<std::vector<NginxDirective>> readNginx(std::string_view text) {
    return Reader(text).run();
}

std::vector<ImportedValue> valuesOfNginx(const std::vector<NginxDirective>& directives) {
    Values values;
    values.block(directives, "");
    return std::move(values.all);
}

}
