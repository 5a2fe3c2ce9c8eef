// A static program registers its unwind tables before main and looks through all of them for that, which takes a
// seventh of a check. The tables have an index of their own (--eh-frame-hdr), which exceptions find without.

// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the linker makes these names
extern "C" {
void __wrap___register_frame_info(const void* tables, void* object);
void* __wrap___deregister_frame_info(const void* tables);

void __wrap___register_frame_info(const void* /*tables*/, void* /*object*/) {}
void* __wrap___deregister_frame_info(const void* /*tables*/) {
    return nullptr;
}
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)
