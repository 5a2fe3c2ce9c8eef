#include "core/text/message.h"

#include <string_view>

namespace arabesque {

std::string filledIn(std::string_view text, const std::vector<std::string>& arguments) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool placeholder =
            text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const auto argument = placeholder ? static_cast<std::size_t>(text[i + 1] - '1') : arguments.size();
        if (argument < arguments.size()) {
            result += arguments[argument];
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string Message::english() const {
    return filledIn(source.text, arguments);
}

}
