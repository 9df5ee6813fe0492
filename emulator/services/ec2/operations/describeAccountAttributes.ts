import type {
  DescribeAccountAttributesCommandInput,
  DescribeAccountAttributesCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";

/** As a new account has them. Source: EC2 API Reference, DescribeAccountAttributes. */
const attributes: Readonly<Record<string, string>> = {
  "default-vpc": "none",
  "max-elastic-ips": "5",
  "max-instances": "20",
  "supported-platforms": "VPC",
  "vpc-max-elastic-ips": "5",
  "vpc-max-security-groups-per-interface": "5",
};

/** Shows what the account may have: Terraform asks for it. */
export const describeAccountAttributes = ec2Operation<
  Input<DescribeAccountAttributesCommandInput>,
  Output<DescribeAccountAttributesCommandOutput>
>({
  name: "DescribeAccountAttributes",
  readOnly: true,
  access: (context) => [accountAccess(context, "DescribeAccountAttributes")],
  run: (_context, { AttributeNames = [] }) => {
    const asked = Object.entries(attributes).filter(
      ([name]) => AttributeNames.length === 0 || AttributeNames.some((wanted) => wanted === name),
    );
    const AccountAttributes = asked.map(([AttributeName, AttributeValue]) => ({
      AttributeName,
      AttributeValues: [{ AttributeValue }],
    }));
    return { AccountAttributes };
  },
});
