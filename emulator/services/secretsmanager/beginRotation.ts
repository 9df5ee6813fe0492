import type { Instance } from "../../instance.ts";
import { recordRotation } from "./recordRotation.ts";
import { pending, type Secret } from "./secret.ts";

/**
 * Begins a rotation, or tries one again that is not complete: the version that it makes is there at once, pending and without a
 * value. Source: Secrets Manager User Guide, "Rotation by Lambda function"; recorded answers.
 *
 * @returns the id of that version
 */
export function beginRotation(instance: Instance, secret: Secret, lambdaArn: string, newToken: () => string): string {
  const unfinished = secret.staged(pending);
  const token = unfinished?.id ?? newToken();
  const now = instance.clock.now();
  if (!unfinished) {
    const version = secret.versions.get(token) ?? { id: token, createdAt: now, stages: new Set<string>() };
    secret.versions.set(token, version);
    secret.attach(pending, version);
  }
  recordRotation(instance, secret, "RotationStarted");
  const { accountId, region, arn: secretArn } = secret;
  instance.rotationStarts.tell({ accountId, region, secretArn, lambdaArn, token });
  return token;
}
