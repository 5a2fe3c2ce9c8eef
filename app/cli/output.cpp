#include "app/cli/output.h"

#include <cerrno>
#include <unistd.h>

namespace arabesque::cli {

std::string printable(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // U+0080 to U+009F are terminal controls as well; in UTF-8 they begin with C2.
        const bool second =
            byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        const auto control = second ? static_cast<unsigned char>(text[++i]) : byte;
        if (!second && byte >= 0x20 && byte != 0x7F)
            safe += text[i];
        else if (control == '\n')
            safe += "\\n";
        else if (control == '\t')
            safe += "\\t";
        else if (control == '\r')
            safe += "\\r";
        else
            (safe += "\\x") += {digits[control >> 4U], digits[control & 15U]};
    }
    return safe;
}

bool writeAll(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}
