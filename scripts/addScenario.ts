import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../errors/userError.ts";
import { scenarioSkeleton } from "./scenarioSkeleton.ts";
import { withScenario } from "./withScenario.ts";

const words = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
const wellFormed = new RegExp(`^${words}/${words}$`);

/**
 * Writes the skeleton of a scenario below a folder `scenarios`, and adds it to the list there.
 *
 * @returns the file of the scenario
 * @throws UserError for an id that is none, or that exists; nothing is written then
 */
export async function addScenario(folder: string, id: string): Promise<string> {
  if (!wellFormed.test(id) || id.startsWith("contract/")) {
    throw new UserError(
      `"${id}" is no id of a scenario.`,
      "An id is <area>/<name>, both in lower case words with hyphens, such as kms/rotate-in-time; the area may be a new one, but not contract.",
    );
  }
  const file = join(folder, `${id}.ts`);
  if (existsSync(file)) {
    throw new UserError(`The scenario ${id} exists.`, `Choose another name, or change ${file}.`);
  }
  const index = join(folder, "index.ts");
  const list = withScenario(await readFile(index, "utf8"), id);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, scenarioSkeleton(id));
  await writeFile(index, list);
  return file;
}
