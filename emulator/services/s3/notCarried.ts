import { AwsError } from "../../awsError.ts";

/** The refusal of something that AWS does and the embedded AWS does not: `NotImplemented`, as S3 words what it lacks. */
export function notCarried(what: string): AwsError {
  return new AwsError("NotImplemented", `The embedded AWS does not carry ${what} yet.`, { status: 501 });
}
