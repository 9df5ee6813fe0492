import {
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  ListEntitiesForPolicyCommand,
  ListPolicyVersionsCommand,
} from "@aws-sdk/client-iam";
import type { Session } from "../../../scenarios/contract/session.ts";

/** Deletes a managed policy with its versions, and takes it away from whoever has it. */
export async function removePolicy({ iam }: Session, PolicyArn: string): Promise<void> {
  const { PolicyUsers = [], PolicyRoles = [] } = await iam.send(new ListEntitiesForPolicyCommand({ PolicyArn }));
  for (const { UserName } of PolicyUsers) await iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn }));
  for (const { RoleName } of PolicyRoles) await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
  const { Versions = [] } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn }));
  for (const { VersionId, IsDefaultVersion } of Versions) {
    if (IsDefaultVersion !== true) await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId }));
  }
  await iam.send(new DeletePolicyCommand({ PolicyArn }));
}
