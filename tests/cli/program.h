#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

#include <map>

namespace arabesque::tests {

/// What one run of the terminal tool left.
struct Run {
    int exit = -1;
    QByteArray out, err;
};

/// Runs the built arabesque-cli in `folder`, with `environment` ("NAME=value") over the test's own.
[[nodiscard]] Run cli(const QStringList& arguments, const QString& folder = {},
                      const QStringList& environment = {});

/// A folder of files that goes with the test.
class Folder {
public:
    Folder() = default;
    /// With a copy of everything in `source`.
    explicit Folder(const QString& source);

    [[nodiscard]] QString path(const QString& inside = {}) const;
    void write(const QString& inside, const QByteArray& bytes) const;
    [[nodiscard]] QByteArray read(const QString& inside) const;
    /// Bytes of all files by path, hidden ones included; folders end with '/'.
    [[nodiscard]] std::map<QString, QByteArray> content() const;

private:
    QTemporaryDir m_folder;
};

/// A small project whose every line the tests know: acme/order_api on port 9090, cloud = "k8s".
void writeSmallProject(const Folder& folder);

/// Applies the first fix of each error of the project in `folder` until there is none with a fix.
void mend(const Folder& folder, const QString& target);

/// The sample project that comes with the program.
[[nodiscard]] QString sampleProject();
/// The sample and all of tests/projects: folders and single sources.
[[nodiscard]] QStringList allProjects();

}
