import type { ListSecretsCommandInput, ListSecretsCommandOutput } from "@aws-sdk/client-secrets-manager";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { page } from "../page.ts";
import { secretFilter } from "../secretFilter.ts";
import { inOrder } from "../secretOrder.ts";
import { shownSecret, versionsToStages } from "../shownSecret.ts";

/** Lists the secrets of the account in the region, oldest first; those scheduled for deletion only when asked for. */
export const listSecrets = operation<Input<ListSecretsCommandInput>, Output<ListSecretsCommandOutput>>({
  service: "secretsmanager",
  name: "ListSecrets",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html",
  readOnly: true,
  access: (context) => [accountAccess(context, "ListSecrets")],
  run: ({ state }, input) => {
    const accepts = secretFilter(input.Filters);
    const found = state.secretsmanager
      .all()
      .filter((secret) => (input.IncludePlannedDeletion === true || !secret.deletionDate) && accepts(secret));
    const { items, nextToken } = page(inOrder(found, input), ({ arn }) => arn, input);
    const entries = items.map((secret) => ({
      ...shownSecret(secret),
      SecretVersionsToStages: versionsToStages(secret),
    }));
    return { SecretList: entries, NextToken: nextToken };
  },
});
