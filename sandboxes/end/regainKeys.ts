import { DescribeKeyCommand } from "@aws-sdk/client-kms";
import { DeleteRolePermissionsBoundaryCommand, PutUserPermissionsBoundaryCommand } from "@aws-sdk/client-iam";
import type { Found } from "../../runner/inventory/found.ts";
import { isGone } from "../../runner/isGone.ts";
import { readRefusal } from "../../runner/readRefusal.ts";
import { letIn } from "../../runner/sweep/remove/letIn.ts";
import type { Session } from "../../scenarios/contract/session.ts";

/**
 * Gets back the keys of a sandbox whose policies shut everybody out but the sandbox's own users and roles: acts as them, who are removed afterwards anyway.
 *
 * @param holdings of the sandbox
 */
export async function regainKeys(session: Session, holdings: readonly Found[]): Promise<void> {
  const hidden: Found[] = [];
  for (const key of holdings) if (key.kind === "key" && (await isHidden(session, key.id))) hidden.push(key);
  if (hidden.length === 0) return;
  const owners = holdings.filter(({ kind }) => kind === "user" || kind === "role");
  for (const owner of owners) await unbind(session, owner);
  for (const key of hidden) {
    await letIn(
      session,
      key.id,
      owners.map(({ item }) => item),
    );
  }
}

async function isHidden({ kms }: Session, KeyId: string): Promise<boolean> {
  try {
    await kms.send(new DescribeKeyCommand({ KeyId }));
    return false;
  } catch (error) {
    if (readRefusal(error)?.denial) return true;
    throw error;
  }
}

/**
 * What a key policy allows to an IAM user directly, a boundary that says nothing of it leaves (IAM User Guide, "Permissions boundaries for IAM
 * entities"): what it must not do is deny, as that of a sandbox does after the end. To a role it must allow it.
 */
async function unbind({ iam }: Session, { kind, id }: Found): Promise<void> {
  const unbound =
    kind === "role"
      ? iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName: id }))
      : iam.send(new PutUserPermissionsBoundaryCommand({ UserName: id, PermissionsBoundary: almostNothing }));
  await unbound.catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}

/** Allows users to change their password. */
const almostNothing = "arn:aws:iam::aws:policy/IAMUserChangePassword";
