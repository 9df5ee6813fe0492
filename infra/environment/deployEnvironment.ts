import * as pulumi from "@pulumi/pulumi";

import { callerArn } from "../callerArn.ts";
import type { Environment } from "./readEnvironment.ts";
import type { UnprivilegedUser } from "../unprivilegedUser.ts";
import { Workshop } from "../workshop.ts";

/**
 * Deploys an environment: one `Workshop`. Whoever deploys manages and uses the key, unless the configuration names others.
 *
 * @returns the outputs of the stack: what a person needs to work with the environment. Credentials are Pulumi secrets,
 * one by one.
 */
export function deployEnvironment({ key, table, secret, users, tags }: Environment) {
  const caller = callerArn();
  const workshop = new Workshop("workshop", {
    key: { ...key, administrators: key.administrators ?? [caller], users: key.users ?? [caller] },
    table,
    secret: secret && { ...secret, secretString: pulumi.secret(secret.secretString) },
    users,
    tags,
  });
  // Parts that the environment lacks are left out: Pulumi warns of outputs that are undefined.
  return {
    key: { arn: workshop.key.arn, alias: workshop.key.aliasName },
    ...(workshop.table && { table: { name: workshop.table.tableName, arn: workshop.table.arn } }),
    ...(workshop.secret && { secret: { name: workshop.secret.name, arn: workshop.secret.arn } }),
    users: Object.fromEntries(Object.entries(workshop.users).map(([name, user]) => [name, credentialsOf(user)])),
  };
}

function credentialsOf(user: UnprivilegedUser) {
  return {
    arn: user.arn,
    accessKeyId: user.accessKeyId,
    secretAccessKey: user.secretAccessKey,
    ...(user.password && { password: user.password, signInUrl: user.signInUrl }),
  };
}
