import type { Instance } from "../../instance.ts";
import { recordRotation } from "./recordRotation.ts";
import { current, pending } from "./secret.ts";

/** How a rotation has ended. */
export interface EndedRotation {
  readonly accountId: string;
  readonly region: string;
  readonly secretArn: string;
  readonly token: string;
  /** Whether all steps of its function have succeeded. */
  readonly succeeded: boolean;
}

/**
 * Ends a rotation: it has succeeded if its function has, and the new version is current. One that has not is left pending, and is
 * tried again when it is asked for, or due. AWS tries again several times by itself. That the version is pending no more is
 * recorded.
 */
export function endRotation(instance: Instance, ended: EndedRotation): void {
  const { accountId, region, secretArn, token, succeeded } = ended;
  const secret = instance.findRegion(accountId, region)?.secretsmanager.withArn(secretArn);
  if (!secret?.rotation) return;
  const now = instance.clock.now();
  const version = secret.staged(current);
  const isRotated = succeeded && version?.id === token;
  secret.rotation = { ...secret.rotation, countedFrom: now };
  if (isRotated) {
    secret.lastRotatedAt = now;
    version.stages.delete(pending);
  }
  recordRotation(instance, secret, isRotated ? "RotationSucceeded" : "RotationFailed");
}
