import { readFileSync } from "node:fs";
import * as z from "zod";
import { awsManagedPrefix, ManagedPolicy } from "./managedPolicy.ts";

const data = z.record(
  z.string(),
  z.object({
    Path: z.string(),
    DefaultVersionId: z.string(),
    CreateDate: z.string(),
    UpdateDate: z.string(),
    Document: z.looseObject({}),
  }),
);

/**
 * AWS's own managed policies, by ARN, with their default version.
 * Source: `managedPolicies.json`, public AWS facts as carried by the PyPI package `moto` 5.2.1 (Apache-2.0).
 */
export function readAwsManagedPolicies(): Map<string, ManagedPolicy> {
  const text = readFileSync(new URL("./managedPolicies.json", import.meta.url), "utf8");
  const policies = Object.entries(data.parse(JSON.parse(text))).map(([name, facts]) => {
    const version = {
      id: facts.DefaultVersionId,
      text: JSON.stringify(facts.Document),
      createdAt: new Date(facts.UpdateDate),
    };
    return new ManagedPolicy({
      arn: `${awsManagedPrefix}${facts.Path.slice(1)}${name}`,
      name,
      path: facts.Path,
      createdAt: new Date(facts.CreateDate),
      version,
    });
  });
  return new Map(policies.map((policy) => [policy.arn, policy]));
}
