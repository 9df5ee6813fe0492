import type { ProtectedResource } from "./authorization/accessRequest.ts";
import type { Conditions } from "./authorization/conditions/conditionContext.ts";
import type { CallContext } from "./callContext.ts";
import type { Instance } from "./instance.ts";
import type { Principal } from "./principal.ts";

/** One permission that an operation needs. */
export interface NeededAccess {
  /** The IAM action, for example `kms:Decrypt`. */
  readonly action: string;
  readonly resource: ProtectedResource;
  /** The service's own condition keys of this request; a function is asked once a policy has a condition. */
  readonly conditions?: Conditions;
  /** The encryption context of a KMS call, for the constraints of grants. */
  readonly encryptionContext?: Readonly<Record<string, string>>;
}

/** What an operation needs: permissions, all of them; or none, with the reason. */
export type Access = readonly NeededAccess[] | { readonly noneBecause: string };

/** A resource that a call made, as CloudTrail names it. */
export interface MadeResource {
  readonly arn: string;
  readonly accountId: string;
  /** For example `AWS::KMS::Key`. */
  readonly type: string;
}

/** What CloudTrail records of a call. Whatever is left out is derived from the input and output by the API model. */
export interface Audit<Input, Output> {
  /** Data events appear only in trails that ask for them. Default: `management`. */
  readonly kind?: "management" | "data";
  /**
   * `eventName`. Default: the operation's name. Lambda's names have a date in them: Lambda Developer Guide, "Logging AWS Lambda API
   * calls using AWS CloudTrail", "Lambda management events in CloudTrail".
   */
  readonly eventName?: string;
  /** `requestParameters`. Default: the input without blobs and sensitive members. */
  request?(input: Input, context: CallContext): object | null;
  /** `responseElements`. Default: `null` for reads, else the output without blobs and sensitive members. */
  response?(output: Output): object | null;
  /** What the call made, for `resources`; what it needed access to is listed anyhow. Default: nothing. */
  made?(output: Output): readonly MadeResource[];
  /** `additionalEventData` of a call that succeeded. Default: none. */
  additional?(input: Input, context: CallContext): object | undefined;
}

/**
 * One operation of a service. It states what it needs and does its work; it never decides whether it may.
 * The dispatcher has checked the input against AWS's model before any of these functions sees it.
 *
 * The functions are methods on purpose: their parameters are then compared both ways, so that operations with different
 * inputs fit into one list. The dispatcher is the only caller that does not know the input's type, and it parses by model.
 */
export interface Operation<Input, Output extends object, Found = unknown> {
  /** Signing name of the service, for example `kms`. */
  readonly service: string;
  readonly name: string;
  /** AWS's page about the operation. */
  readonly documentation: string;
  /** As CloudTrail's `readOnly`. */
  readonly readOnly: boolean;
  /**
   * Whether nothing of it need survive a restart, and other calls go on while it runs: so it is with running a function, whose
   * own calls come from outside.
   */
  readonly leavesNothing?: true;
  /** Input members that AWS has and this operation does not carry: using one is an error that names it. */
  readonly unsupported?: readonly string[];
  readonly audit?: Audit<Input, Output>;
  /** For an operation that needs no signature: who calls, by what the input proves. Absent: the signature says it. */
  authenticate?(instance: Instance, input: Input): Principal | Promise<Principal>;
  /** Finds what {@link access} and {@link run} both need, once. Absent: they find it themselves, and get nothing. */
  find?(context: CallContext, input: Input): Found;
  access(context: CallContext, input: Input, found: Found): Access | Promise<Access>;
  run(context: CallContext, input: Input, found: Found): Output | Promise<Output>;
}

/** Checks an operation record against its own types and returns it unchanged. */
export function operation<Input, Output extends object, Found = undefined>(
  record: Operation<Input, Output, Found>,
): Operation<Input, Output> {
  return record;
}

/**
 * The input of an AWS SDK command as an operation sees it: the model has been checked, so required members are there.
 * The SDK types them `T | undefined`, and optional members `?: T | undefined`.
 */
export type Input<Command> = Command extends Uint8Array | Date
  ? Command
  : Command extends readonly (infer Item)[]
    ? Input<Item>[]
    : Command extends object
      ? {
          [Name in keyof Command]: Partial<Pick<Command, Name>> extends Pick<Command, Name>
            ? Input<Command[Name]>
            : Input<NonNullable<Command[Name]>>;
        }
      : Command;

/** The output of an AWS SDK command without what the SDK itself adds. */
export type Output<Command> = Omit<Command, "$metadata">;
