import type { SortedPage } from "../../sortedPage.ts";
import { invalidParameter } from "./invalidParameter.ts";
import { page } from "./page.ts";
import type { TaggedResource } from "./taggedResources.ts";

/** How a request asks for one page of resources. */
export interface ResourcesPageRequest {
  readonly ResourcesPerPage?: number;
  readonly TagsPerPage?: number;
  readonly PaginationToken?: string;
}

/**
 * One page of resources, in the order of their ARNs, which is none of AWS's. Throws InvalidParameterException.
 * Source of the limits: Resource Groups Tagging API Reference, GetResources; what AWS does without a limit is not said there.
 */
export function pageOfResources(
  all: readonly TaggedResource[],
  { ResourcesPerPage = 100, TagsPerPage = Infinity, PaginationToken: token }: ResourcesPageRequest,
): SortedPage<TaggedResource> {
  checkLimit("ResourcesPerPage", ResourcesPerPage, 1, 100);
  if (TagsPerPage !== Infinity) checkLimit("TagsPerPage", TagsPerPage, 100, 500);
  const ask = (size: number) => page(all, ({ arn }) => arn, { size, token });
  const longest = ask(ResourcesPerPage);
  const fitting = fittingInto(TagsPerPage, longest.items);
  return fitting < longest.items.length ? ask(fitting) : longest;
}

function checkLimit(name: string, value: number, minimum: number, maximum: number): void {
  if (value >= minimum && value <= maximum) return;
  throw invalidParameter(`${name} must be between ${minimum} and ${maximum}, not ${value}.`);
}

/** How many of the resources have no more tags together. A resource without tags counts as one with one tag. */
function fittingInto(tagsPerPage: number, resources: readonly TaggedResource[]): number {
  let left = tagsPerPage;
  const firstTooMuch = resources.findIndex(({ tags }) => (left -= Math.max(tags.size, 1)) < 0);
  return firstTooMuch === -1 ? resources.length : firstTooMuch;
}
