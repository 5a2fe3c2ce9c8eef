// dockerfiles.mjs FILE...: what dockerfile-utils says of each; exit status 1 when it says anything.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.env.ARABESQUE_VALIDATORS + "/node_modules/");
const { validate } = require("dockerfile-utils");

let complaints = 0;
for (const file of process.argv.slice(2))
    for (const { range, message } of validate(readFileSync(file, "utf8"))) {
        console.log(`${file}:${range.start.line + 1}: ${message}`);
        ++complaints;
    }
process.exit(complaints > 0 ? 1 : 0);
