#pragma once

#include <filesystem>

namespace arabesque {

/// For its life the test has no more rights than any user, also where it is run by root; `folder` is that user's then.
class OrdinaryUser {
public:
    explicit OrdinaryUser(const std::filesystem::path& folder);
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;
    ~OrdinaryUser();

private:
    bool m_wasRoot;
};

}
