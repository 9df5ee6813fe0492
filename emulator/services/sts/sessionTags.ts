import { requestTags } from "../../authorization/conditions/requestTags.ts";
import { AwsError } from "../../awsError.ts";
import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import type { Principal } from "../../principal.ts";
import { newTags, type StatedTag } from "../iam/tags.ts";

/** The tags that a request states for a new session. */
export interface StatedSessionTags {
  readonly Tags?: readonly StatedTag[];
  readonly TransitiveTagKeys?: readonly string[];
}

/** The tags of a new session: those that it is started with, and those that it hands on. */
export interface SessionTags {
  readonly tags: ReadonlyMap<string, string>;
  readonly transitiveTags: ReadonlyMap<string, string>;
}

/**
 * The tags of a session that somebody starts; a session hands its transitive tags on, and they cannot be changed on the way.
 * Throws InvalidInput, LimitExceeded or ValidationError. Source: IAM User Guide, "Pass session tags in AWS STS".
 */
export function sessionTags(starter: Principal, { Tags = [], TransitiveTagKeys = [] }: StatedSessionTags): SessionTags {
  const stated = newTags(Tags);
  const inherited = (starter.kind === "role session" ? starter.transitiveTags : undefined) ?? new Map<string, string>();
  const inheritedKeys = new Set([...inherited.keys()].map((key) => key.toLowerCase()));
  if ([...stated.keys()].some((key) => inheritedKeys.has(key.toLowerCase()))) {
    throw new AwsError(
      "ValidationError",
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  }
  const transitive = TransitiveTagKeys.map((key) => {
    const value = stated.get(key);
    if (value !== undefined) return [key, value] as const;
    throw new AwsError("ValidationError", "The specified transitive tag key must be included in the requested tags.");
  });
  return {
    tags: new Map([...inherited, ...stated]),
    transitiveTags: new Map([...inherited, ...transitive]),
  };
}

/** The condition keys of a request that states session tags. */
export function sessionTagConditions({ Tags, TransitiveTagKeys }: StatedSessionTags): ConditionValues {
  return { ...requestTags(Tags), "sts:TransitiveTagKeys": TransitiveTagKeys };
}
