import { paginateListSecrets } from "@aws-sdk/client-secrets-manager";
import type { Session } from "../../scenarios/contract/session.ts";
import { collect } from "./collect.ts";

/** Secrets, those included that are about to be deleted. */
export async function secrets({ secretsmanager: client }: Session): Promise<string[]> {
  const pages = paginateListSecrets({ client }, { IncludePlannedDeletion: true });
  return collect(pages, (page) => page.SecretList?.map(({ ARN }) => ARN));
}
