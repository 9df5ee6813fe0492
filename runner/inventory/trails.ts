import { paginateListTrails } from "@aws-sdk/client-cloudtrail";
import type { Session } from "../../scenarios/contract/session.ts";
import { collect } from "./collect.ts";

/** Trails of CloudTrail. */
export async function trails({ cloudtrail: client }: Session): Promise<string[]> {
  return collect(paginateListTrails({ client }, {}), (page) => page.Trails?.map(({ TrailARN }) => TrailARN));
}
