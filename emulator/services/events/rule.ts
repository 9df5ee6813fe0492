import type { RuleState, Target as StatedTarget } from "@aws-sdk/client-eventbridge";
import type { Input } from "../../operation.ts";
import type { EventPattern } from "./eventPattern.ts";

/** What can be set of a rule. */
export interface RuleSettings {
  readonly description?: string;
  readonly state: RuleState;
  readonly pattern?: { readonly text: string; readonly matches: EventPattern };
  /** Its period is in milliseconds. */
  readonly schedule?: { readonly expression: string; readonly period: number };
}

/** What an event is sent to. */
export interface Target {
  readonly kind: "log group" | "function";
  readonly stated: Input<StatedTarget>;
}

/** A rule of the default event bus. */
export interface Rule {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  readonly tags: Map<string, string>;
  readonly targets: Map<string, Target>;
  settings: RuleSettings;
  /** When its schedule is due next, in milliseconds since 1970. */
  dueAt?: number;
}
