import recorded from "./recordedActions.json" with { type: "json" };

/** Actions, such as `kms:CreateKey`, and for which resources each was judged: ARNs with `{account}`, `{name}`, `{own}` and `{aws}` in them. */
export type Actions = Readonly<Record<string, readonly string[]>>;

/** What a scenario asks of AWS. */
export interface ScenarioActions {
  /** How many resources it deploys, by Pulumi's type. */
  readonly resources: Readonly<Record<string, number>>;
  /** ARNs of the permissions boundaries that it gives itself. */
  readonly boundaries: readonly string[];
  /** Of whoever runs it: to deploy, to act as its administrator, to tear down, to sweep, and to see that nothing is left. */
  readonly caller: Actions;
  /** Of the users and roles that it makes: whatever they try, whether it is allowed or not. */
  readonly principals: Actions;
}

/** By the scenario's id: those that AWS can carry. Written by `npm run record:actions`. */
export const recordedActions: Readonly<Record<string, ScenarioActions | undefined>> = recorded;
