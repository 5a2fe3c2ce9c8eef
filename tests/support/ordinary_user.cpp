#include "tests/support/ordinary_user.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace arabesque {

namespace {

constexpr unsigned nobody = 65534;

void demand(bool done, const char* what) {
    if (done) return;
    std::perror(what);
    std::abort();
}

}

OrdinaryUser::OrdinaryUser(const std::filesystem::path& folder) : m_wasRoot(::geteuid() == 0) {
    if (!m_wasRoot) return;
    demand(::lchown(folder.c_str(), nobody, nobody) == 0, "chown");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        demand(::lchown(entry.path().c_str(), nobody, nobody) == 0, "chown");
    demand(::setresuid(nobody, nobody, 0) == 0, "setresuid");
}

OrdinaryUser::~OrdinaryUser() {
    if (m_wasRoot) demand(::setresuid(0, 0, 0) == 0, "setresuid");
}

}
