import { PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import * as z from "zod";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";
import { statementOf, type NamedStatement } from "../namedStatement.ts";

/** What the new policy is made of. */
export interface PutKeyPolicyOptions<Name extends string> {
  /** The note that holds the policy to begin with; `getKeyPolicy` leaves it. Default: an empty policy. */
  readonly noted?: string;
  /** What the policy says, after what was noted. Default: nothing more. */
  readonly statements?: readonly NamedStatement<Name>[];
}

const keyPolicy = z.looseObject({ Statement: z.array(z.unknown()) });
const emptyPolicy = { Version: "2012-10-17", Statement: [] };

/** Replaces a key's policy. Yields nothing. */
export function putKeyPolicy<Key extends string, Name extends string = never>(
  key: Key,
  { noted, statements = [] }: PutKeyPolicyOptions<Name>,
): Action<Record<Key, EncryptionKeyOutputs> & Record<Name, { readonly arn: string }>> {
  const parts = [...(noted === undefined ? [] : [noted]), ...statements.map(({ Sid }) => `"${Sid}"`)];
  return {
    operation: "kms:PutKeyPolicy",
    attempt: `PutKeyPolicy ${key}: ${parts.join(" and ")}`,
    async perform(deployed, session) {
      const { arn } = deployed[key];
      const base = noted === undefined ? emptyPolicy : keyPolicy.parse(JSON.parse(session.notes.text(noted)));
      const added = statements.map((statement) => statementOf(statement, arn, deployed));
      const policy = { ...base, Statement: [...base.Statement, ...added] };
      const command = new PutKeyPolicyCommand({ KeyId: arn, Policy: JSON.stringify(policy) });
      return answer(await session.kms.send(command), undefined);
    },
  };
}
