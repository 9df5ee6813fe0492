import type { Instance } from "../../instance.ts";
import { beginRotation } from "./beginRotation.ts";
import { isDue } from "./rotation.ts";
import type { Secret } from "./secret.ts";

/** Begins the rotations that are due by their schedules. */
export function beginDueRotations(instance: Instance): void {
  for (const secret of dueSecrets(instance)) {
    const { lambdaArn = "" } = secret.rotation ?? {};
    beginRotation(instance, secret, lambdaArn, () => instance.random.uuid());
  }
}

/** Whether {@link beginDueRotations} would begin any. */
export function hasDueRotations(instance: Instance): boolean {
  return dueSecrets(instance).length > 0;
}

function dueSecrets(instance: Instance): Secret[] {
  const now = instance.clock.now();
  const stores = instance.accounts().flatMap(({ regions }) => [...regions.values()]);
  return stores.flatMap(({ secretsmanager }) =>
    secretsmanager.all().filter(({ rotation, deletionDate }) => rotation && !deletionDate && isDue(rotation, now)),
  );
}
