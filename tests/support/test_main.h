#pragma once

#include <QObject>

#include <memory>
#include <string_view>

/// Makes a test class known to the program, under its name. Stands at the end of the file, before the .moc
/// include.
#define ARABESQUE_TEST(TestClass)                                     \
    static const bool TestClass##IsKnown = arabesque::tests::addTest( \
        #TestClass, []() -> std::unique_ptr<QObject> { return std::make_unique<TestClass>(); });

namespace arabesque::tests {

/// `name` lives as long as the program. Two classes of one name end it.
bool addTest(std::string_view name, std::unique_ptr<QObject> (*make)());

}
