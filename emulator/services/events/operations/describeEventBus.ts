import type { DescribeEventBusCommandInput, DescribeEventBusCommandOutput } from "@aws-sdk/client-eventbridge";
import { operation, type Input, type Output } from "../../../operation.ts";
import { busAccess, checkBus } from "../ruleAccess.ts";

/** Shows the default event bus, which every region has. */
export const describeEventBus = operation<Input<DescribeEventBusCommandInput>, Output<DescribeEventBusCommandOutput>>({
  service: "events",
  name: "DescribeEventBus",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html",
  readOnly: true,
  access: (context, { Name }) => [busAccess(context, "DescribeEventBus", Name)],
  run: (context, { Name }) => {
    checkBus(context, Name);
    return { Name: "default", Arn: busAccess(context, "").resource.arn };
  },
});
