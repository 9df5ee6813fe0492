import { AwsError } from "../../../awsError.ts";

/** Source: S3 API Reference: a page of any list has at most so many items. */
const most = 1000;

/**
 * How many items a page has. Throws `InvalidArgument` for what is no number of items.
 * Source of the sentence: recorded in public for `maxKeys`.
 *
 * @param name the parameter, as S3 calls it
 */
export function pageSize(name: "maxKeys" | "max-parts" | "max-uploads", asked: number = most): number {
  if (Number.isInteger(asked) && asked >= 0 && asked < 2 ** 31) return Math.min(asked, most);
  throw new AwsError("InvalidArgument", `Argument ${name} must be an integer between 0 and 2147483647`, {
    members: { ArgumentName: name, ArgumentValue: asked },
  });
}
