import { partitionOf } from "../aws/partition.ts";
import { providerFunction } from "../function.ts";

/** `aws.getPartition`: the part of AWS that is deployed to, e.g. `aws` or `aws-cn`. */
export const getPartition = providerFunction({
  token: "aws:index/getPartition:getPartition",
  inputs: {},
  unsupported: ["id"],
  async answer(aws) {
    const partition = partitionOf(aws.region);
    return { ...partition, id: partition.partition };
  },
});
