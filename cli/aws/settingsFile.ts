import { dirname, resolve } from "node:path";
import * as z from "zod";
import type { AwsServerOptions } from "../../targets/awsServer.ts";
import { policy, policyText, readYamlFile } from "./yamlFile.ts";

/** Policies by name, one record for each level, from the root of the organization down to the account. */
const levels = z.array(z.record(z.string(), policy)).min(1);

/** The public keys of an identity provider, as it publishes them. Source: RFC 7517, "JSON Web Key (JWK) Set Format". */
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

const account = z.strictObject({
  path: z
    .string()
    .regex(/^r-[a-z0-9]{4,32}(\/ou-[a-z0-9-]+)*$/, "A path is written as r-ab12/ou-ab12-11111111.")
    .optional(),
  serviceControlPolicies: levels.optional(),
  resourceControlPolicies: levels.optional(),
});

const settings = z.strictObject({
  organization: z
    .strictObject({
      id: z.string().regex(/^o-[a-z0-9]{10,32}$/, "An organization's id is written as o-exampleorgid."),
      accounts: z
        .record(z.string(), account)
        .refine(
          (accounts) => Object.keys(accounts).every((id) => /^\d{12}$/.test(id)),
          "An account is written as its 12 digits, in quotation marks.",
        ),
    })
    .optional(),
  vpcEndpoint: z
    .strictObject({
      id: z.string().startsWith("vpce-"),
      vpc: z.string().startsWith("vpc-"),
      policy: policy.optional(),
    })
    .optional(),
  issuers: z.record(z.url({ protocol: /^https$/ }), z.union([z.string(), keySet])).optional(),
});

const example = "docs/embedded-aws.md";

type StatedLevels = z.infer<typeof levels>;
type Levels = readonly Readonly<Record<string, string>>[];

/** What lies outside of the accounts. Policies are JSON texts. */
export type AwsSettings = Pick<AwsServerOptions, "organization" | "vpcEndpoint" | "issuers">;

/**
 * Reads the file of `keylab aws start --settings`: YAML or JSON. Policies in files of their own are named relative to it.
 *
 * @throws UserError that names the file, the place in it and what is expected there.
 */
export async function readSettingsFile(path: string): Promise<AwsSettings> {
  const { organization, vpcEndpoint, issuers } = await readYamlFile(path, settings, example);
  const folder = dirname(path);
  const textOf = (stated: z.infer<typeof policy>) => policyText(folder, stated);
  const keysOf = async ([issuer, stated]: readonly [string, string | z.infer<typeof keySet>]) => {
    if (typeof stated !== "string") return [issuer, stated] as const;
    const file = resolve(folder, stated);
    return [issuer, await readYamlFile(file, keySet, example)] as const;
  };
  return {
    organization: organization && {
      id: organization.id,
      accounts: Object.fromEntries(
        await Promise.all(
          Object.entries(organization.accounts).map(async ([accountId, account]) => {
            const serviceControlPolicies = await levelsOf(account.serviceControlPolicies, textOf);
            const resourceControlPolicies = await levelsOf(account.resourceControlPolicies, textOf);
            return [accountId, { path: account.path, serviceControlPolicies, resourceControlPolicies }] as const;
          }),
        ),
      ),
    },
    vpcEndpoint: vpcEndpoint && {
      ...vpcEndpoint,
      policy: vpcEndpoint.policy === undefined ? undefined : await textOf(vpcEndpoint.policy),
    },
    issuers: issuers && Object.fromEntries(await Promise.all(Object.entries(issuers).map(keysOf))),
  };
}

async function levelsOf(
  stated: StatedLevels | undefined,
  textOf: (stated: z.infer<typeof policy>) => Promise<string>,
): Promise<Levels | undefined> {
  if (!stated) return undefined;
  const named = (level: StatedLevels[number]) =>
    Promise.all(Object.entries(level).map(async ([name, document]) => [name, await textOf(document)] as const));
  return Promise.all(stated.map(async (level) => Object.fromEntries(await named(level))));
}
