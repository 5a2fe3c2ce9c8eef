#include "core/ballerina/written_source.h"

#include <algorithm>
#include <cctype>

namespace arabesque::ballerina {

namespace {

bool isPlainName(std::string_view name) {
    const auto isPart = [](unsigned char c) { return c == '_' || std::isalnum(c) != 0; };
    return !name.empty() && std::isdigit(static_cast<unsigned char>(name[0])) == 0 &&
           std::ranges::all_of(name, isPart);
}

std::string_view withoutOuterSlashes(std::string_view path) {
    while (path.starts_with('/')) path.remove_prefix(1);
    while (path.ends_with('/')) path.remove_suffix(1);
    return path;
}

std::string resource(std::string_view path, std::string_view indent, std::string_view lineEnd) {
    const std::string begin(indent);
    const std::string end(lineEnd);
    return begin + "resource function get " + std::string(path) + "() returns boolean {" + end + begin +
           "    return true;" + end + begin + "}";
}

}

bool isPlainPath(std::string_view path) {
    path = withoutOuterSlashes(path);
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        if (!isPlainName(path.substr(0, slash))) return false;
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return true;
}

std::optional<Edit> addResource(const Service& service, std::string_view path) {
    if (!service.nextMember) return std::nullopt;
    const MemberPlace& next = *service.nextMember;
    const std::string_view lineEnd = next.before.starts_with('\r') ? "\r\n" : "\n";
    return Edit{{{.file = next.place.file,
                  .range = next.place.range,
                  .text = next.before + resource(path, next.indent, lineEnd) + next.after}}};
}

Edit addProbeService(const std::string& file, std::string_view text, std::int64_t port,
                     std::string_view path) {
    path = withoutOuterSlashes(path);
    const auto slash = path.rfind('/');
    const std::string_view parent =
        slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const std::string lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    const bool fresh = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    std::string added;
    if (fresh)
        added = "import ballerina/http;" + lineEnd + lineEnd;
    else
        added = (text.ends_with('\n') ? "" : lineEnd) + lineEnd;
    added += "service /" + std::string(parent) + " on new http:Listener(" + std::to_string(port) + ") {" +
             lineEnd + resource(name.empty() ? "." : name, "    ", lineEnd) + lineEnd + '}' + lineEnd;
    return {{{.file = file, .range = {text.size(), text.size()}, .text = std::move(added)}}};
}

}
