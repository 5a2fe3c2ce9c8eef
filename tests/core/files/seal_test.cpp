#include "core/files/seal.h"

#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace arabesque;

namespace {

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

}

class SealTest final : public QObject {
    Q_OBJECT

private slots:
    void whatIsSealedCanBeOpened() {
        const Seal seal(Seal::Key{1, 2, 3});
        for (const std::string text : {"", "a", "password = \"canary\"\n"})
            QCOMPARE(seal.opened(seal.sealed(text, "orders"), "orders"), std::optional(text));
    }
    void nothingOfTheTextShows() {
        const Seal seal(Seal::Key{});
        const std::string sealed = seal.sealed("canary canary canary", "orders");
        QVERIFY(!sealed.contains("canary"));
        QVERIFY(sealed != seal.sealed("canary canary canary", "orders"));   // a nonce of its own each time
    }
    void anotherKeyOrSubjectOpensNothing() {
        const std::string sealed = Seal(Seal::Key{1}).sealed("text", "orders");
        QVERIFY(!Seal(Seal::Key{2}).opened(sealed, "orders"));
        QVERIFY(!Seal(Seal::Key{1}).opened(sealed, "billing"));
    }
    void everyChangedOrMissingByteIsNoticed() {
        const Seal seal(Seal::Key{1});
        const std::string sealed = seal.sealed("text", "orders");
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            std::string damaged = sealed;
            damaged[i] = static_cast<char>(damaged[i] ^ 1);
            QVERIFY(!seal.opened(damaged, "orders"));
            QVERIFY(!seal.opened(sealed.substr(0, i), "orders"));
        }
    }
    void theKeyIsMadeOnceForItsOwnerAlone() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.path().toStdString() + "/state/.key";
        const auto first = Seal::withKeyIn(file);
        const auto second = Seal::withKeyIn(file);
        QVERIFY(first && second);
        QCOMPARE(second->opened(first->sealed("text", {}), {}), std::optional<std::string>("text"));
        using std::filesystem::perms;
        QCOMPARE(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write);
        QCOMPARE(bytesOf(file).size(), Seal::keySize);
        QVERIFY(bytesOf(file) != std::string(Seal::keySize, '\0'));
    }
    void whatIsNoKeyIsReplaced() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.path().toStdString() + "/.key";
        for (const std::string_view damaged : {"", "too short"}) {
            write(file, damaged);
            const auto seal = Seal::withKeyIn(file);
            QVERIFY(seal);
            QCOMPARE(bytesOf(file).size(), Seal::keySize);
        }
    }
    void aPlaceThatCannotBeWrittenIsNamed() {
        const auto seal = Seal::withKeyIn("/proc/nowhere/.key");
        QVERIFY(!seal);
        QCOMPARE(seal.error().message.arguments.at(0), "/proc/nowhere/.key");
    }
};

ARABESQUE_TEST(SealTest)
#include "seal_test.moc"
