#include "core/schema/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <cassert>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace arabesque {

namespace {

using Code = std::unique_ptr<pcre2_code, decltype(&pcre2_code_free)>;

Code compile(std::string_view expression) {
    using Context = std::unique_ptr<pcre2_compile_context, decltype(&pcre2_compile_context_free)>;
    const Context context(pcre2_compile_context_create(nullptr), pcre2_compile_context_free);
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_ANY);   // Java's '.' stops at every kind of line end
    int error = 0;
    PCRE2_SIZE place = 0;
    Code code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.data()), expression.size(),
                            PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED, &error,
                            &place, context.get()),
              pcre2_code_free);
    assert(code);
    return code;
}

/// Schemas have a few dozen expressions, and compiling one takes longer than a hundred matches.
const pcre2_code* compiled(std::string_view expression) {
    thread_local std::map<std::string, Code, std::less<>> known;
    auto found = known.find(expression);
    if (found == known.end()) found = known.emplace(expression, compile(expression)).first;
    return found->second.get();
}

}

bool matchesWhole(std::string_view expression, std::string_view text) {
    using MatchData = std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)>;
    thread_local const MatchData match(pcre2_match_data_create(1, nullptr), pcre2_match_data_free);
    return pcre2_match(compiled(expression), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0, 0,
                       match.get(), nullptr) >= 0;
}

}
