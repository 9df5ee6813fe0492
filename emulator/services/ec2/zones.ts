import type { AvailabilityZone } from "@aws-sdk/client-ec2";
import { AwsError } from "../../awsError.ts";

/** An Availability Zone: which id a name stands for differs between accounts on AWS, and is the same for all here. */
export interface Zone {
  readonly name: string;
  readonly id: string;
}

/** How ids of zones shorten the directions in names of regions. */
const directions: Readonly<Record<string, string>> = {
  central: "c",
  east: "e",
  north: "n",
  northeast: "ne",
  south: "s",
  southeast: "se",
  west: "w",
};

/** The three zones that each region has here: `us-east-1a` is `use1-az1`. */
export function zonesOf(region: string): Zone[] {
  const [area = "", direction = "", number = ""] = region.split("-");
  const short = `${area}${directions[direction] ?? direction}${number}`;
  return ["a", "b", "c"].map((letter, index) => ({ name: `${region}${letter}`, id: `${short}-az${index + 1}` }));
}

/** The zone of a region with this name, or with this id. Throws InvalidZone.NotFound. */
export function findZone(region: string, nameOrId: string): Zone {
  const found = zonesOf(region).find(({ name, id }) => name === nameOrId || id === nameOrId);
  if (found) return found;
  throw new AwsError("InvalidZone.NotFound", `The zone '${nameOrId}' does not exist.`);
}

export function shownZone(region: string, { name, id }: Zone): AvailabilityZone {
  return {
    OptInStatus: "opt-in-not-required",
    Messages: [],
    RegionName: region,
    ZoneName: name,
    ZoneId: id,
    GroupName: `${region}-zg-1`,
    NetworkBorderGroup: region,
    ZoneType: "availability-zone",
    State: "available",
  };
}
