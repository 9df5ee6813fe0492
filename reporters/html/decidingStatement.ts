import type { ExpectationChecked } from "../events.ts";
import type { PolicyVersion } from "./policyVersions.ts";
import { policyParts } from "./policyParts.ts";

/** Where the statement that decided stands among the policies of a scenario: both counted from 0. */
export interface StatementPlace {
  readonly policy: number;
  readonly statement: number;
}

/**
 * The statement that decided an expectation of a phase; nothing where none did, or it is none that the scenario deployed.
 * Identities may have policies of the same name: then it is not told which.
 */
export function decidingStatement(
  { layer, decidedBy, principal }: ExpectationChecked,
  phase: number,
  versions: readonly PolicyVersion[],
): StatementPlace | undefined {
  if (decidedBy === undefined) return undefined;
  const isMeant = ({ policy, phases }: PolicyVersion) =>
    phases.includes(phase) &&
    policy.document !== undefined &&
    policy.policy === decidedBy.policy &&
    (!isOfResource(layer) || covers(policy.arn, decidedBy.resource));
  const found = versions.filter(isMeant);
  const own = found.filter(({ policy }) => policy.arn?.endsWith(`/${principal}`));
  const [version, other] = found.length > 1 && own.length === 1 ? own : found;
  if (version === undefined || other !== undefined) return undefined;
  const statements = policyParts(version.policy.document ?? "")?.statements ?? [];
  const statement = statements.findIndex(({ name }) => name === decidedBy.statement);
  return statement < 0 ? undefined : { policy: versions.indexOf(version), statement };
}

function isOfResource(layer: string | undefined): boolean {
  return layer === "key policy" || layer === "resource policy" || layer === "trust policy";
}

/** Objects are asked about with the policy of their bucket, versions with that of their function. */
function covers(arn: string | undefined, resource: string): boolean {
  return arn === undefined || resource === arn || resource.startsWith(`${arn}/`) || resource.startsWith(`${arn}:`);
}
