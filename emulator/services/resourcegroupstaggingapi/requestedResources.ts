import type { GetResourcesCommandInput } from "@aws-sdk/client-resource-groups-tagging-api";
import type { CallContext } from "../../callContext.ts";
import type { Input } from "../../operation.ts";
import { invalidParameter } from "./invalidParameter.ts";
import { taggedResources, type TaggedResource } from "./taggedResources.ts";

type Request = Input<GetResourcesCommandInput>;

/**
 * The resources that a request asks for. Throws InvalidParameterException. Source of the rules: Resource Groups Tagging API
 * Reference, GetResources; the wordings are not recorded anywhere.
 */
export function requestedResources(context: CallContext, input: Request): TaggedResource[] {
  const { ResourceARNList: arns, TagFilters: filters = [], ResourceTypeFilters: types = [] } = input;
  const all = taggedResources(context);
  if (arns) {
    checkAlone(input);
    return all.filter(({ arn }) => arns.includes(arn));
  }
  const wanted = filters.map(({ Key, Values = [] }) => ({ key: keyOf(Key), values: Values }));
  return all.filter(
    ({ type, tags }) =>
      (types.length === 0 || types.some((one) => type === one || type.startsWith(`${one}:`))) &&
      wanted.every(({ key, values }) => isTagged(tags, key, values)),
  );
}

const excluded = ["TagFilters", "ResourceTypeFilters", "ResourcesPerPage", "TagsPerPage", "PaginationToken"] as const;

function checkAlone(input: Request): void {
  const other = excluded.find((name) => input[name] !== undefined);
  if (other === undefined) return;
  throw invalidParameter(`ResourceARNList and ${other} exclude each other: leave one of them out.`);
}

function keyOf(key: string | undefined): string {
  if (key === undefined) throw invalidParameter("Each of the TagFilters needs a Key.");
  return key;
}

function isTagged(tags: ReadonlyMap<string, string>, key: string, values: readonly string[]): boolean {
  const value = tags.get(key);
  return value !== undefined && (values.length === 0 || values.includes(value));
}
