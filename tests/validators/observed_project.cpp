#include "tests/validators/observed_project.h"

#include <QtGlobal>

namespace arabesque::tests {

void generateObservability(const Folder& out, const QByteArray& from, const QByteArray& to,
                           const char* document) {
    const Folder project(QStringLiteral(ARABESQUE_SOURCE_DIR "/tests/golden/products/observed/project"));
    const QByteArray text = project.read(document);
    if (!from.isEmpty() && !text.contains(from)) qFatal("no %s", from.constData());
    project.write(document, QByteArray(text).replace(from, to));
    const Run run =
        cli({"generate", project.path(), "--out", out.path(), "--force", "--only", "observability"});
    if (run.exit != 0) qFatal("%s%s", run.out.constData(), run.err.constData());
}

}
