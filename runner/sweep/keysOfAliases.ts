import { paginateListAliases } from "@aws-sdk/client-kms";
import type { Session } from "../../scenarios/contract/session.ts";
import { foundOf, keyOfFound } from "../inventory/found.ts";

/** Which key each alias in a region leads to, both by the keys of what was found. */
export async function keysOfAliases({ kms: client, region }: Session): Promise<ReadonlyMap<string, string>> {
  const aliased = new Map<string, string>();
  for await (const { Aliases = [] } of paginateListAliases({ client }, {})) {
    for (const { AliasArn = "", TargetKeyId } of Aliases) {
      const alias = foundOf(AliasArn, region);
      const key = foundOf(AliasArn.replace(/:alias\/.*$/, `:key/${TargetKeyId ?? ""}`), region);
      if (alias && key) aliased.set(keyOfFound(alias), keyOfFound(key));
    }
  }
  return aliased;
}
