import type { Operation } from "../../../../emulator/operation.ts";
import { defaultAccountId } from "../../../../emulator/instance.ts";
import { rootUser, type Principal } from "../../../../emulator/principal.ts";

/** Calls an operation; as the root user unless told otherwise. */
export type Invoke = <Input, Output extends object>(
  called: Operation<Input, Output>,
  input: Input,
  by?: Principal,
  requestId?: string,
) => Promise<Output>;

/** Values for members of requests. */
export type Members = Readonly<Record<string, unknown>>;

/** What the tests over all operations know of a service's requests. */
export interface ServiceSamples {
  readonly service: string;
  /** Operations that need no permission. */
  readonly free?: readonly string[];
  /** What operations need of the key that they are told to use, beyond what they declare: KMS asks for it itself. */
  readonly keyActions?: Readonly<Record<string, readonly string[]>>;
  /** How calls end that have passed authorisation and fail for another reason, by error code; all others succeed. */
  readonly endings?: Readonly<Record<string, readonly string[]>>;
  /** Makes what requests are to name, and gives values for the members of every request, and of single operations'. */
  make(invoke: Invoke): Promise<{
    readonly members: Members;
    readonly ofOperation?: Readonly<Record<string, Members>>;
  }>;
}

export const region = "us-east-1";
export const caller = rootUser(defaultAccountId);
/** The ARN of the role that the samples of IAM make first of all. */
export const readerArn = `arn:aws:iam::${defaultAccountId}:role/reader`;
export const tags = [{ Key: "team", Value: "red" }];
