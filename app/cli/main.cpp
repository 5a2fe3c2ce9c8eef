#include "app/cli/verbs.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace arabesque::cli {
namespace {

std::string help() {
    std::string text = "arabesque-cli " ARABESQUE_VERSION
                       ": deployment of Ballerina projects, from a terminal or pipeline\n\n";
    for (const Verb& verb : allVerbs())
        ((text += "  arabesque-cli ") += verb.name) += " " + usageOf(verb.operands, verb.options) + "\n";
    return text + "\nPROJECT is a folder with Ballerina.toml or a single .bal file. KEY is a TOML dotted "
                  "key, array elements by"
                  " [i].\nExit status: 0 good, 1 errors in the project, 2 wrong usage or unreadable input.\n";
}

Result<Exit> run(std::span<const std::string_view> words, Output& output) {
    if (words.empty()) return failure({MESSAGE("cli", "no command; see: arabesque-cli --help")});
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        output.out = help();
        return Exit::Good;
    }
    if (words[0] == "--version") {
        output.out = "arabesque-cli " ARABESQUE_VERSION "\n";
        return Exit::Good;
    }
    const auto verb = std::ranges::find(allVerbs(), words[0], &Verb::name);
    if (verb == allVerbs().end())
        return failure(
            {MESSAGE("cli", "unknown command '%1'; see: arabesque-cli --help"), std::string(words[0])});
    if (std::ranges::contains(words, "--help") || std::ranges::contains(words, "-h")) {
        output.out = "arabesque-cli " + std::string(verb->name) + " " +
                     usageOf(verb->operands, verb->options) + "\n" + std::string(verb->summary) + "\n";
        return Exit::Good;
    }
    const auto arguments = Arguments::read(verb->name, verb->operands, verb->options, words.subspan(1));
    if (!arguments) return std::unexpected(arguments.error());
    return verb->run(*arguments, output);
}

}
}

int main(int count, char** words) {
    using namespace arabesque::cli;
    std::signal(SIGPIPE, SIG_IGN);   // a reader that went away is an error like any other
    const std::vector<std::string_view> list(words + std::min(count, 1), words + count);
    Output output;
    auto exit = run(list, output);
    if (!exit) {
        output.err += "arabesque-cli: " + printable(exit.error().message.english()) + "\n";
        exit = Exit::Refused;
    }
    if (!writeAll(STDOUT_FILENO, output.out)) {
        output.err +=
            "arabesque-cli: standard output cannot be written: " + std::string(std::strerror(errno)) + "\n";
        exit = Exit::Refused;
    }
    if (!writeAll(STDERR_FILENO, output.err)) exit = Exit::Refused;
    std::_Exit(static_cast<int>(*exit));   // all is written; what is left need not be freed piece by piece
}
