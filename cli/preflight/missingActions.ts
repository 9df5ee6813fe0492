import { paginateSimulatePrincipalPolicy, type ContextEntry } from "@aws-sdk/client-iam";
import { collect } from "../../runner/inventory/collect.ts";
import { runTag } from "../../runner/marks/mark.ts";
import { nameSuffix } from "../../runner/marks/nameSuffix.ts";
import type { Session } from "../../scenarios/contract/session.ts";
import type { Actions } from "../../catalogue/permissions/recordedActions.ts";

/** Who is asked about, and in which circumstances. */
export interface SimulationOrder {
  readonly iam: Session["iam"];
  /** The ARN of a user or role. */
  readonly principal: string;
  readonly accountId: string;
  readonly region: string;
  readonly permissionsBoundary?: string;
}

/**
 * The actions that IAM's simulation does not allow, in alphabetical order. It knows identity policies, the boundary and service control policies;
 * what resource policies would add it does not see, and whatever depends on the network or on MFA it takes as missing.
 * Source: IAM API Reference, SimulatePrincipalPolicy.
 *
 * Rejects where the simulation itself is not allowed.
 */
export async function missingActions(actions: Actions, order: SimulationOrder): Promise<readonly string[]> {
  const byResource = new Map<string, string[]>();
  for (const [action, templates] of Object.entries(actions)) {
    for (const template of templates) {
      const resource = exampleOf(template, order);
      byResource.set(resource, [...(byResource.get(resource) ?? []), action]);
    }
  }
  const denied: string[] = [];
  // One after the other: AWS throttles simulations.
  for (const [resource, names] of byResource) denied.push(...(await deniedOn(resource, names, order)));
  return [...new Set(denied)].sort();
}

async function deniedOn(resource: string, ActionNames: string[], order: SimulationOrder): Promise<readonly string[]> {
  const pages = paginateSimulatePrincipalPolicy(
    { client: order.iam },
    {
      PolicySourceArn: order.principal,
      ActionNames,
      ResourceArns: [resource],
      ContextEntries: contextOf(order),
    },
  );
  return collect(pages, ({ EvaluationResults = [] }) =>
    EvaluationResults.filter(({ EvalDecision }) => EvalDecision !== "allowed").map(
      ({ EvalActionName }) => EvalActionName,
    ),
  );
}

/** As a run gives them. */
function contextOf({ permissionsBoundary }: SimulationOrder): ContextEntry[] {
  const entry = (ContextKeyName: string, value: string): ContextEntry => ({
    ContextKeyName,
    ContextKeyValues: [value],
    ContextKeyType: "string",
  });
  return [
    entry(`aws:RequestTag/${runTag}`, "run"),
    entry(`aws:ResourceTag/${runTag}`, "run"),
    entry("kms:ResourceAliases", "alias/aws/example"),
    ...(permissionsBoundary === undefined ? [] : [entry("iam:PermissionsBoundary", permissionsBoundary)]),
  ];
}

/** A resource that is as a recorded one. */
function exampleOf(template: string, { accountId, region }: SimulationOrder): string {
  if (template === "*") return template;
  const parts = template.replaceAll("{account}", accountId).split(":");
  const [, , , stated = "", , ...rest] = parts;
  const name = `example-${nameSuffix("000000", 0)}`;
  const last = rest
    .join(":")
    .replaceAll("{name}", name)
    .replaceAll(/\{own\}|\{aws\}|\*/g, "example")
    .replaceAll("?", "0");
  return [...parts.slice(0, 3), stated === "*" ? region : stated, parts[4], last].join(":");
}
