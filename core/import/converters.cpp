#include "core/import/converters.h"

#include "core/import/read_lines.h"
#include "core/schema/duration.h"

#include <algorithm>
#include <charconv>

namespace arabesque::convert {

namespace {

bool isNumber(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Where the name of an image begins and ends: behind its repository, before tag and digest.
struct Image {
    std::string_view repository, name, tag;
};

Image imageOf(std::string_view text) {
    text = text.substr(0, text.find('@'));
    const std::size_t slash = text.rfind('/');
    const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    const std::size_t colon = text.find(':', begin);
    const std::string_view name = text.substr(begin, colon == std::string_view::npos ? colon : colon - begin);
    return {begin == 0 ? std::string_view() : text.substr(0, begin - 1), name,
            colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1)};
}

std::optional<std::string> given(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(std::string(text));
}

std::optional<std::string> one(const char* text) {
    return std::string(text);
}

}

std::optional<std::string> asItIs(std::string_view text) {
    return std::string(text);
}

std::optional<std::string> isThere(std::string_view) {
    return one("true");
}

std::optional<std::string> seconds(std::string_view text) {
    const auto read = readDuration(text);
    if (!read) return {};
    return isNumber(text) ? toText(*read) : std::string(text);
}

std::optional<std::string> milliseconds(std::string_view text) {
    if (!isNumber(text)) return seconds(text);
    const auto read = readDuration(std::string(text) + "ms");
    return read ? std::optional(toText(*read)) : std::nullopt;
}

std::optional<std::string> bytes(std::string_view text) {
    std::int64_t factor = 1;
    constexpr std::int64_t kibi = 1024;
    if (text.ends_with('k') || text.ends_with('K')) factor = kibi;
    if (text.ends_with('m') || text.ends_with('M')) factor = kibi * kibi;
    if (text.ends_with('g') || text.ends_with('G')) factor = kibi * kibi * kibi;
    if (factor != 1) text.remove_suffix(1);
    std::int64_t value = 0;
    if (!isNumber(text) || std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc() ||
        value > INT64_MAX / factor)
        return {};
    return std::to_string(value * factor);
}

std::optional<std::string> imageRepository(std::string_view image) {
    return given(imageOf(image).repository);
}

std::optional<std::string> imageName(std::string_view image) {
    return given(imageOf(image).name);
}

std::optional<std::string> imageTag(std::string_view image) {
    return given(imageOf(image).tag);
}

std::optional<std::string> number(std::string_view text) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto begin = std::ranges::find_if(text, isDigit);
    const auto end = std::find_if_not(begin, text.end(), isDigit);
    return given(std::string_view(begin, end));
}

std::optional<std::string> lastWord(std::string_view text) {
    const auto words = wordsOf(text);
    return words.empty() ? std::nullopt : given(words.back().text);
}

std::optional<std::string> lastBytes(std::string_view text) {
    const auto word = lastWord(text);
    return word ? bytes(*word) : std::nullopt;
}

std::optional<std::string> nginxWorkers(std::string_view text) {
    return isNumber(text) ? given(text) : std::nullopt;
}

std::optional<std::string> nginxTls(std::string_view listen) {
    const auto words = wordsOf(listen);
    return std::ranges::contains(words, std::string_view("ssl"), &LineWord::text) ? one("true")
                                                                                  : std::nullopt;
}

std::optional<std::string> nginxRetries(std::string_view text) {
    std::string kept;
    for (const LineWord& word : wordsOf(text))
        if (word.text != "non_idempotent" && word.text != "off")
            kept += (kept.empty() ? "" : " ") + std::string(word.text);
    return kept;
}

std::optional<std::string> nginxUnsafeRetries(std::string_view text) {
    return text.contains("non_idempotent") ? one("true") : std::nullopt;
}

std::optional<std::string> nginxHash(std::string_view) {
    return one("hash");
}

std::optional<std::string> haproxyMethod(std::string_view text) {
    if (text == "roundrobin") return one("round-robin");
    if (text == "leastconn") return one("least-conn");
    if (text == "source") return one("ip-hash");
    if (text.starts_with("random")) return one("random");
    if (text.starts_with("uri") || text.starts_with("hash")) return one("hash");
    return {};
}

std::optional<std::string> leastConnections(std::string_view) {
    return one("least-conn");
}

std::optional<std::string> ipHash(std::string_view) {
    return one("ip-hash");
}

std::optional<std::string> randomMethod(std::string_view) {
    return one("random");
}

std::optional<std::string> ingress(std::string_view) {
    return one("ingress");
}

std::optional<std::string> httpRoute(std::string_view) {
    return one("http-route");
}

}
