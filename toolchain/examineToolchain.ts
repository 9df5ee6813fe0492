import { UserError } from "../errors/userError.ts";
import packageJson from "../package.json" with { type: "json" };
import { findLanguageHost } from "./findLanguageHost.ts";
import { findPulumi } from "./findPulumi.ts";
import { readGoModule } from "./goModule.ts";
import { inspectGo } from "./inspectGo.ts";
import type { Found } from "./installed.ts";
import { unreachable } from "./officialInstaller.ts";
import type { Environment } from "./toolchainOptions.ts";
import { isAtLeast } from "./versions.ts";

/** One thing that Keylab needs, as it is on this machine. */
export interface Finding {
  readonly name: string;
  readonly status: "ok" | "missing" | "wrong";
  /** The version and where it came from, or what is the matter. */
  readonly detail: string;
  /** The command or step that mends it. */
  readonly mend?: string;
  /** Whether `keylab run` cannot work while the status is not `ok`. */
  readonly required: boolean;
}

/** What to examine. The second and third are there for tests; by default this machine answers. */
export interface Examination {
  readonly environment: Environment;
  readonly nodeVersion?: string;
  /** Why the official installer cannot be reached, or nothing if it can. */
  readonly installerProblem?: () => Promise<string | undefined>;
}

/**
 * Looks at Node.js, the Pulumi CLI, the Node.js language host and, if one of these two is missing, Go. Installs nothing.
 * A Pulumi CLI that is missing counts as required only if the next run could not install it.
 */
export async function examineToolchain(examination: Examination): Promise<Finding[]> {
  const { environment, nodeVersion = process.versions.node, installerProblem = unreachable } = examination;
  const node = examineNode(nodeVersion);
  const { pulumi, found } = await examinePulumi(environment);
  const host = await examineLanguageHost(environment, found);
  if (pulumi.status !== "missing" && host.status === "ok") return [node, pulumi, host];
  const go = await examineGo(environment);
  if (pulumi.status !== "missing" || go.status === "ok") return [node, pulumi, host, go];
  const problem = await installerProblem();
  if (problem === undefined) return [node, pulumi, host, go];
  const detail = `${pulumi.detail}, and cannot be installed: ${problem}, and Go is not usable`;
  return [node, { ...pulumi, detail, mend: `${go.mend ?? ""}, or set KEYLAB_PULUMI`, required: true }, host, go];
}

function examineNode(version: string): Finding {
  const minimum = packageJson.engines.node.replace(">=", "");
  const name = "Node.js";
  if (isAtLeast(version, minimum)) return { name, status: "ok", detail: version, required: true };
  const mend = `install Node.js ${minimum} or later from https://nodejs.org`;
  return { name, status: "wrong", detail: `${version}; Keylab needs ${minimum} or later`, mend, required: true };
}

async function examinePulumi(environment: Environment): Promise<{ pulumi: Finding; found?: Found }> {
  const name = "Pulumi CLI";
  const passedOver: string[] = [];
  try {
    const found = await findPulumi({ environment, report: (line) => passedOver.push(line) });
    const remarks = passedOver.map((line) => ` (${line})`).join("");
    if (found !== undefined) {
      return { found, pulumi: { name, status: "ok", detail: describe(found) + remarks, required: true } };
    }
    const mend = "npx keylab run (installs it first)";
    return { pulumi: { name, status: "missing", detail: `not installed yet${remarks}`, mend, required: false } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { pulumi: { name, status: "wrong", detail: error.message, mend: error.nextStep, required: true } };
  }
}

async function examineLanguageHost(environment: Environment, pulumi: Found | undefined): Promise<Finding> {
  const name = "Node.js language host";
  const passedOver: string[] = [];
  const found = await findLanguageHost({ environment, report: (line) => passedOver.push(line) }, pulumi);
  const remarks = passedOver.map((line) => ` (${line})`).join("");
  if (found !== undefined) return { name, status: "ok", detail: describe(found) + remarks, required: false };
  const detail = `not installed yet, needed only for pulumi up from a shell${remarks}`;
  return { name, status: "missing", detail, mend: "npx keylab aws env (builds it first)", required: false };
}

async function examineGo(environment: Environment): Promise<Finding> {
  const { goVersion } = await readGoModule("pulumi");
  const go = await inspectGo(environment, goVersion);
  const name = "Go";
  if ("version" in go) return { name, status: "ok", detail: `${go.version}, ${go.path}`, required: false };
  const mend = `install Go ${goVersion} or later from https://go.dev/dl/`;
  return { name, status: go.missing ? "missing" : "wrong", detail: go.problem, mend, required: false };
}

function describe({ version, source, path }: Found): string {
  return `${version}, ${source}, ${path}`;
}
