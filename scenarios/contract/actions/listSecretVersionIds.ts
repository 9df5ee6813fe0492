import { paginateListSecretVersionIds } from "@aws-sdk/client-secrets-manager";
import type { EncryptedSecretOutputs } from "../../../infra/encryptedSecret.ts";
import type { Action, Answer } from "../action.ts";

/** Lists the versions of a secret that have a staging label. Yields the labels, in the order of the alphabet. */
export function listSecretVersionIds<Secret extends string>(
  secret: Secret,
): Action<Record<Secret, EncryptedSecretOutputs>> {
  return {
    operation: "secretsmanager:ListSecretVersionIds",
    attempt: `ListSecretVersionIds ${secret}`,
    async perform(deployed, session) {
      const pages = paginateListSecretVersionIds(
        { client: session.secretsmanager },
        { SecretId: deployed[secret].arn },
      );
      const labels: string[] = [];
      let answered: Answer = { requestId: undefined, yielded: labels };
      for await (const page of pages) {
        labels.push(...(page.Versions ?? []).flatMap(({ VersionStages = [] }) => VersionStages));
        answered = { requestId: page.$metadata.requestId, yielded: labels.toSorted() };
      }
      return answered;
    },
  };
}
