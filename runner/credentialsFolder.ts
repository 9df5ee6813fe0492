import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HandedOver } from "./deployment.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";

/** The folder of a scenario run in which its credentials files lie while it is deployed. */
export class CredentialsFolder {
  readonly #path: string;

  /** `path` is a folder that belongs to this scenario run alone. */
  constructor(path: string) {
    this.#path = path;
  }

  /** Writes the files, readable by nobody else. */
  async write(scenario: Scenario, deployed: HandedOver): Promise<void> {
    if (scenario.credentialsFiles.length === 0) return;
    await mkdir(this.#path, { recursive: true, mode: 0o700 });
    for (const file of scenario.credentialsFiles) {
      const { name, content } = file.write(deployed);
      await writeFile(join(this.#path, name), content, { mode: 0o600 });
    }
  }

  async remove(): Promise<void> {
    await rm(this.#path, { recursive: true, force: true });
  }

  /** The paths of files that are there. */
  async survivors(): Promise<string[]> {
    try {
      return (await readdir(this.#path)).map((name) => join(this.#path, name));
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
      throw error;
    }
  }
}
