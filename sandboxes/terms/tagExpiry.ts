import {
  ListPolicyTagsCommand,
  ListRoleTagsCommand,
  ListUserTagsCommand,
  TagPolicyCommand,
  TagRoleCommand,
  TagUserCommand,
  type Tag,
} from "@aws-sdk/client-iam";
import { TagResourcesCommand, paginateGetResources } from "@aws-sdk/client-resource-groups-tagging-api";
import { foundOf, keyOfFound, type Found } from "../../runner/inventory/found.ts";
import { isGone } from "../../runner/isGone.ts";
import type { Session } from "../../scenarios/contract/session.ts";
import { expiryTag } from "../blueprint/expiryTag.ts";

/** As many ARNs as TagResources takes. Source: Resource Groups Tagging API Reference. */
const atATime = 20;

/**
 * Renews when things of a sandbox expire, where a tag says so: what the student has made without one stays without. What is gone meanwhile, and what its own
 * policy lets nobody tag, is passed over: the tag is for people, and ends nothing.
 *
 * @param holdings of the sandbox: nothing else is touched
 * @param until ISO 8601
 */
export async function tagExpiry(session: Session, holdings: readonly Found[], until: string): Promise<void> {
  for (const found of holdings) await tagPrincipal(session, found, until);
  const own = new Set(holdings.map(keyOfFound));
  const arns = (await taggedArns(session)).filter((arn) => {
    const found = foundOf(arn, session.region);
    return found !== undefined && !isOfIam(found) && own.has(keyOfFound(found));
  });
  for (let from = 0; from < arns.length; from += atATime) {
    const ResourceARNList = arns.slice(from, from + atATime);
    await session.tagging.send(new TagResourcesCommand({ ResourceARNList, Tags: { [expiryTag]: until } }));
  }
}

/** Everything in the region whose tag says when it expires. */
async function taggedArns({ tagging: client }: Session): Promise<string[]> {
  const arns: string[] = [];
  for await (const page of paginateGetResources({ client }, { TagFilters: [{ Key: expiryTag }] })) {
    arns.push(...(page.ResourceTagMappingList ?? []).flatMap(({ ResourceARN }) => ResourceARN ?? []));
  }
  return arns;
}

function isOfIam({ kind }: Found): boolean {
  return kind === "user" || kind === "role" || kind === "policy";
}

/** What IAM has is not tagged by the tagging API. */
async function tagPrincipal({ iam }: Session, { kind, id }: Found, Value: string): Promise<void> {
  const Tags = [{ Key: expiryTag, Value }];
  try {
    if (kind === "user") {
      const before = await iam.send(new ListUserTagsCommand({ UserName: id }));
      if (isTagged(before)) await iam.send(new TagUserCommand({ UserName: id, Tags }));
    } else if (kind === "role") {
      const before = await iam.send(new ListRoleTagsCommand({ RoleName: id }));
      if (isTagged(before)) await iam.send(new TagRoleCommand({ RoleName: id, Tags }));
    } else if (kind === "policy") {
      const before = await iam.send(new ListPolicyTagsCommand({ PolicyArn: id }));
      if (isTagged(before)) await iam.send(new TagPolicyCommand({ PolicyArn: id, Tags }));
    }
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Nothing has more tags than one answer holds: IAM allows 50. */
function isTagged({ Tags = [] }: { readonly Tags?: readonly Tag[] }): boolean {
  return Tags.some(({ Key }) => Key === expiryTag);
}
