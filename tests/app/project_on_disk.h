#pragma once

#include "app/session/session.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstring>

namespace arabesque {

/// A project of its own on the disk, gone with the test.
class ProjectOnDisk {
public:
    ProjectOnDisk() {
        const std::vector<NewFile> files{
            {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = "
                               "\"1.0.0\"\n\n[build-options]\ncloud = \"k8s\"\n"},
            {"Cloud.toml", "# kept\n[container.image]\nname = \"orders\"   # why\ntag = "
                           "'v1'\n\n[cloud.deployment]\nmin_memory = \"100Mi\"\n"
                           "max_memory = \"512Mi\"\n\n[[cloud.config.envs]]\nname = \"A\"\nkey_ref = "
                           "\"a\"\nconfig_name = \"c\"\n"},
            {"Config.toml", "dbPort = 5432\r\ndbHost = \"caf\xC3\xA9 \xF0\x9F\x98\x80\"\r\n"},
            {"main.bal",
             "import ballerina/http;\nconfigurable int dbPort = 1;\nconfigurable string dbHost = ?;\n"
             "service /orders on new http:Listener(9090) {\n    resource function get .() returns string => "
             "\"\";\n}\n"}};
        if (!writeFolder(path(), files, true)) qFatal("%s cannot be written", path().c_str());
    }

    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString() + "/orders"; }

private:
    QTemporaryDir m_folder;
};

/// A project of the files given, gone with the test.
class FilesOnDisk {
public:
    explicit FilesOnDisk(const std::vector<NewFile>& files) {
        if (!writeFolder(path(), files, true)) qFatal("%s cannot be written", path().c_str());
    }

    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString() + "/orders"; }

private:
    QTemporaryDir m_folder;
};

/// A copy of a project of the source tree, by default the sample the program comes with; gone with the test.
class SampleOnDisk {
public:
    explicit SampleOnDisk(const std::string& source = "resources/examples/order-service") {
        std::filesystem::copy(ARABESQUE_SOURCE_DIR "/" + source, path(),
                              std::filesystem::copy_options::recursive);
    }

    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString() + "/orders"; }

private:
    QTemporaryDir m_folder;
};

/// Waits for the analysis of the current text.
inline bool settle(Session& session) {
    return QTest::qWaitFor([&] { return session.isSettled(); }, 10000);
}

}
