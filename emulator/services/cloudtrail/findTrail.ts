import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Instance } from "../../instance.ts";
import type { Trail } from "./trail.ts";
import { trailArn } from "./trailArn.ts";

/** All trails of an account, whatever their home region. */
export function trailsOf(instance: Instance, accountId: string): readonly Trail[] {
  const regions = instance.findAccount(accountId)?.regions.values() ?? [];
  return [...regions].flatMap(({ cloudtrail }) => cloudtrail.all());
}

/** The trails that a region shows: its own, and the shadows of other regions' multi-region trails. */
export function trailsShownIn({ instance, accountId, region }: CallContext): readonly Trail[] {
  return trailsOf(instance, accountId).filter(
    ({ homeRegion, settings }) => homeRegion === region || settings.isMultiRegion,
  );
}

/** A trail by name or ARN, as a region shows it. Throws TrailNotFoundException. */
export function findTrail(context: CallContext, nameOrArn: string): Trail {
  const arn = trailArn(context, nameOrArn);
  const found = trailsShownIn(context).find((trail) => trail.arn === arn || trail.name === nameOrArn);
  if (found) return found;
  throw new AwsError("TrailNotFoundException", `Unknown trail: ${arn} for the user: ${context.accountId}`);
}

/** A trail that is to be changed. Throws TrailNotFoundException, and InvalidHomeRegionException outside of its home region. */
export function findTrailAtHome(context: CallContext, nameOrArn: string): Trail {
  const trail = findTrail(context, nameOrArn);
  if (trail.homeRegion === context.region) return trail;
  throw new AwsError(
    "InvalidHomeRegionException",
    `The trail ${trail.arn} can only be changed in its home region, ${trail.homeRegion}.`,
  );
}
