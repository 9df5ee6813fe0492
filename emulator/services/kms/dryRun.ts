import { AwsError } from "../../awsError.ts";

/** Ends a dry run, after all that could have failed: AWS answers its success with an error. */
export function stopDryRun(dryRun: boolean | undefined): void {
  if (!dryRun) return;
  throw new AwsError("DryRunOperationException", "The request would have succeeded, but the DryRun option is set.");
}
