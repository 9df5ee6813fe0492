import type { Component } from "../../infra/component.ts";
import type { Billed } from "./billed.ts";
import type { CredentialsFile } from "./credentialsFile.ts";
import type { Expectation } from "./expectation.ts";
import type { PrincipalSource } from "./principal.ts";
import type { SecondAccount } from "../../infra/secondAccount.ts";

/** What `deploy` gets from the runner. */
export interface DeployArguments<Parameters> {
  /** A physical name from the workshop's: as it is, or with a suffix where several runs share an account. */
  readonly name: (name: string) => string;
  readonly parameters: Parameters;
  /** The account beside the target's own. Throws an Error where the scenario does not need it. */
  readonly secondAccount: () => SecondAccount;
}

/** What a scenario needs of a target beyond AWS itself. */
export type Need = "clock" | "exclusive account" | "request quotas" | "second account";

/** One step of a scenario: what changes, and what must be true afterwards. */
export interface Phase<Parameters, Principals extends string, Deployed extends object> {
  /** A sentence: what the phase shows. */
  readonly name: string;
  /** Parameters that change, compared with the phase before; the stack is brought up to date with them. */
  readonly set?: Partial<Parameters>;
  /** Time that passes on the target's clock before anything is tried. */
  readonly waitMinutes?: number;
  readonly expect: readonly Expectation<Principals, Deployed>[];
}

/** The part of a scenario that says what it is, for lists and documents. */
export interface ScenarioDescription {
  /** The path of its file below `scenarios/`, without `.ts`. */
  readonly id: string;
  /** A sentence that starts with a verb. */
  readonly title: string;
  /** What a student learns, in two sentences. */
  readonly lesson: string;
  /** Workshop and steps, as `W3 steps 1-7`; `none` if no workshop has it. */
  readonly workshop: string;
  /** What of it costs something on real AWS. */
  readonly billed: Billed;
  readonly needs: readonly Need[];
  /** What it does not show, or models differently from the workshop. */
  readonly limits: readonly string[];
  /**
   * Mistakes in what it deploys that its expectations do not notice, by the names that `keylab run --mutate` gives them, and why
   * that does not matter. Default: none.
   */
  readonly accepts?: Readonly<Record<string, string>>;
}

/** What the deployed resources hand over, by the names that `deploy` gives them. */
export type Deployed<Resources> = {
  readonly [Name in keyof Resources]: Resources[Name] extends Component<infer Outputs> ? Outputs : never;
};

/** A lesson, and its proof: what is deployed, who acts, and what each may and may not do. Knows nothing of the runner. */
export interface Scenario<
  Parameters extends object = object,
  Resources extends Record<string, Component<object>> = Record<string, Component<object>>,
  Principals extends string = string,
> extends ScenarioDescription {
  /** What the scenario starts with; phases change it. */
  readonly parameters: Parameters;
  /** The Pulumi program: components only. Returns them under the names that actions and principals use. */
  deploy(args: DeployArguments<Parameters>): Resources;
  readonly principals: Readonly<Record<Principals, PrincipalSource<Deployed<Resources>>>>;
  /** Written when the first phase is deployed, readable by nobody else, and gone after the teardown. */
  readonly credentialsFiles: readonly CredentialsFile<Deployed<Resources>>[];
  /** The regions that it deploys to, beyond the target's own. */
  readonly regions: readonly string[];
  readonly phases: readonly Phase<Parameters, Principals, Deployed<Resources>>[];
}

/**
 * Checks a scenario against its own types: an action on a resource that is not deployed, or of another kind, does not
 * compile, nor does a principal that is not named.
 */
export function scenario<
  Parameters extends object,
  Resources extends Record<string, Component<object>>,
  Principals extends string,
>(
  definition: ScenarioDescription & {
    readonly parameters: Parameters;
    readonly deploy: (args: DeployArguments<Parameters>) => Resources;
    readonly principals: Readonly<Record<Principals, PrincipalSource<NoInfer<Deployed<Resources>>>>>;
    readonly credentialsFiles?: readonly CredentialsFile<NoInfer<Deployed<Resources>>>[];
    readonly regions?: readonly string[];
    readonly phases: readonly Phase<NoInfer<Parameters>, NoInfer<Principals>, NoInfer<Deployed<Resources>>>[];
  },
): Scenario<Parameters, Resources, Principals> {
  return { credentialsFiles: [], regions: [], ...definition };
}
