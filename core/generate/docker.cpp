#include "core/generate/generator.h"
#include "core/generate/text_writer.h"
#include "core/model/java_order.h"

#include <algorithm>

namespace arabesque {

namespace {

const Origin& fixed() {
    static const Origin origin = layout("c2c 4.0.0, section 8.1");
    return origin;
}

Origins with(const Origins& origins) {
    return joined({fixed()}, origins);
}

/// Ports in the order of a Java set of numbers (section 7.2).
std::vector<Sourced<std::int64_t>> exposed(const Workload& workload) {
    std::vector<std::int32_t> hashes;
    for (const auto& port : workload.ports) hashes.push_back(static_cast<std::int32_t>(port.value));
    std::vector<Sourced<std::int64_t>> ports;
    for (const std::size_t index : javaOrder(hashes)) ports.push_back(workload.ports[index]);
    return ports;
}

void writeUserBlock(TextWriter& writer, const Workload& workload, const Origins& form) {
    if (!workload.defaultBase) return;
    const Origins because = with(joined(workload.base.origins, form));
    writer.line("RUN addgroup troupe \\", because);
    writer.line("    && adduser -S -s /bin/bash -g 'ballerina' -G troupe -D ballerina \\", because);
    writer.line("    && apk add --update --no-cache bash \\", because);
    writer.line("    && rm -rf /var/cache/apk/*", because);
    writer.line("", because);
}

void writeCopies(TextWriter& writer, const Workload& workload) {
    for (const CopiedFile& copy : workload.copies) {
        const std::string_view source = *copy.source;
        const std::string name(source.substr(source.rfind('/', source.size() - 2) + 1));
        writer.line("COPY " + name.substr(0, name.find('/')) + ' ' + *copy.target,
                    with(joined(copy.source.origins, copy.target.origins)));
    }
}

void writeExpose(TextWriter& writer, const Workload& workload) {
    std::string line;
    Origins because{fixed()};
    if (!workload.isTask()) {
        for (const auto& port : exposed(workload)) {
            line += ' ' + std::to_string(port.value);
            because = joined(std::move(because), port.origins);
        }
    }
    writer.line(line.empty() ? "" : "EXPOSE" + line, because);
}

/// The tool replaces both names in an entry point of one's own.
std::string entrypointText(const Workload& workload) {
    std::string text = workload.entrypoint->value;
    const auto replace = [&text](std::string_view what, const std::string& by) {
        for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
            text.replace(at, what.size(), by);
    };
    replace("${APP}", *workload.thinJar + ".jar");
    replace("${CONFIG_FILE}", "");
    return text;
}

void writeEntrypoint(TextWriter& writer, const Workload& workload, const Origins& form) {
    if (workload.entrypoint) {
        writer.line(entrypointText(workload),
                    with(joined(workload.entrypoint->origins, workload.thinJar.origins)));
        return;
    }
    const Origins absent{{Origin::Kind::Default, "Cloud.toml", "container.image.entrypoint", {}}};
    if (workload.native) {
        const Origins because = with(joined(workload.native->executable.origins, absent));
        writer.line("ENTRYPOINT [\"./" + *workload.native->executable + "\"]", because);
        writer.line("", because);
        return;
    }
    const std::string text = R"(ENTRYPOINT ["java","-XX:+ExitOnOutOfMemoryError","-Xdiag","-cp",")" +
                             *workload.thinJar + ".jar:jars/*\",\"" + *workload.mainClass + "\"]";
    writer.line(text, with(joined(joined(workload.mainClass.origins, absent), form)));
}

/// What runs, from the copied files to the user.
void writeRuntime(TextWriter& writer, const Workload& workload) {
    writer.line("WORKDIR /home/ballerina", with({}));
    writeCopies(writer, workload);
    writer.line("", with({}));
    writeExpose(writer, workload);
    if (workload.defaultBase) {
        writer.line("USER ballerina", with(workload.base.origins));
        writer.line("", with(workload.base.origins));
    }
}

/// One line a jar; the two whose order the tool leaves to chance stand last, as section 8.1 names them.
void writeThinJars(TextWriter& writer, const Workload& workload, const Origins& form) {
    const Sourced<std::vector<std::string>>& jars = *workload.thinJars;
    const auto isSymbols = [](std::string_view jar) { return jar.ends_with("-observability-symbols.jar"); };
    const auto copy = [&](const std::string& jar, const Origins& origins) {
        writer.line("COPY " + jar + " /home/ballerina/jars/ ",
                    with(joined(joined(jars.origins, origins), form)));
    };
    for (const std::string& jar : *jars)
        if (!isSymbols(jar)) copy(jar, {});
    for (const std::string& jar : *jars)
        if (isSymbols(jar)) copy(jar, {});
    copy(*workload.thinJar + ".jar", workload.thinJar.origins);
}

/// The forms with thin jars and with one (sections 8.1 and 8.2). Where nobody knows the thin jars, one stands in for
/// them. `form` says why it is not the native form.
void writeJvmForm(TextWriter& writer, const Workload& workload, const Origins& form) {
    writer.line("FROM " + *workload.base, with(workload.base.origins));
    writer.line("", with({}));
    writer.line("LABEL maintainer=\"dev@ballerina.io\"", with(form));
    if (workload.thinJars)
        writeThinJars(writer, workload, form);
    else
        writer.line("COPY " + workload.jar + ".jar /home/ballerina/jars/ ",
                    with(joined(joined(workload.name.origins, workload.thin.origins), form)));
    writeUserBlock(writer, workload, form);
    writeRuntime(writer, workload);
}

/// Section 8.3: a stage that compiles, and the image that takes its executable.
void writeNativeForm(TextWriter& writer, const Workload& workload) {
    const NativeBuild& native = *workload.native;
    const auto paragraph = [&](const std::string& text, const Origins& origins) {
        writer.line(text, with(joined(native.executable.origins, origins)));
        writer.line("", with(native.executable.origins));
    };
    paragraph("FROM " + *native.builder + " as build", native.builder.origins);
    paragraph("WORKDIR /app/build", {});
    paragraph("COPY " + workload.jar + ".jar .", workload.name.origins);
    paragraph("RUN " + *native.command, native.command.origins);
    paragraph("FROM " + *workload.base, workload.base.origins);
    writeRuntime(writer, workload);
    paragraph("COPY --from=build /app/build/" + *native.executable + " .", {});
}

Artifact dockerfile(const Deployment& deployment, const std::string& folder, const Origins& because) {
    const Workload& workload = deployment.workload;
    const Origins& form = deployment.graalvm.origins;
    TextWriter writer(folder + "Dockerfile", "docker", because);
    writer.line("# Auto Generated Dockerfile", with({}));
    if (workload.native)
        writeNativeForm(writer, workload);
    else
        writeJvmForm(writer, workload, form);
    writeEntrypoint(writer, workload, form);
    return std::move(writer).take();
}

Artifacts generate(const Design& design) {
    const Deployment& deployment = design.deployment;
    if (!deployment.makesFiles()) return {};
    const Workload& workload = deployment.workload;
    const std::string folder = "docker/" + workload.jar + '/';
    const Origins because =
        joined(joined({layout("c2c 4.0.0, section 1.1")}, deployment.cloud.origins), workload.name.origins);
    Artifacts files{dockerfile(deployment, folder, because)};
    for (const CopiedFile& copy : workload.copies) {
        for (const auto& [path, bytes] : copy.files) {
            const Origins origins = joined(copy.source.origins, {{Origin::Kind::File, "", *copy.source, {}}});
            TextWriter writer(folder + path, "docker", joined(because, origins));
            writer.content(bytes, origins);
            files.push_back(std::move(writer).take());
        }
    }
    return files;
}

}

extern const Generator docker{.family = "docker", .generate = generate};

}
