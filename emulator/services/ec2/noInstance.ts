import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";

/** What EC2 answers of an instance that there is not: here there are none. Words of AWS's own, but for their end. */
export function noInstance(id: string): AwsError {
  return new AwsError(
    "InvalidInstanceID.NotFound",
    `The instance ID '${id}' does not exist. The embedded EC2 has volumes and snapshots, but no instances.`,
  );
}

/** The permission for an operation on an instance. */
export function instanceAccess({ accountId, region }: CallContext, operationName: string, id: string): NeededAccess {
  return {
    action: `ec2:${operationName}`,
    resource: { arn: `arn:aws:ec2:${region}:${accountId}:instance/${id}`, accountId, policyIsRequired: false },
    conditions: { "ec2:Region": region, "ec2:InstanceID": id },
  };
}
