import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ManagedPolicy } from "./managedPolicy.ts";

const data = z.record(
  z.string(),
  z.object({ Arn: z.string(), Path: z.string(), DefaultVersionId: z.string(), Document: z.looseObject({}) }),
);

/**
 * AWS's own managed policies, by ARN, with their default version.
 * Source: `managedPolicies.json`, public AWS facts as carried by the PyPI package `moto` 5.2.1 (Apache-2.0).
 */
export function readAwsManagedPolicies(): Map<string, ManagedPolicy> {
  const text = readFileSync(join(import.meta.dirname, "managedPolicies.json"), "utf8");
  const policies = Object.entries(data.parse(JSON.parse(text))).map(
    ([name, { Arn, Path, DefaultVersionId, Document }]) => {
      const version = { id: DefaultVersionId, text: JSON.stringify(Document) };
      return new ManagedPolicy({ arn: Arn, name, path: Path, version });
    },
  );
  return new Map(policies.map((policy) => [policy.arn, policy]));
}
