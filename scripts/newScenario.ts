/** `npm run new:scenario -- <area>/<name>`: a scenario that runs and passes as it stands, to be made into another one. */
import { join, relative } from "node:path";
import { UserError } from "../errors/userError.ts";
import { addScenario } from "./addScenario.ts";

const root = join(import.meta.dirname, "..");
const [id = ""] = process.argv.slice(2);
try {
  const file = await addScenario(join(root, "scenarios"), id);
  console.log(`Written: ${relative(root, file)}, and its line in scenarios/index.ts. What comes next:

  npx keylab run ${id}              run it: it passes as it stands
  npm run record:scenarios ${id}    record what it deploys, and which mistakes it notices
  npm run generate:docs             renew the tables`);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(`${error.message} ${error.nextStep}`);
  process.exitCode = error.exitCode;
}
