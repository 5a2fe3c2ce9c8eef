#include "tests/validators/pipeline_projects.h"

#include "tests/validators/cluster_projects.h"

#include <QtGlobal>

namespace arabesque::tests {

void makePipelines(const Folder& out, const QByteArray& way) {
    const Folder project;
    writeClusterProject(project);
    QByteArray text = project.read("Deployment.toml");
    text.replace("[\"k8s\", \"openshift\"]", "[\"vm\", \"k8s\"]");
    text += "\n[pipeline]\nsystems = [\"github\", \"gitlab\", \"jenkins\", \"azure\"]\nbranch = \"";
    text += releaseBranch;
    text += "\"\nregistry = \"registry.example.com/team\"\npublish = true\nrollout = \"" + way + "\"\n";
    text += "\n[[node]]\nname = \"mi-1\"\nrole = \"micro-integrator\"\n";
    project.write("Deployment.toml", text);
    const Run run = cli({"generate", project.path(), "--out", out.path(), "--target", "k8s", "--force"});
    if (run.exit > 1) qFatal("%s%s", run.out.constData(), run.err.constData());
}

}
