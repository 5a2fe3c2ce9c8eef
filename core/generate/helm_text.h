#pragma once

#include <span>
#include <string>
#include <string_view>

namespace arabesque {

/// A file of a chart that is the same in every chart: all that differs is in the values.
struct ChartFile {
    std::string_view path;   ///< in the chart
    std::string_view text;
};

/// The files for a program that serves.
[[nodiscard]] std::span<const ChartFile> chartOfService();
/// The file for a job or one with a schedule, and those around it.
[[nodiscard]] std::span<const ChartFile> chartOfJob(bool scheduled);

/// JSON Schema of values with these names at the top; it knows each of them.
[[nodiscard]] std::string valuesSchema(std::span<const std::string> names);

}
