#include "core/rules/deployment_table.h"

namespace arabesque {

namespace {

/// Whether an address has an account with its password: "https://user:secret@host".
bool holdsPassword(const std::string& address) {
    const std::size_t begin = address.find("://");
    if (begin == std::string::npos) return false;
    const std::string authority =
        address.substr(begin + 3, address.find_first_of("/?#", begin + 3) - begin - 3);
    const std::size_t at = authority.rfind('@');
    return at != std::string::npos && authority.substr(0, at).contains(':');
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().apiEndpoint;
    for (std::size_t i = 0; i < topology.count(keys.all); ++i) {
        const DeploymentTable entry(project, {"api_endpoint", i});
        for (const char* key : {"production", "sandbox"}) {
            const auto address =
                topology.written(std::string_view(key) == "sandbox" ? keys.sandbox : keys.production, i);
            if (address && holdsPassword(**address))
                findings.at(entry.place(key))
                    .say(MESSAGE("rules",
                                 "the address holds a password, which then stands in params and in the "
                                 "history of the repository"));
        }
        const auto user = topology.written(keys.user, i);
        if (user && (**user == "admin" || **user == "wso2carbon"))
            findings.at(entry.place("user"))
                .severity(Severity::Warning)
                .say({MESSAGE("rules",
                              "'%1' is an account that every installation begins with, with rights for "
                              "everything"),
                      **user});
    }
}

}

extern const Rule api_endpoint_holds_no_secret{
    .id = "api-endpoint-holds-no-secret",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A password or a default account in what an API calls"),
    .why = MESSAGE("rules", "Whoever reads the repository can call the system behind the API."),
    .cure = MESSAGE("rules", "Write the account as `user`; its password is a variable of the pipeline."),
    .source = "apictl, params configs.security",
    .example = {.wrong = R"(=== Deployment.toml
[[environment]]
name = "production"

[[api]]
name = "EmployeeAPI"
version = "1.0.0"

[[api_endpoint]]
api = "EmployeeAPI"
environment = "production"
production = «"https://shop:s3cret@backend.example.com/api"»
)",
                .right = R"(=== Deployment.toml
[[environment]]
name = "production"

[[api]]
name = "EmployeeAPI"
version = "1.0.0"

[[api_endpoint]]
api = "EmployeeAPI"
environment = "production"
production = "https://backend.example.com/api"
user = "shop"
)"},
    .check = check};

}
