import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { accessRequest } from "../emulator/authorization/authorize.ts";
import type { ControlPolicies, NamedPolicy } from "../emulator/authorization/accessRequest.ts";
import { explain } from "../emulator/authorization/explain.ts";
import { parsePolicy, PolicyError, type PolicyKind } from "../emulator/authorization/policy.ts";
import { contextOf } from "../emulator/control/hypotheticalRequest.ts";
import { Instance } from "../emulator/instance.ts";
import { Organization } from "../emulator/organization.ts";
import { UserError } from "../errors/userError.ts";
import type { Explanation } from "../runner/target.ts";
import type { Question } from "./explainer.ts";
import { principalOfArn } from "./principalOfArn.ts";

/** What the name of a file says of the policy in it. */
const kinds: readonly (readonly [RegExp, PolicyKind])[] = [
  [/^identity(-.+)?\.json$/, "identity policy"],
  [/^boundary\.json$/, "identity policy"],
  [/^session(-.+)?\.json$/, "identity policy"],
  [/^key-policy\.json$/, "key policy"],
  [/^resource-policy\.json$/, "resource policy"],
  [/^trust-policy\.json$/, "trust policy"],
  [/^scp(-.+)?\.json$/, "service control policy"],
  [/^rcp(-.+)?\.json$/, "resource control policy"],
  [/^endpoint-policy\.json$/, "endpoint policy"],
];

const names =
  "identity-*.json, key-policy.json, resource-policy.json, trust-policy.json, boundary.json, session-*.json, scp-*.json, rcp-*.json, endpoint-policy.json";

/** An explanation by files alone, and which of them were read. */
export interface ExplainedFiles {
  readonly read: readonly string[];
  readonly explanation: Explanation;
}

/**
 * Explains a request by the policy documents in a folder. Every principal that they name is taken to exist.
 * Throws a UserError that names the file for what cannot be read or is no policy.
 */
export async function explainFiles(folder: string, question: Question): Promise<ExplainedFiles> {
  const files = await policyFiles(folder);
  const policies = new Map(await Promise.all(files.map(async (file) => [file, await policyIn(folder, file)] as const)));
  const called = (start: string) =>
    [...policies].filter(([name]) => name.startsWith(start)).map(([name, policy]): NamedPolicy => ({ name, policy }));
  const texts = (start: string) => Object.fromEntries(called(start).map(({ name, policy }) => [name, policy.text]));
  const session = called("session");
  const principal = principalOfArn(question.principal);
  const { action, resource: arn, context } = question;
  const accountId = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1] ?? principal.accountId;
  const [policy] = ["key-policy", "resource-policy", "trust-policy"].flatMap(called);
  const policyIsRequired = /^arn:aws:kms:[^:]*:\d{12}:key\//.test(arn) || action === "sts:AssumeRole";
  const access = { action, resource: { arn, accountId, policyIsRequired, policy }, conditions: context };
  const request = accessRequest(contextOf(new Instance(""), principal, arn.split(":")[3] ?? ""), access);
  const explanation = explain({
    ...request,
    policies: {
      identity: called("identity"),
      boundary: called("boundary")[0],
      // A federated user without session policies may do nothing that only identity policies allow.
      session: session.length > 0 || principal.kind === "federated user" ? session : undefined,
    },
    controls: controls(texts("scp"), texts("rcp")),
    endpointPolicy: called("endpoint-policy")[0],
  });
  return { read: files, explanation };
}

type Texts = Readonly<Record<string, string>>;

/** The files of a kind are one level of an organization; without any, nothing is limited. */
function controls(service: Texts, resource: Texts): ControlPolicies {
  const isStated = (texts: Texts) => Object.keys(texts).length > 0;
  const all = { serviceControlPolicies: [service], resourceControlPolicies: [resource] };
  const stated = new Organization({ id: "o-files", accounts: { all } }).controls("all", "all");
  return {
    service: isStated(service) ? stated.service : undefined,
    resource: isStated(resource) ? stated.resource : undefined,
  };
}

async function policyFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch(() => {
    throw new UserError(`The folder ${folder} cannot be read.`, `Name a folder with policy documents: ${names}`);
  });
  const files = found.filter((file) => file.endsWith(".json")).sort();
  const unknown = files.find((file) => kindOf(file) === undefined);
  if (unknown !== undefined) {
    throw new UserError(`${join(folder, unknown)}: its name does not say what policy it is.`, `Names are: ${names}`);
  }
  if (files.length === 0) throw new UserError(`There is no policy document in ${folder}.`, `Names are: ${names}`);
  return files;
}

function kindOf(file: string): PolicyKind | undefined {
  return kinds.find(([pattern]) => pattern.test(file))?.[1];
}

async function policyIn(folder: string, file: string) {
  const path = join(folder, file);
  try {
    return parsePolicy(await readFile(path, "utf8"), kindOf(file) ?? "identity policy", (arn) => arn);
  } catch (error) {
    if (error instanceof PolicyError) throw new UserError(`${path}: ${error.message}`, "Mend the policy document.");
    throw new UserError(`${path} cannot be read.`, "Make it a file that you may read.");
  }
}
