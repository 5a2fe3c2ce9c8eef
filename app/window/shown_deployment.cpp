#include "app/window/shown_deployment.h"

namespace arabesque {

std::string twoRegions() {
    std::string text = "pattern = \"multi-region\"\n\n[dns]\nname = \"orders.example.com\"\n\n"
                       "[load_balancer.vip]\naddress = \"10.0.1.100\"\n";
    for (const auto* region : {"[[region]]\nname = \"eu-west\"\nrole = \"primary\"\n",
                               "[[region]]\nname = \"us-east\"\nvip = \"10.1.0.10\"\nrole = \"standby\"\n"})
        text += std::string("\n") + region + "zones = [\"a\", \"b\"]\n";
    text += "\n[[database]]\nname = \"orders\"\nengine = \"postgresql\"\nreplication = \"asynchronous\"\n";
    const auto add = [&](const std::string& name, const std::string& role, int region, int zone,
                         bool standby) {
        text += "\n[[node]]\nname = \"" + name + "\"\nrole = \"" + role + "\"\nregion = \"" +
                (region == 0 ? "eu-west" : "us-east") + "\"\nzone = \"" + (zone == 0 ? "a" : "b") +
                "\"\nhost = \"10." + std::to_string(region) + '.' + std::to_string(zone) + '.' +
                std::to_string(text.size() % 200 + 10) + "\"\n" + (standby ? "state = \"standby\"\n" : "");
    };
    for (const int region : {0, 1})
        for (const int zone : {0, 1}) {
            const std::string suffix = (region == 0 ? "-eu-" : "-us-") + std::string(zone == 0 ? "a" : "b");
            add("lb" + suffix, "load-balancer", region, zone, false);
            add("orders" + suffix, "service", region, zone, region == 1);
            add("db" + suffix, "database", region, zone, region == 1 || zone == 1);
        }
    return text;
}

}
