import { DescribeKeyCommand, NotFoundException } from "@aws-sdk/client-kms";
import * as z from "zod";
import type { PendingKey } from "../reporters/events.ts";
import type { Session } from "../scenarios/contract/session.ts";
import type { Administrators } from "./administrators.ts";
import type { EngineResource } from "./engine.ts";
import { keyTypes } from "./keyTypes.ts";

const dayMilliseconds = 24 * 60 * 60 * 1000;
/** No key is deleted sooner after it was asked for. Source: KMS API Reference, ScheduleKeyDeletion. */
const shortestWindowMilliseconds = 7 * dayMilliseconds;
/** AWS schedules by the second and answers a little later; an hour tells any wrong window. */
const toleranceMilliseconds = 60 * 60 * 1000;
const keyInputs = z.object({ deletionWindowInDays: z.number().default(30) });

/** The keys that a run made, as they stand after its teardown. */
export interface KeysAfterTeardown {
  readonly pending: readonly PendingKey[];
  /** Keys that are not pending deletion with the window they were made with: one sentence each. */
  readonly wrong: readonly string[];
}

/** What the engine knows of a key, or of anything else. */
type EngineKey = Omit<EngineResource, "urn">;

/** When a run began and ended, on the clock of its target. */
export interface RunTime {
  readonly began: Date;
  readonly ended: Date;
}

/**
 * Checks that every key the engine has made is pending deletion, with the window that was asked for. A key may be gone where the
 * run has moved the clock past the shortest window: then the scenario itself has waited for the deletion.
 */
export async function checkKeys(
  resources: readonly EngineKey[],
  administrators: Pick<Administrators, "of">,
  time: RunTime,
): Promise<KeysAfterTeardown> {
  const keys = resources.filter(({ type }) => keyTypes.has(type));
  const checked = await Promise.all(keys.map((key) => checkKey(key, administrators.of(key.arn ?? ""), time)));
  return {
    pending: checked.filter((key) => typeof key === "object"),
    wrong: checked.filter((key) => typeof key === "string"),
  };
}

/** What is said of a pending key, or what is wrong with it; nothing of a key that may be gone. */
async function checkKey(
  { id, inputs }: EngineKey,
  session: Session,
  { began, ended }: RunTime,
): Promise<PendingKey | string | undefined> {
  const windowInDays = keyInputs.parse(inputs).deletionWindowInDays;
  const key = await describe(id, session);
  if (!key && ended.getTime() - began.getTime() >= shortestWindowMilliseconds) return undefined;
  if (!key) return `key ${id}: it is gone instead of pending deletion`;
  const { Arn: arn = id, KeyState: state, DeletionDate: date, PendingDeletionWindowInDays: waiting } = key;
  // A primary key waits for its replicas: the time until its deletion begins when the last of them is gone.
  if (state === "PendingReplicaDeletion" && waiting === windowInDays) return { arn, windowInDays };
  if (state !== "PendingDeletion" || !date)
    return `${arn}: the key is ${state ?? "in no state"} instead of pending deletion`;
  const days = (date.getTime() - ended.getTime()) / dayMilliseconds;
  if (Math.abs(days - windowInDays) * dayMilliseconds > toleranceMilliseconds) {
    return `${arn}: the key is deleted in ${days.toFixed(1)} days instead of ${windowInDays}`;
  }
  return { arn, deletionDate: date.toISOString(), windowInDays };
}

async function describe(id: string, { kms }: Session) {
  try {
    return (await kms.send(new DescribeKeyCommand({ KeyId: id }))).KeyMetadata;
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}
