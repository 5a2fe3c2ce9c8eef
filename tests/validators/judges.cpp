#include "tests/validators/judges.h"

#include <QFile>
#include <QProcess>

#include <algorithm>

namespace arabesque::tests {

Printed printed(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted()) return {{}, "(" + program.toUtf8() + " is not installed)"};
    if (!process.waitForFinished(120'000)) return {{}, "(" + program.toUtf8() + " does not end)"};
    const QByteArray text = process.readAllStandardOutput();
    const bool good = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return {text, good ? Verdict() : "refused: " + text + process.readAllStandardError()};
}

Verdict run(const QString& program, const QStringList& arguments) {
    return printed(program, arguments).verdict;
}

QString npmTool(const char* name) {
    return npmPackage(".bin") + '/' + name;
}

QString npmPackage(const char* name) {
    return qEnvironmentVariable("ARABESQUE_VALIDATORS") + "/node_modules/" + name;
}

QByteArray misjudged(Verdict (*judge)(const QStringList&), const QStringList& files, const QByteArray& text,
                     const std::vector<Fault>& faults) {
    const Folder folder;
    QStringList broken;
    for (const Fault& fault : faults) {
        if (!text.contains(fault.good)) return QByteArray("nothing to break: ") + fault.good;
        const QString name = QString("%1/file.yml").arg(broken.size());
        folder.write(name, QByteArray(text).replace(fault.good, fault.bad));
        broken << folder.path(name);
    }
    const Verdict said = judge(files + broken);
    if (!said.startsWith("refused: ")) return "not refused: " + said;
    const QList<QByteArray> lines = said.mid(qstrlen("refused: ")).split('\n');
    const auto names = [&](const QString& file, const char* words) {
        return std::ranges::any_of(lines, [&](const QByteArray& line) {
            return line.startsWith(file.toUtf8() + ": ") && line.contains(words);
        });
    };
    for (const QString& file : files)
        if (names(file, "")) return file.toUtf8() + " is good\n" + said;
    for (qsizetype at = 0; at < broken.size(); ++at) {
        const Fault& fault = faults[static_cast<std::size_t>(at)];
        if (!names(broken[at], fault.said)) return QByteArray(fault.bad) + ": " + fault.said + '\n' + said;
    }
    return {};
}

Verdict strictSchemas(const QStringList& yaml) {
    return run("python3",
               QStringList{"-I", ARABESQUE_SOURCE_DIR "/tests/validators/kubernetes_schema.py",
                           ARABESQUE_SOURCE_DIR "/tests/data/kubernetes-1.35.0:" ARABESQUE_SOURCE_DIR
                                                "/tests/data/custom-resources"} +
                   yaml);
}

Verdict strictSchema(const QString& yaml) {
    return strictSchemas({yaml});
}

Verdict kustomizeTakes(const QString& yaml) {
    const Folder folder;
    QFile file(yaml);
    if (!file.open(QIODevice::ReadOnly)) return "no file";
    folder.write("made.yaml", file.readAll());
    folder.write(
        "kustomization.yaml",
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- made.yaml\n");
    return kustomizeBuild(folder.path()).verdict;
}

Printed kustomizeBuild(const QString& folder) {
    return printed("kustomize", {"build", folder});
}

namespace {

QStringList with(QStringList arguments, const QString& values) {
    if (!values.isEmpty()) arguments << "--values" << values;
    return arguments;
}

}

Verdict helmLint(const QString& chart, const QString& values) {
    return run(npmTool("helm"), with({"lint", "--strict", chart}, values));
}

Printed helmTemplate(const QString& chart, const QString& values) {
    return printed(npmTool("helm"), with({"template", "release", chart}, values));
}

Verdict sameDocuments(const QString& yaml, const QString& other) {
    return run("python3", {"-I", ARABESQUE_SOURCE_DIR "/tests/validators/same_documents.py", yaml, other});
}

Verdict kubectl(const QString& yaml) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start("kubectl", {"set", "env", "--local", "-f", yaml, "CHECKED=yes", "-o", "name"});
    if (!process.waitForFinished()) return "(kubectl is not installed)";
    const QByteArray said = process.readAll();
    QByteArray complaints;
    static const QRegularExpression expected(
        "^((deployment.apps|job.batch|cronjob.batch)/\\S+|error: \\S+|"
        ".*the object is not a pod or does not have a pod template: .*|)$");
    for (const QByteArray& line : said.split('\n'))
        if (!expected.match(QString::fromUtf8(line)).hasMatch()) complaints += line + "\n";
    return complaints.isEmpty() && !said.isEmpty() ? Verdict() : "refused: " + said;
}

Verdict dockerfileUtils(const QStringList& dockerfiles) {
    return run("node", QStringList{ARABESQUE_SOURCE_DIR "/tests/validators/dockerfiles.mjs"} + dockerfiles);
}

QStringList filesNamed(const Folder& folder, const QRegularExpression& name) {
    QStringList files;
    for (const auto& [path, bytes] : folder.content())
        if (name.match(path).hasMatch()) files << folder.path(path);
    return files;
}

}
