import type { Instance } from "../instance.ts";
import type { PrincipalResolver } from "./policy.ts";

/** Finds users and roles of every account: policies and grants are tied to their unique ids. */
export function principalResolver(instance: Instance): PrincipalResolver {
  return (arn) => {
    const accountId = /^arn:aws:iam::(\d{12}):/.exec(arn)?.[1];
    return accountId === undefined ? undefined : instance.findAccount(accountId)?.iam.uniqueIdOf(arn);
  };
}
