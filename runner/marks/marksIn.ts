import { ListPolicyTagsCommand, ListRoleTagsCommand, ListUserTagsCommand, type Tag } from "@aws-sdk/client-iam";
import { paginateGetResources } from "@aws-sdk/client-resource-groups-tagging-api";
import type { Session } from "../../scenarios/contract/session.ts";
import { isGone } from "../isGone.ts";
import { isUnknownService } from "./isUnknownService.ts";
import { foundOf, keyOfFound, type Found } from "../inventory/found.ts";
import { readMark, runTag, type Mark } from "./mark.ts";

/** Marks by the key of what carries them. */
export type Marks = ReadonlyMap<string, Mark>;

/**
 * The marks of what is there in one region. Most services tell through the tagging API. IAM tells of each user, role and policy
 * alone: it is asked for those that are given. Where there is no tagging API, only IAM is asked.
 *
 * @param run of whose marks; default: all
 */
export async function marksIn(session: Session, identities: readonly Found[], run?: string): Promise<Marks> {
  const [tagged, ofIdentities] = await Promise.all([
    fromTaggingApi(session, run),
    Promise.all(identities.map(async (found) => [keyOfFound(found), await markOfIdentity(session, found)] as const)),
  ]);
  const marks = new Map(tagged);
  for (const [key, mark] of ofIdentities) {
    if (mark && (run === undefined || mark.run === run)) marks.set(key, mark);
  }
  return marks;
}

async function fromTaggingApi({ tagging: client, region }: Session, run?: string): Promise<[string, Mark][]> {
  const marks: [string, Mark][] = [];
  const TagFilters = [{ Key: runTag, Values: run === undefined ? undefined : [run] }];
  try {
    for await (const page of paginateGetResources({ client }, { TagFilters })) {
      for (const { ResourceARN = "", Tags = [] } of page.ResourceTagMappingList ?? []) {
        const found = foundOf(ResourceARN, region);
        const mark = markIn(Tags);
        if (found && mark) marks.push([keyOfFound(found), mark]);
      }
    }
  } catch (error) {
    // Whoever missed the marks for any other reason would call clean what is not.
    if (!isUnknownService(error)) throw error;
  }
  return marks;
}

/** Nothing of somebody who is gone by now. */
async function markOfIdentity({ iam }: Session, { kind, id }: Found): Promise<Mark | undefined> {
  try {
    if (kind === "user") return markIn((await iam.send(new ListUserTagsCommand({ UserName: id }))).Tags);
    if (kind === "role") return markIn((await iam.send(new ListRoleTagsCommand({ RoleName: id }))).Tags);
    if (kind === "policy") return markIn((await iam.send(new ListPolicyTagsCommand({ PolicyArn: id }))).Tags);
    return undefined;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

function markIn(tags: readonly Partial<Tag>[] = []): Mark | undefined {
  return readMark(Object.fromEntries(tags.map(({ Key = "", Value = "" }) => [Key, Value])));
}
