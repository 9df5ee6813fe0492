import {
  GetAccountPasswordPolicyCommand,
  NoSuchEntityException,
  paginateListPolicies,
  paginateListRoles,
  paginateListUsers,
} from "@aws-sdk/client-iam";
import type { Session } from "../../scenarios/contract/session.ts";
import { collect } from "./collect.ts";

/** Users, roles and policies of the customer, and the account's password policy. */
export async function identities(session: Session): Promise<string[]> {
  const lists = await Promise.all([users(session), roles(session), policies(session), passwordPolicy(session)]);
  return lists.flat();
}

/** All users. */
export async function users({ iam: client }: Session): Promise<string[]> {
  return collect(paginateListUsers({ client }, {}), (page) => page.Users?.map(({ Arn }) => Arn));
}

/** All roles. */
export async function roles({ iam: client }: Session): Promise<string[]> {
  return collect(paginateListRoles({ client }, {}), (page) => page.Roles?.map(({ Arn }) => Arn));
}

/** Policies of the customer. */
export async function policies({ iam: client }: Session): Promise<string[]> {
  return collect(paginateListPolicies({ client }, { Scope: "Local" }), (page) => page.Policies?.map(({ Arn }) => Arn));
}

/** An account has none until it sets one. */
async function passwordPolicy({ iam }: Session): Promise<string[]> {
  try {
    await iam.send(new GetAccountPasswordPolicyCommand({}));
    return ["account password policy"];
  } catch (error) {
    if (error instanceof NoSuchEntityException) return [];
    throw error;
  }
}
