import { ListAccessKeysCommand, UpdateAccessKeyCommand } from "@aws-sdk/client-iam";
import { isGone } from "../../runner/isGone.ts";
import type { Session } from "../../scenarios/contract/session.ts";

/** Switches all access keys of users off or on. Users who are gone are passed over. */
export async function switchAccessKeys(
  { iam }: Session,
  userNames: readonly string[],
  Status: "Active" | "Inactive",
): Promise<void> {
  for (const UserName of userNames) {
    try {
      const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName }));
      for (const { AccessKeyId } of AccessKeyMetadata) {
        await iam.send(new UpdateAccessKeyCommand({ UserName, AccessKeyId, Status }));
      }
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}
