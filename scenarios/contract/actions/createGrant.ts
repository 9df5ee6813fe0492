import { CreateGrantCommand, type GrantOperation } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** What a grant gives, and what it leaves. */
export interface CreateGrantOptions<Retiring extends string> {
  readonly operations: readonly GrantOperation[];
  /** Pairs that an encryption context must have, among others, for the grant to count. Default: any context, and none. */
  readonly encryptionContextSubset?: Readonly<Record<string, string>>;
  /** Who may give the grant up. Default: nobody but the account that made it. */
  readonly retiringPrincipal?: Retiring;
  /** The note that the grant becomes: its id under `<note>.id`, its token under `<note>.token`. Default: none. */
  readonly noteAs?: string;
}

/** Gives somebody the use of a key without a policy. Yields nothing; the grant can be noted. */
export function createGrant<Key extends string, Grantee extends string, Retiring extends string = never>(
  key: Key,
  granteePrincipal: Grantee,
  { operations, encryptionContextSubset, retiringPrincipal, noteAs }: CreateGrantOptions<Retiring>,
): Action<Record<Key, EncryptionKeyOutputs> & Record<Grantee | Retiring, { readonly arn: string }>> {
  return {
    operation: "kms:CreateGrant",
    attempt: `CreateGrant ${key} to ${granteePrincipal}: ${operations.join(", ")}`,
    async perform(deployed, session) {
      const command = new CreateGrantCommand({
        KeyId: deployed[key].arn,
        GranteePrincipal: deployed[granteePrincipal].arn,
        RetiringPrincipal: retiringPrincipal === undefined ? undefined : deployed[retiringPrincipal].arn,
        Operations: [...operations],
        Constraints: encryptionContextSubset && { EncryptionContextSubset: encryptionContextSubset },
      });
      const output = await session.kms.send(command);
      if (noteAs !== undefined) {
        session.notes.write(`${noteAs}.id`, output.GrantId);
        session.notes.write(`${noteAs}.token`, output.GrantToken);
      }
      return answer(output, undefined);
    },
  };
}
