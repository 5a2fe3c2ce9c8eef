// node pipelines.mjs gitlab|azure FILE...: prints what makes files no pipelines of a system; exits 1 on any.
//
// gitlab: gitlab-ci-local reads them and compares them with GitLab's own JSON Schema.
// azure: Microsoft's language service for Azure Pipelines reads them, with Microsoft's whole schema.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const modules = path.join(process.env.ARABESQUE_VALIDATORS, "node_modules");
const require = createRequire(path.join(modules, "package.json"));
const schemas = path.join(modules, "schemastore/schemas/json/raw.githubusercontent.com");

/** On a pipeline of the branch that releases come from, so that every job is there. */
async function gitlab(file, branch) {
    const { handler } = await import(pathToFileURL(path.join(modules, "gitlab-ci-local/src/handler.js")));
    const said = [];
    const streams = { stdout: () => {}, stderr: (text) => said.push(text), flush: () => {}, memoStdout: () => {} };
    const cwd = path.relative(process.cwd(), path.dirname(file)) || ".";
    const variable = [`CI_COMMIT_BRANCH=${branch}`, "CI_PIPELINE_SOURCE=push"];
    try {
        await handler({ cwd, file: path.basename(file), list: true, variable }, streams);
        return [];
    } catch (problem) {
        return [problem.message];
    }
}

async function azure(file) {
    const { getLanguageService } = require("azure-pipelines-language-service");
    const { parse } = require("azure-pipelines-language-service/lib/parser/yamlParser.js");
    const { TextDocument } = require("vscode-languageserver-textdocument");
    const text = readFileSync(file, "utf8");
    const document = TextDocument.create(pathToFileURL(file).href, "azure-pipelines", 1, text);
    const schema = path.join(schemas, "microsoft/azure-pipelines-vscode/master/service-schema.json");
    const service = getLanguageService(() => Promise.resolve(JSON.parse(readFileSync(schema, "utf8"))), [],
        () => Promise.resolve(pathToFileURL(schema).href));
    const found = await service.doValidation(document, parse(text));
    if (found.length > 0) return found.map((each) => `line ${each.range.start.line + 1}: ${each.message}`);
    return namesThatAreMissing(text);
}

/** The schema says nothing of it: who a job waits for has to be there, under a name of its own. */
function namesThatAreMissing(text) {
    const jobs = require("js-yaml").load(text)?.jobs ?? [];
    const names = jobs.map((job) => job.job ?? job.deployment);
    const missing = jobs.flatMap((job) => [job.dependsOn ?? []].flat()).filter((need) => !names.includes(need));
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    return [...missing.map((name) => `no job is called ${name}`), ...twice.map((name) => `two jobs are called ${name}`)];
}

// the language service tells the console what it does
const print = (line) => process.stdout.write(line + "\n");
console.log = () => {};

const [system, ...rest] = process.argv.slice(2);
let good = true;
for (const file of system === "gitlab" ? rest.slice(1) : rest) {
    const problems = system === "gitlab" ? await gitlab(file, rest[0]) : await azure(file);
    for (const problem of problems) print(`${file}: ${problem.replaceAll("\n", " ")}`);
    good &&= problems.length === 0;
}
process.exit(good ? 0 : 1);
