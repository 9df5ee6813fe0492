import { pluginActions } from "./pluginActions.ts";
import { recordedActions, type Actions, type ScenarioActions } from "./recordedActions.ts";

/** What is asked before a run, to see whether it can be done. */
const examination: Actions = {
  "cloudtrail:DescribeTrails": ["*"],
  "iam:GetAccountSummary": ["*"],
  "iam:ListAccountAliases": ["*"],
  "iam:SimulatePrincipalPolicy": ["*"],
};

/** What whoever runs the scenarios asks of AWS. Those that AWS cannot carry ask nothing. */
export function callerActions(ids: readonly string[]): Actions {
  return merged([
    examination,
    ...recordsOf(ids).flatMap(({ caller, resources }) => [caller, pluginActions(Object.keys(resources))]),
  ]);
}

/** What the users and roles of the scenarios ask of AWS, whether it is allowed or not. */
export function principalActions(ids: readonly string[]): Actions {
  return merged(recordsOf(ids).map(({ principals }) => principals));
}

/** The permissions boundaries that the scenarios give by themselves, as ARNs. */
export function ownBoundaries(ids: readonly string[]): readonly string[] {
  return [...new Set(recordsOf(ids).flatMap(({ boundaries }) => boundaries))].sort();
}

/** Of the scenarios that AWS can carry. */
export function recordsOf(ids: readonly string[]): readonly ScenarioActions[] {
  return ids.flatMap((id) => recordedActions[id] ?? []);
}

function merged(all: readonly Actions[]): Actions {
  const resources = new Map<string, Set<string>>();
  for (const [action, templates] of all.flatMap((actions) => Object.entries(actions))) {
    const known = resources.get(action) ?? new Set();
    resources.set(action, known);
    for (const template of templates) known.add(template);
  }
  const names = [...resources.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, [...(resources.get(name) ?? [])].sort()]));
}
