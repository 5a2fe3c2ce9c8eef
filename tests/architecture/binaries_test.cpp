#include "tests/support/test_main.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <elf.h>

#include <cstring>
#include <set>

/// What was built keeps the promises of the layers, whatever the sources say.
class BinariesTest : public QObject {
    Q_OBJECT

private slots:
    void coreNeedsNoQt() {
        QVERIFY(qtNamesIn("U QString::fromUtf8(QByteArrayView)\n U std::terminate()") ==
                QStringList{"QString::"});
        const QString undefined = undefinedSymbols(ARABESQUE_CORE_LIBRARY);
        QVERIFY(undefined.contains("std::"));
        QCOMPARE(qtNamesIn(undefined), QStringList());
    }

    void terminalToolIsOneFile() {
        if (!ARABESQUE_STATIC_CLI) QSKIP("the sanitizers cannot be linked statically");
        QVERIFY(segmentsOf("/proc/self/exe").contains(PT_DYNAMIC));
        const std::set<Elf64_Word> segments = segmentsOf(ARABESQUE_CLI);
        QVERIFY(segments.contains(PT_LOAD));
        QVERIFY(!segments.contains(PT_DYNAMIC));
        QVERIFY(!segments.contains(PT_INTERP));
    }

private:
    static QString undefinedSymbols(const QString& library) {
        QProcess nm;
        nm.start("nm", {"--undefined-only", "--demangle", library});
        nm.waitForFinished();
        return nm.readAllStandardOutput();
    }

    static QStringList qtNamesIn(const QString& symbols) {
        static const QRegularExpression pattern(R"(\bQ[A-Z]\w*::|\bqt_\w+|\bKSyntaxHighlighting::)");
        QStringList names;
        for (auto match = pattern.globalMatch(symbols); match.hasNext();) names << match.next().captured();
        return names;
    }

    static std::set<Elf64_Word> segmentsOf(const QString& program) {
        QFile file(program);
        if (!file.open(QIODevice::ReadOnly)) return {};
        const QByteArray bytes = file.readAll();
        Elf64_Ehdr header;
        if (bytes.size() < qsizetype(sizeof header)) return {};
        std::memcpy(&header, bytes.data(), sizeof header);
        std::set<Elf64_Word> types;
        for (size_t i = 0; i < header.e_phnum; ++i) {
            Elf64_Phdr segment;
            std::memcpy(&segment, bytes.data() + header.e_phoff + i * header.e_phentsize, sizeof segment);
            types.insert(segment.p_type);
        }
        return types;
    }
};

ARABESQUE_TEST(BinariesTest)

#include "binaries_test.moc"
