#pragma once

#include "core/generate/text_writer.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace arabesque {

/// Text of a user as one word of a command line (systemd.service(5), "Command lines"): as it is where that is plain, else
/// quoted; "%" and "$" mean themselves.
[[nodiscard]] std::string systemdWord(std::string_view text);

/// Text of a user as the value of a setting that is no command line, on one line.
[[nodiscard]] std::string systemdText(std::string_view text);

/// A line of an environment file: `name` as it is, `value` as text that nothing is replaced in, for systemd as for a shell.
[[nodiscard]] std::string environmentLine(std::string_view name, std::string_view value);

/// Writes a unit of systemd.
class SystemdWriter {
public:
    SystemdWriter(std::string path, std::string family, Origins origins)
        : m_writer(std::move(path), std::move(family), std::move(origins)) {}

    void comment(std::string_view text, const Origins& origins = {});
    /// "[Service]", after a blank line where it is not the first.
    void section(std::string_view name);
    /// `value` is syntax, such as "on-failure" or "%S/orders".
    void setting(std::string_view key, std::string_view value, const Origins& origins = {});
    /// `value` is data.
    void setting(std::string_view key, const Sourced<std::string>& value);
    /// Each word is data.
    void command(std::string_view key, const std::vector<Sourced<std::string>>& words);

    [[nodiscard]] Artifact take() && { return std::move(m_writer).take(); }

private:
    TextWriter m_writer;
    bool m_first = true;
};

}
