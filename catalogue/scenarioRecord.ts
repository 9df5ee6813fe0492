import { readFileSync } from "node:fs";
import * as z from "zod";

const fate = z.object({
  name: z.string(),
  sharedAs: z.string().optional(),
  outcome: z.enum(["noticed", "refused", "survived"]),
  by: z.string(),
});

const state = z.object({
  /** The deployment from which on it is so, from 0. */
  deployment: z.number(),
  /** Policies as documents, not as text. What is random or secret has a placeholder in angle brackets. */
  inputs: z.record(z.string(), z.unknown()),
});

const resource = z.object({
  type: z.string(),
  name: z.string(),
  /** The component that it is part of, by its key. */
  parent: z.string().optional(),
  /** What deploys it and its parts to another account, by its key. */
  provider: z.string().optional(),
  /** The resources whose outputs it uses, by their keys. */
  uses: z.array(z.string()),
  /** Its inputs, and again where a deployment changes them. */
  states: z.array(state),
});

const command = z.object({
  /** As the AWS SDK calls it: `KMS`, `DynamoDB`. */
  service: z.string(),
  /** `GetItem` */
  operation: z.string(),
  /**
   * Policies as documents. Bytes are an object with the one member `<bytes>`, their text. What is random or secret has a placeholder
   * in angle brackets: `<answer 3 CiphertextBlob>` is what the third command of the phase was answered.
   */
  input: z.record(z.string(), z.unknown()),
  /** How often it was sent at once. Default: once. */
  times: z.number().optional(),
  /** The session whose credentials were answered, as principals name it. */
  session: z.string().optional(),
});

const scenarioRecord = z.object({
  /** All resources that some deployment has. */
  resources: z.array(resource),
  /** The commands that each attempt of the first phase sends. */
  attempts: z.array(z.array(command)),
  /** How long it took on the embedded AWS, with nothing else going on. */
  seconds: z.number(),
  /** What came of each mistake in them. */
  fates: z.array(fate),
});

export type RecordedState = z.infer<typeof state>;
export type RecordedCommand = z.infer<typeof command>;
export type RecordedAttempt = ScenarioRecord["attempts"][number];
export type RecordedResource = z.infer<typeof resource>;

/** What is known of a scenario from running it. Written by `npm run record:scenarios`. */
export type ScenarioRecord = z.infer<typeof scenarioRecord>;

/** Where the record of a scenario is kept. */
export function recordFile(id: string): URL {
  return new URL(`./records/${id}.json`, import.meta.url);
}

/** Throws an Error if the scenario was never recorded. */
export function readRecord(id: string): ScenarioRecord {
  return scenarioRecord.parse(JSON.parse(readFileSync(recordFile(id), "utf8")));
}
