import { ListGrantsCommand, RevokeGrantCommand } from "@aws-sdk/client-kms";
import type { Found } from "../../runner/inventory/found.ts";
import { isGone } from "../../runner/isGone.ts";
import { readRefusal } from "../../runner/readRefusal.ts";
import type { Session } from "../../scenarios/contract/session.ts";

/**
 * Revokes the grants on the keys of a sandbox: a key that somebody was granted counts as used, and whoever was granted it in a sandbox goes with it. Keys that
 * are hidden, or gone, are passed over.
 */
export async function revokeGrants({ kms }: Session, holdings: readonly Found[]): Promise<void> {
  for (const { kind, id: KeyId } of holdings) {
    if (kind !== "key") continue;
    try {
      const { Grants = [] } = await kms.send(new ListGrantsCommand({ KeyId }));
      for (const { GrantId } of Grants) await kms.send(new RevokeGrantCommand({ KeyId, GrantId }));
    } catch (error) {
      if (!isGone(error) && readRefusal(error)?.denial === undefined) throw error;
    }
  }
}
