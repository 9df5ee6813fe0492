import type { Instance } from "../instance.ts";
import type { Written } from "./afterAWhile.ts";

/** Everything that becomes visible after a while, as it is written. */
export function writtenThings(instance: Instance): Written {
  const accounts = instance.accounts();
  const users = accounts.flatMap(({ iam }) => iam.users.all());
  const roles = accounts.flatMap(({ iam }) => iam.roles.all());
  const identities = [...users, ...roles];
  const stores = accounts.flatMap(({ regions }) => [...regions.values()].map(({ kms }) => kms));
  const keys = stores.flatMap((kms) => kms.keys());
  return {
    credential: new Map(
      users.flatMap(({ accessKeys }) => {
        return [...accessKeys.keys()].flatMap((id) => {
          const credential = instance.credentials.find(id);
          return credential ? [[id, credential] as const] : [];
        });
      }),
    ),
    policies: new Map(
      identities.map((identity) => [identity.id, instance.account(identity.accountId).iam.writtenPolicies(identity)]),
    ),
    trustPolicy: new Map(roles.map((role) => [role.id, role.trustPolicy])),
    uniqueId: new Map(identities.map(({ arn, id }) => [arn, id])),
    keyPolicy: new Map(keys.map(({ arn, policy }) => [arn, policy])),
    grants: new Map(keys.map(({ arn, grants }) => [arn, [...grants.values()]])),
    aliasTarget: new Map(
      stores.flatMap((kms) => kms.aliases().map(({ name, targetKeyId }) => [kms.aliasArn(name), targetKeyId] as const)),
    ),
    aliasNames: new Map(keys.map(({ arn, aliasNames }) => [arn, [...aliasNames]])),
  };
}
