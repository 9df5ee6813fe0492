import { dirname } from "node:path";
import * as z from "zod";
import type { AwsServerOptions } from "../../targets/awsServer.ts";
import { policy, policyText, readYamlFile } from "./yamlFile.ts";

/**
 * Reads the file of `keylab aws start --seed`: YAML or JSON. Policies in files of their own are named relative to it.
 *
 * @throws UserError that names the file, the place in it and what is expected there.
 */
export async function readSeedFile(path: string): Promise<NonNullable<AwsServerOptions["seed"]>> {
  return readYamlFile(path, seedShape(dirname(path)), "docs/operating.md");
}

function seedShape(folder: string) {
  const document = policy.transform((stated) => policyText(folder, stated));
  const names = z.array(z.string());
  const tags = z.record(z.string(), z.string()).optional();
  const policies = { policies: named(document), managedPolicies: names.optional() };
  const identity = { ...policies, permissionsBoundary: z.string().optional(), tags };
  const accessKey = z.strictObject({ id: z.string().optional(), secret: z.string().optional() });
  const user = { ...identity, groups: names.optional(), accessKeys: z.array(accessKey).optional() };
  const key = {
    description: z.string().optional(),
    policy: document.optional(),
    administrators: names.optional(),
    users: names.optional(),
    rotation: z.boolean().optional(),
    tags,
  };
  const secret = {
    value: z.string(),
    description: z.string().optional(),
    encryption: z.string().optional(),
    policy: document.optional(),
    tags,
  };
  const account = z.strictObject({
    region: z.string().optional(),
    managedPolicies: named(document),
    groups: named(z.strictObject(policies)),
    users: named(z.strictObject(user)),
    roles: named(z.strictObject({ ...identity, trustPolicy: document })),
    keys: named(z.strictObject(key)),
    tables: named(table),
    secrets: named(z.strictObject(secret)),
  });
  return z.strictObject({
    accounts: z
      .record(z.string(), account)
      .refine(
        (accounts) => Object.keys(accounts).every((id) => /^\d{12}$/.test(id)),
        "An account is written as its 12 digits, in quotation marks.",
      ),
  });
}

const attribute = z.strictObject({ name: z.string(), type: z.enum(["S", "N", "B"]).optional() });

const table = z.strictObject({
  partitionKey: attribute,
  sortKey: attribute.optional(),
  encryption: z.string().optional(),
  items: z.array(z.record(z.string(), z.unknown())).optional(),
  tags: z.record(z.string(), z.string()).optional(),
});

function named<Shape extends z.ZodType>(shape: Shape) {
  return z.record(z.string(), shape).optional();
}
