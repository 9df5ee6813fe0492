import { paginateGetResources } from "@aws-sdk/client-resource-groups-tagging-api";
import { foundOf, keyOfFound } from "../../runner/inventory/found.ts";
import type { Session } from "../../scenarios/contract/session.ts";
import { studentTag } from "../blueprint/studentBoundary.ts";

/** Whose tag everything in a region carries that the tagging API knows: pseudonyms by the keys of what was found. */
export async function taggedByStudents({ tagging: client, region }: Session): Promise<ReadonlyMap<string, string>> {
  const tagged = new Map<string, string>();
  const TagFilters = [{ Key: studentTag }];
  for await (const page of paginateGetResources({ client }, { TagFilters })) {
    for (const { ResourceARN = "", Tags = [] } of page.ResourceTagMappingList ?? []) {
      const found = foundOf(ResourceARN, region);
      const pseudonym = Tags.find(({ Key }) => Key === studentTag)?.Value;
      if (found && pseudonym !== undefined) tagged.set(keyOfFound(found), pseudonym);
    }
  }
  return tagged;
}
