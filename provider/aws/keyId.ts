import type { Comparison } from "../resource.ts";

/** Whether two names of a KMS key, each its ARN or its id, are of the same key. */
export const sameKey: Comparison = (was, willBe) => keyIdOf(was) === keyIdOf(willBe);

function keyIdOf(key: unknown): unknown {
  return typeof key === "string" ? key.split(":key/").at(-1) : key;
}
