import type { CloudTrailEvent } from "../../audit/cloudTrailEvent.ts";
import { selects } from "./selects.ts";
import type { Trail } from "./trail.ts";

/** Services whose events are not of any region. Source: CloudTrail User Guide, "About global service events". */
const globalSources = ["iam.amazonaws.com", "cloudfront.amazonaws.com"];

/**
 * Whether a trail records an event: of its region or, if it is a multi-region trail, of any; of global services only where
 * it includes them.
 */
export function records(trail: Trail, event: CloudTrailEvent): boolean {
  const { isMultiRegion, includesGlobalServiceEvents } = trail.settings;
  if (!trail.isLogging || (!isMultiRegion && trail.homeRegion !== event.awsRegion)) return false;
  if (!includesGlobalServiceEvents && globalSources.includes(event.eventSource)) return false;
  return selects(trail.selectors, event);
}
