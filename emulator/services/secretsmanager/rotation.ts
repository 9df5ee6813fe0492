import type { RotationRulesType } from "@aws-sdk/client-secrets-manager";
import { readSchedule } from "./rotationSchedule.ts";

/** How a secret is to be rotated. */
export interface Rotation {
  readonly isEnabled: boolean;
  readonly lambdaArn: string;
  /** As they were given; absent for a secret without a schedule. */
  readonly rules?: RotationRulesType;
  /** When the schedule was set, or the secret last changed in a way that counts as a rotation. */
  readonly countedFrom: Date;
}

/**
 * The last moment of the window in which the next rotation is due. `undefined` where rotation is off or has no schedule.
 * Source: Secrets Manager API Reference, `NextRotationDate`.
 */
export function nextRotationDate({ isEnabled, rules, countedFrom }: Rotation): Date | undefined {
  if (!isEnabled || !rules) return undefined;
  const schedule = readSchedule(rules);
  return new Date(schedule.next(countedFrom).getTime() + schedule.windowHours * 3_600_000 - 1_000);
}

/** Whether the window in which the next rotation is due has begun. */
export function isDue({ isEnabled, rules, countedFrom }: Rotation, now: Date): boolean {
  return isEnabled && rules !== undefined && readSchedule(rules).next(countedFrom) <= now;
}

/**
 * The rotation after a new value became current: it counts as one, if the schedule is a number of days.
 * Source: Secrets Manager API Reference, RotationRulesType, `AutomaticallyAfterDays`.
 */
export function afterNewValue(rotation: Rotation, now: Date): Rotation {
  return rotation.rules?.AutomaticallyAfterDays === undefined ? rotation : { ...rotation, countedFrom: now };
}
