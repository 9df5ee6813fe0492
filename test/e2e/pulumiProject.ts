import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureLanguageHost } from "../../toolchain/ensureLanguageHost.ts";
import { cachePaths } from "../../toolchain/cachePaths.ts";
import { Keylab } from "../cli/keylab.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { shell, type Ended } from "../support/shell.ts";

export const checkout = join(import.meta.dirname, "../..");
const keylab = join(checkout, "cli/keylab.js");

/** A Pulumi project in a folder of its own, beside an embedded AWS that runs there, for the tests of a suite. */
export class PulumiProject {
  readonly #environment = { KEYLAB_CACHE: cachePaths(process.env).folder };
  #folder = "";
  #port = "";

  /** Makes the project before the tests of a suite and removes it afterwards. */
  constructor(furnish: (folder: string) => Promise<void>) {
    let server: Keylab | undefined;
    const environment = this.#environment;
    before(async () => {
      const pulumi = await testPulumi();
      const report = (line: string) => process.stderr.write(`${line}\n`);
      await ensureLanguageHost({ environment: process.env, report }, pulumi);
      this.#folder = await mkdtemp(join(tmpdir(), "keylab-test-"));
      await furnish(this.#folder);
      server = new Keylab(["aws", "start", "--port", "0"], { folder: this.#folder, environment });
      this.#port = (await server.says(/http:\/\/127\.0\.0\.1:(\d+)[^]*Ctrl-C/))[1] ?? "";
    }).timeout(installationMilliseconds);
    after(async () => {
      server?.process.kill("SIGTERM");
      await server?.ended();
      await rm(this.#folder, { recursive: true, force: true });
    });
  }

  get folder(): string {
    return this.#folder;
  }

  /** Where the embedded AWS listens. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Runs a script in a shell in the project's folder. `prepare` sets the shell up first. */
  plainShell(script: string, prepare: string): Promise<Ended> {
    const { PATH = "" } = process.env;
    const lines = ["set -e", `cd '${this.#folder}'`, prepare, script];
    return shell("bash", ["-c", lines.join("\n")], { PATH, HOME: this.#folder, ...this.#environment });
  }

  /** A shell that `keylab aws env` has set up. */
  preparedShell(script: string): Promise<Ended> {
    return this.plainShell(script, `eval "$('${process.execPath}' '${keylab}' aws env --port ${this.#port})"`);
  }
}
