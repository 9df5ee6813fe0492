import { AwsError } from "../../awsError.ts";
import type { Operation } from "../../operation.ts";

/** What every request to EC2 may ask for: whether it would be allowed, and nothing else. */
interface DryRunInput {
  readonly DryRun?: boolean;
}

/** An operation of EC2 but for what all of them have in common. */
type Record<Input, Output extends object> = Omit<Operation<Input, Output>, "service" | "documentation">;

/**
 * An operation of EC2: a dry run ends with DryRunOperation once the caller's permissions have been found sufficient.
 * Source: EC2 API Reference, `DryRun` in all requests; the message is seen in the issues of AWS's clients.
 */
export function ec2Operation<Input extends DryRunInput, Output extends object>(
  record: Record<Input, Output>,
): Operation<Input, Output> {
  return {
    ...record,
    service: "ec2",
    documentation: `https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_${record.name}.html`,
    run: (context, input, found) => {
      if (!input.DryRun) return record.run(context, input, found);
      throw new AwsError("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", { status: 412 });
    },
  };
}
