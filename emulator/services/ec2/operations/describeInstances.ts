import type { DescribeInstancesCommandInput, DescribeInstancesCommandOutput } from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { noInstance } from "../noInstance.ts";

/** Lists instances: none, whatever the filters. */
export const describeInstances = ec2Operation<
  Input<DescribeInstancesCommandInput>,
  Output<DescribeInstancesCommandOutput>
>({
  name: "DescribeInstances",
  readOnly: true,
  access: (context) => [accountAccess(context, "DescribeInstances")],
  run: (_context, { InstanceIds: [first] = [] }) => {
    if (first !== undefined) throw noInstance(first);
    return { Reservations: [] };
  },
});
