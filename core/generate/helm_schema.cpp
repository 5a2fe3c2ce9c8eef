#include "core/generate/helm_text.h"

#include <algorithm>

namespace arabesque {

namespace {

struct Value {
    std::string_view name;
    std::string_view schema;
};

constexpr std::string_view texts = R"({"type": "object", "additionalProperties": {"type": "string"}})";
constexpr std::string_view objects = R"({"type": "array", "items": {"type": "object"}})";
constexpr std::string_view probe = R"({"type": "object", "additionalProperties": false, "properties": {
        "httpGet": {"type": "object"}, "exec": {"type": "object"}, "tcpSocket": {"type": "object"}, "grpc": {"type": "object"},
        "initialDelaySeconds": {"type": "integer", "minimum": 0}, "periodSeconds": {"type": "integer", "minimum": 0},
        "timeoutSeconds": {"type": "integer", "minimum": 0}, "failureThreshold": {"type": "integer", "minimum": 1},
        "successThreshold": {"type": "integer", "minimum": 1}, "terminationGracePeriodSeconds": {"type": "integer", "minimum": 1}}})";
constexpr std::string_view quantities =
    R"({"type": "object", "additionalProperties": {"type": ["string", "number"]}})";

constexpr Value values[] = {
    {"namespace",
     R"({"type": "string", "description": "Made and used by all objects; empty: that of the release."})"},
    {"name",
     R"({"type": "string", "minLength": 1, "description": "Of the Deployment or job, and of its container."})"},
    {"labels", texts},
    {"image",
     R"({"type": "object", "additionalProperties": false, "required": ["repository", "tag"], "properties": {
        "repository": {"type": "string", "minLength": 1}, "tag": {"type": "string"}}})"},
    {"replicas", R"({"type": "integer", "minimum": 0, "description": "Without autoscaling."})"},
    {"schedule", R"({"type": "string"})"},
    {"strategy", R"({"type": "object", "additionalProperties": false, "properties": {
        "type": {"enum": ["RollingUpdate", "Recreate"]}, "rollingUpdate": {"type": "object", "additionalProperties": false, "properties": {
        "maxSurge": {"type": ["integer", "string"]}, "maxUnavailable": {"type": ["integer", "string"]}}}}})"},
    {"terminationGracePeriodSeconds", R"({"type": "integer", "minimum": 0})"},
    {"env", objects},
    {"ports", objects},
    {"lifecycle", R"({"type": "object", "additionalProperties": false, "properties": {
        "preStop": {"type": "object"}, "postStart": {"type": "object"}}})"},
    {"probes", ""},
    {"resources", ""},
    {"volumeMounts", objects},
    {"volumes", objects},
    {"spread", objects},
    {"service", R"({"type": "object", "additionalProperties": false, "properties": {
        "enabled": {"type": "boolean"}, "name": {"type": "string"}, "ports": {"type": "array", "items": {"type": "object"}},
        "type": {"enum": ["ClusterIP", "NodePort", "LoadBalancer"]}, "sessionAffinity": {"enum": ["", "None", "ClientIP"]}}})"},
    {"autoscaling",
     R"({"type": "object", "additionalProperties": false, "required": ["enabled"], "properties": {
        "enabled": {"type": "boolean"}, "name": {"type": "string"}, "minReplicas": {"type": "integer", "minimum": 0},
        "maxReplicas": {"type": "integer", "minimum": 1}, "metrics": {"type": "array", "items": {"type": "object"}}, "behavior": {"type": "object"}}})"},
    {"budget", R"({"type": "object", "additionalProperties": false, "required": ["enabled"], "properties": {
        "enabled": {"type": "boolean"}, "maxUnavailable": {"type": ["integer", "string"]}, "minAvailable": {"type": ["integer", "string"]}}})"},
    {"route", R"({"type": "object", "additionalProperties": false, "required": ["enabled"], "properties": {
        "enabled": {"type": "boolean"}, "kind": {"enum": ["ingress", "http-route"]}, "host": {"type": "string"}, "path": {"type": "string"},
        "port": {"type": "integer", "minimum": 1, "maximum": 65535}, "class": {"type": "string"}, "tlsSecret": {"type": "string"},
        "annotations": {"type": "object", "additionalProperties": {"type": "string"}}}})"},
    {"networkPolicy",
     R"({"type": "object", "additionalProperties": false, "properties": {"enabled": {"type": "boolean"}}})"},
    {"config",
     R"({"type": "object", "description": "ConfigMaps by name, files inside by name.", "additionalProperties": {
        "type": "object", "additionalProperties": {"type": "string"}}})"},
    {"externalSecrets",
     R"({"type": "object", "description": "By name; each makes the Secret of that name.", "additionalProperties": {
        "type": "object", "additionalProperties": false, "properties": {"data": {"type": "array", "items": {"type": "object"}},
        "refreshInterval": {"type": "string"}, "secretStoreRef": {"type": "object"}}}})"},
    {"requiredSecrets",
     R"({"type": "object", "description": "Secrets somebody creates by hand, with their keys.", "additionalProperties": {
        "type": "array", "items": {"type": "string"}}})"},
};

std::string schemaOf(const Value& value) {
    if (value.name == "probes") {
        std::string text = R"({"type": "object", "additionalProperties": false, "properties": {)";
        for (const char* name : {"startup", "liveness", "readiness"})
            text.append(text.ends_with('{') ? "\n      \"" : ",\n      \"")
                .append(name)
                .append("\": ")
                .append(probe);
        return text + "}}";
    }
    if (value.name == "resources")
        return std::string(R"({"type": "object", "additionalProperties": false, "properties": {)") +
               "\n      \"limits\": " + std::string(quantities) +
               ",\n      \"requests\": " + std::string(quantities) + "}}";
    return std::string(value.schema);
}

}

std::string valuesSchema(std::span<const std::string> names) {
    std::string text =
        "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n  \"type\": \"object\",\n"
        "  \"additionalProperties\": false,\n  \"properties\": {";
    bool first = true;
    for (const Value& value : values) {
        if (!std::ranges::contains(names, value.name)) continue;
        text.append(first ? "\n    \"" : ",\n    \"")
            .append(value.name)
            .append("\": ")
            .append(schemaOf(value));
        first = false;
    }
    // set by Helm where the chart is part of another
    return text + ",\n    \"global\": {\"type\": \"object\"}\n  }\n}\n";
}

}
