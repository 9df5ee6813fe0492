import type { ListSecretsCommandInput, ListSecretsCommandOutput } from "@aws-sdk/client-secrets-manager";
import { operation, type Input, type Output } from "../../../operation.ts";
import { page } from "../page.ts";
import { secretFilter } from "../secretFilter.ts";
import { shownSecret, versionsToStages } from "../shownSecret.ts";

/** Lists the secrets of the account in the region, oldest first; those scheduled for deletion only when asked for. */
export const listSecrets = operation<Input<ListSecretsCommandInput>, Output<ListSecretsCommandOutput>>({
  service: "secretsmanager",
  name: "ListSecrets",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html",
  readOnly: true,
  unsupported: ["SortBy"],
  access: ({ accountId }) => [
    { action: "secretsmanager:ListSecrets", resource: { arn: "*", shownAs: "", accountId, policyIsRequired: false } },
  ],
  run: ({ state }, input) => {
    const accepts = secretFilter(input.Filters);
    const found = state.secretsmanager
      .all()
      .filter((secret) => (input.IncludePlannedDeletion ?? !secret.deletionDate) && accepts(secret));
    const ordered = input.SortOrder === "desc" ? found.reverse() : found;
    const { items, nextToken } = page(ordered, ({ arn }) => arn, input);
    const entries = items.map((secret) => ({
      ...shownSecret(secret),
      SecretVersionsToStages: versionsToStages(secret),
    }));
    return { SecretList: entries, NextToken: nextToken };
  },
});
