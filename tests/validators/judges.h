#pragma once

#include "tests/cli/program.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QStringList>

#include <vector>

namespace arabesque::tests {

/// What a tool said about a file: empty when it took it, "refused: ..." when it did not, else why it could not be asked.
using Verdict = QByteArray;

[[nodiscard]] Verdict run(const QString& program, const QStringList& arguments);

/// What a tool prints, and its verdict on its arguments.
struct Printed {
    QByteArray text;
    Verdict verdict;
};
[[nodiscard]] Printed printed(const QString& program, const QStringList& arguments);

/// A tool that only npm has, and the folder of a package.
[[nodiscard]] QString npmTool(const char* name);
[[nodiscard]] QString npmPackage(const char* name);

/// A mistake, and what a judge must say of it.
struct Fault {
    const char* good;
    const char* bad;
    const char* said;
};

/// Where a judge is wrong about files that are good, or about a text with each mistake by itself; it sees all at once
/// and begins each line with the file that it refuses.
[[nodiscard]] QByteArray misjudged(Verdict (*judge)(const QStringList&), const QStringList& files,
                                   const QByteArray& text, const std::vector<Fault>& faults);

/// Every document is of a kind there is a schema for, and keeps to it.
[[nodiscard]] Verdict strictSchemas(const QStringList& yaml);
[[nodiscard]] Verdict strictSchema(const QString& yaml);

/// Whether kustomize takes a file as a resource.
[[nodiscard]] Verdict kustomizeTakes(const QString& yaml);
/// What it makes of a folder.
[[nodiscard]] Printed kustomizeBuild(const QString& folder);

/// What Helm says of a chart with one more file of values, and what it renders; an empty path: without.
[[nodiscard]] Verdict helmLint(const QString& chart, const QString& values);
[[nodiscard]] Printed helmTemplate(const QString& chart, const QString& values);

/// Whether two files hold the same objects, in any order.
[[nodiscard]] Verdict sameDocuments(const QString& yaml, const QString& other);

/// kubectl decodes every object into its own types, quantities included, before it looks for pods to change; only
/// those complaints count.
[[nodiscard]] Verdict kubectl(const QString& yaml);

/// What dockerfile-utils says of files, all at once: it takes longer to start than to read them.
[[nodiscard]] Verdict dockerfileUtils(const QStringList& dockerfiles);

/// Paths of the files of a folder whose path inside of it matches.
[[nodiscard]] QStringList filesNamed(const Folder& folder, const QRegularExpression& name);

}
