import * as z from "zod";
import type { RunEvent } from "../../reporters/events.ts";
import type { Fate } from "../../mutations/mutateScenario.ts";
import type { Ending } from "../../runner/runScenario.ts";

/** What a thread of the crew knows from its beginning. */
export const threadData = z.object({
  /** As in `--target`: a URL as such cannot be handed to a thread. */
  target: z.string(),
  roleArn: z.string().optional(),
  externalId: z.string().optional(),
  permissionsBoundary: z.string().optional(),
  accessKeyId: z.string().optional(),
  secretAccessKey: z.string().optional(),
  environment: z.record(z.string(), z.string().optional()),
  workingFolder: z.string(),
  pulumiRoot: z.string(),
  pulumiHome: z.string(),
  backend: z
    .object({
      url: z.string().optional(),
      secretsProvider: z.string().optional(),
      environment: z.record(z.string(), z.string()),
    })
    .optional(),
  settings: z.object({
    scenarioTimeout: z.number(),
    phaseTimeout: z.number().optional(),
    answers: z.number().optional(),
    keep: z.boolean().optional(),
  }),
});

export type ThreadData = z.infer<typeof threadData>;

/** What a thread is told. */
export type ToThread = Job | { readonly kind: "abort" };

/** A scenario to run, or to make every mistake in. */
export interface Job {
  readonly kind: "run" | "mutate";
  readonly scenario: string;
  /** As in the context of the run. */
  readonly folder: string;
  readonly suffix: string;
}

/** What a thread tells of its job; the last three end it. */
export type FromThread =
  | { readonly kind: "event"; readonly event: RunEvent }
  | { readonly kind: "ended"; readonly ending: Ending }
  | { readonly kind: "mutated"; readonly fates: readonly Fate[] }
  /** A bug, with its stack trace. */
  | { readonly kind: "broken"; readonly error: unknown };
