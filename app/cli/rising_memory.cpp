// The memory of a process that lives for milliseconds: pieces come from one rising block and go back to a list of their
// size, a few instructions each. With the C library's allocator they are a quarter of a check of many packages. Nothing
// goes back to the system before the end.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <new>
#include <sys/mman.h>

namespace {

/// Before each piece: the class of its size.
using Header = std::size_t;

constexpr std::size_t step = 16;         // of small sizes; what lies there is aligned to it
constexpr std::size_t smallest = 1024;   // of the large sizes, of which there are four for each doubling
constexpr std::size_t smallClasses = smallest / step;
constexpr std::size_t classes = smallClasses + 4 * 64;
constexpr std::size_t run = 64 << 10;   // what a thread takes at once for small pieces

struct Free {
    Free* next;
};

/// What one thread takes pieces from. They may return to another one.
struct Pieces {
    Free* free[classes];
    std::byte* next;
    std::byte* end;
};

constinit thread_local Pieces pieces{};

/// The size of a piece with its header, and the class of all pieces of that size.
struct Size {
    std::size_t bytes;
    std::size_t group;
};

Size smallSize(std::size_t wanted) {
    const std::size_t steps = (wanted + sizeof(Header) + step - 1) / step;
    return {steps * step, steps};
}

Size largeSize(std::size_t wanted) {
    const std::size_t last = wanted + sizeof(Header) - 1;
    const auto shift = static_cast<std::size_t>(std::bit_width(last)) - 3;   // to a quarter of the doubling
    const std::size_t quarters = (last >> shift) + 1;
    return {quarters << shift, smallClasses + 4 * (shift - std::bit_width(smallest) + 4) + quarters - 4};
}

/// Bytes that nobody had, eight before a multiple of `step`. The regions they come from have huge pages, where the system
/// leaves that to programs, or a fifth of the time goes into faults, one for each 4 KiB.
std::byte* takeNew(std::size_t bytes) {
    constexpr std::size_t hugePage = 2 << 20;
    constexpr std::size_t usual = 128 * hugePage;   // of addresses; only what is touched takes memory
    static constinit std::mutex lock;
    static constinit std::byte* next = nullptr;
    static constinit std::byte* end = nullptr;
    const std::scoped_lock held(lock);
    if (static_cast<std::size_t>(end - next) < bytes + step) {
        const std::size_t region = std::max(usual, bytes + hugePage);
        void* const mapped = ::mmap(nullptr, region + hugePage, PROT_READ | PROT_WRITE,
                                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (mapped == MAP_FAILED) throw std::bad_alloc();
        std::byte* const begin = static_cast<std::byte*>(mapped) +
                                 (hugePage - reinterpret_cast<std::uintptr_t>(mapped) % hugePage);
        (void)::madvise(begin, region, MADV_HUGEPAGE);
        next = begin + step - sizeof(Header);
        end = begin + region;
    }
    next += bytes;
    return next - bytes;
}

std::byte* takeSmall(Pieces& mine, std::size_t bytes) {
    if (static_cast<std::size_t>(mine.end - mine.next) < bytes) {
        mine.next = takeNew(run);
        mine.end = mine.next + run;
    }
    mine.next += bytes;
    return mine.next - bytes;
}

}

void* operator new(std::size_t wanted) {
    const bool isSmall = wanted <= smallest - sizeof(Header);
    const Size size = isSmall ? smallSize(wanted) : largeSize(wanted);
    Pieces& mine = pieces;
    if (Free* const piece = mine.free[size.group]) {
        mine.free[size.group] = piece->next;
        return piece;
    }
    auto* const header = new (isSmall ? takeSmall(mine, size.bytes) : takeNew(size.bytes)) Header(size.group);
    return header + 1;
}

void operator delete(void* piece) noexcept {
    if (piece == nullptr) return;
    Free*& returned = pieces.free[static_cast<const Header*>(piece)[-1]];
    returned = new (piece) Free{returned};
}

void operator delete(void* piece, std::size_t /*size*/) noexcept {
    operator delete(piece);
}
