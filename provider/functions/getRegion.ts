import * as z from "zod";
import { partitionOf } from "../aws/partition.ts";
import { REGION_NAMES } from "../aws/regionNames.ts";
import { providerFunction } from "../function.ts";
import { region } from "../resource.ts";

/** `aws.getRegion`: the region that is deployed to, or the one that is asked for. */
export const getRegion = providerFunction({
  token: "aws:index/getRegion:getRegion",
  inputs: { name: z.string().optional(), region },
  unsupported: ["endpoint", "id"],
  async answer(aws, { name }) {
    const asked = name ?? aws.region;
    return {
      description: REGION_NAMES[asked] ?? asked,
      endpoint: `ec2.${asked}.${partitionOf(asked).dnsSuffix}`,
      id: asked,
      name: asked,
      region: asked,
    };
  },
});
