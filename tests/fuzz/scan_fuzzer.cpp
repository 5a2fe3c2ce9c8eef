// Any bytes are scanned without harm, and every place that is told lies inside them.

#include "core/ballerina/package_facts.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace arabesque;

namespace {

/// What an edit of a fix may not leave either.
void require(bool inside, std::string_view text) {
    if (inside) return;
    std::fprintf(stderr, "a place outside of\n%.*s\n", static_cast<int>(text.size()), text.data());
    std::abort();
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = std::make_shared<const std::string>(reinterpret_cast<const char*>(data), size);
    const auto check = [&](const Place& place) {
        require(place.range.begin <= place.range.end && place.range.end <= size, *text);
    };
    const ballerina::PackageFacts facts = ballerina::scan({{.file = "main.bal", .module = "", .text = text}});
    for (const ballerina::Service& service : facts.services) {
        check(service.place);
        if (service.nextMember) check(service.nextMember->place);
        for (const ballerina::Port& port : service.ports) check(port.place);
        for (const ballerina::Resource& resource : service.resources) check(resource.place);
    }
    for (const ballerina::Configurable& configurable : facts.configurables) check(configurable.place);
    for (const ballerina::Import& import : facts.imports) check(import.place);
    if (facts.task) check(facts.task->place);
    for (const Diagnostic& diagnostic : facts.diagnostics) {
        check(diagnostic.place);
        for (const Fix& fix : diagnostic.fixes)
            for (const Change& change : fix.edit.changes) check({change.file, change.range});
    }
    return 0;
}
