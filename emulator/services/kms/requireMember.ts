import { AwsError } from "../../awsError.ts";

/** A member that the operation needs although newer API models call it optional. Throws ValidationException as the model check does. */
export function requireMember<Value>(value: Value | undefined, member: string): Value {
  if (value !== undefined) return value;
  throw new AwsError(
    "ValidationException",
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
  );
}
