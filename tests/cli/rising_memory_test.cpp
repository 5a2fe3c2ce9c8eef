#include "tests/support/test_main.h"

#include <QTest>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <thread>
#include <vector>

namespace {

/// A piece of memory full of one number.
class Filled {
public:
    Filled(std::size_t size, std::byte with) : m_bytes(new std::byte[size]), m_size(size), m_with(with) {
        std::ranges::fill(bytes(), with);
    }
    [[nodiscard]] bool isAligned() const {
        return reinterpret_cast<std::uintptr_t>(m_bytes.get()) % alignof(std::max_align_t) == 0;
    }
    [[nodiscard]] bool isWhole() const { return std::ranges::count(bytes(), m_with) == std::ssize(bytes()); }

private:
    [[nodiscard]] std::span<std::byte> bytes() const { return {m_bytes.get(), m_size}; }

    std::unique_ptr<std::byte[]> m_bytes;
    std::size_t m_size;
    std::byte m_with;
};

/// One of every size that has a class of its own, and sizes beside it.
std::vector<Filled> pieces(unsigned char with) {
    std::vector<Filled> all;
    for (std::size_t size = 0; size <= 1100; ++size) all.emplace_back(size, std::byte{with++});
    for (std::size_t size = 1100; size < 70'000; size += size / 5) all.emplace_back(size, std::byte{with++});
    return all;
}

bool areWhole(const std::vector<Filled>& all) {
    return std::ranges::all_of(all, &Filled::isWhole) && std::ranges::all_of(all, &Filled::isAligned);
}

}

/// The allocator of the terminal tool, which this program shares.
class RisingMemoryTest : public QObject {
    Q_OBJECT

private slots:
    void piecesDoNotOverlap() {
        const std::vector<Filled> first = pieces(0), second = pieces(100);
        QVERIFY(areWhole(first));
        QVERIFY(areWhole(second));
    }

    void piecesThatReturnAreGivenAgain() {
        for (unsigned char round = 0; round < 5; ++round) QVERIFY(areWhole(pieces(round)));
    }

    void piecesReturnToOtherThreads() {
        std::vector<std::vector<Filled>> made(8);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < made.size(); ++i)
                threads.emplace_back([&made, i] { made[i] = pieces(static_cast<unsigned char>(i)); });
        }
        QVERIFY(std::ranges::all_of(made, areWhole));
        made.resize(3);
        const std::vector<Filled> here = pieces(50);
        QVERIFY(areWhole(here));
        QVERIFY(std::ranges::all_of(made, areWhole));
    }

    void moreThanOneRegionIsTaken() {
        constexpr std::size_t large = 100 << 20;
        std::vector<std::unique_ptr<std::byte[]>> all;
        for (int i = 0; i < 6; ++i) {
            all.emplace_back(new std::byte[large]);
            all.back()[0] = all.back()[large - 1] = std::byte(i);
        }
        for (int i = 0; i < 6; ++i) {
            const auto& each = all[static_cast<std::size_t>(i)];
            QVERIFY(each[0] == std::byte(i) && each[large - 1] == std::byte(i));
        }
    }
};

ARABESQUE_TEST(RisingMemoryTest)

#include "rising_memory_test.moc"
