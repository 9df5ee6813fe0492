import type { CloudTrailEvent } from "../audit/cloudTrailEvent.ts";
import type { CallOrigin } from "../callContext.ts";
import type { Moment } from "../clock.ts";
import type { CountedRule } from "../services/events/countRule.ts";
import type { TrailProgress } from "../services/cloudtrail/trail.ts";
import type { EndedRotation } from "../services/secretsmanager/endRotation.ts";
import type { CallerSnapshot } from "./callerSnapshot.ts";
import type { Taped } from "./tape.ts";

/** What a step does: a replay does the same. */
export type StepTask =
  /** An instance comes into being, by a version of Keylab. */
  | { readonly kind: "start"; readonly version: string }
  /** Somebody outside, or a service on its own, makes a call. */
  | {
      readonly kind: "call";
      readonly service: string;
      readonly operation: string;
      readonly input: unknown;
      readonly caller: CallerSnapshot;
      readonly region: string;
      readonly requestId: string;
      readonly wireRequestId: string;
      readonly origin: CallOrigin;
    }
  /** The clock is moved. */
  | { readonly kind: "advance"; readonly milliseconds: number }
  /** Everything written becomes visible: what is there from the start is there. */
  | { readonly kind: "settle" }
  /** Secrets Manager looks at the schedules of rotations. */
  | { readonly kind: "rotations due" }
  /** The function of a rotation has ended. */
  | ({ readonly kind: "rotation ended" } & EndedRotation)
  /** EventBridge looks at the schedules of rules. */
  | { readonly kind: "schedules" }
  /** EventBridge counts what a rule does. */
  | ({ readonly kind: "rule metric" } & CountedRule)
  /** CloudTrail makes the key that it signs a region's digests with. */
  | {
      readonly kind: "signing key";
      readonly accountId: string;
      readonly region: string;
      readonly validFrom: Date;
    };

/** One step that may have changed what later steps depend on, with all that decided how it ended. */
export interface Step {
  readonly task: StepTask;
  readonly moment: Moment;
  readonly taped: Taped;
  /** The code of the error that it ended with; absent: it succeeded. */
  readonly errorCode?: string;
}

/** How far a trail had come when it had delivered something. */
export interface KeptProgress {
  readonly accountId: string;
  readonly homeRegion: string;
  readonly arn: string;
  readonly progress: TrailProgress;
}

/** What is kept, in the order in which it happened. */
export type JournalRecord =
  { readonly step: Step } | { readonly event: CloudTrailEvent; readonly at: Date } | { readonly trail: KeptProgress };
