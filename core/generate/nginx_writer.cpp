#include "core/generate/nginx_writer.h"

#include "core/generate/plain_text.h"

#include <algorithm>
#include <cmath>

namespace arabesque {

namespace {

constexpr std::string_view plainSigns = "-_.:/+,=@%[]*~^?!&()<>|";

}

NginxWord NginxWord::data(std::string_view text) {
    if (!text.empty() && hasOnly(text, plainSigns)) return NginxWord(std::string(text));
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return NginxWord(quoted + '"');
}

NginxWord NginxWord::parameter(std::string_view name, std::string_view value) {
    return data(std::string(name) + '=' + std::string(value));
}

std::string NginxWriter::joined(const NginxWords& words) const {
    std::string line(m_depth * 4, ' ');
    for (const NginxWord& word : words) {
        if (&word != &words.front()) line += ' ';
        line += word.text();
    }
    return line;
}

void NginxWriter::comment(std::string_view text, const Origins& origins) {
    m_writer.line(std::string(m_depth * 4, ' ') + "# " + onOneLine(text), origins);
}

void NginxWriter::directive(const NginxWords& words, const Origins& origins, std::string_view remark) {
    m_writer.line(joined(words) + (remark.empty() ? ";" : ";   # " + onOneLine(remark)), origins);
}

void NginxWriter::open(const NginxWords& words, const Origins& origins) {
    m_writer.line(joined(words) + " {", origins);
    ++m_depth;
}

void NginxWriter::close(const Origins& origins) {
    --m_depth;
    m_writer.line(std::string(m_depth * 4, ' ') + '}', origins);
}

std::string nginxTime(Duration duration) {
    constexpr double milliseconds = 1000;
    const auto whole = static_cast<std::int64_t>(std::llround(duration.seconds * milliseconds));
    if (whole % static_cast<std::int64_t>(milliseconds) != 0) return std::to_string(whole) + "ms";
    return std::to_string(whole / static_cast<std::int64_t>(milliseconds)) + 's';
}

std::string nginxSeconds(Duration duration) {
    return std::to_string(std::max<std::int64_t>(1, std::llround(std::ceil(duration.seconds)))) + 's';
}

std::string nginxSize(std::int64_t bytes) {
    constexpr std::int64_t kibi = 1024;
    if (bytes != 0 && bytes % (kibi * kibi) == 0) return std::to_string(bytes / kibi / kibi) + 'm';
    if (bytes != 0 && bytes % kibi == 0) return std::to_string(bytes / kibi) + 'k';
    return std::to_string(bytes);
}

}
