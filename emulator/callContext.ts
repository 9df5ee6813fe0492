import type { SignatureKind } from "./authentication/authenticate.ts";
import type { AccountState, Instance, RegionState } from "./instance.ts";
import type { Operation } from "./operation.ts";
import type { Principal } from "./principal.ts";
import type { Tagging } from "./tagging.ts";

/** Where a call comes from. */
export interface CallOrigin {
  readonly sourceIp: string;
  readonly userAgent: string;
  /** The page that a browser was on; absent for everybody else. */
  readonly referer?: string;
  readonly accessKeyId?: string;
  /** Absent for calls that no request over the wire has made, and for unsigned ones. */
  readonly signature?: SignatureKind;
  /** The service that calls for the caller, for example `dynamodb`; absent for direct calls. */
  readonly viaService?: string;
}

/** Where calls come from that AWS makes with credentials that it holds, as CloudTrail shows it. */
export const withinAws: CallOrigin = { sourceIp: "AWS Internal", userAgent: "AWS Internal" };

/** Everything a call may know: who calls, in which account and region, and the state it works on. */
export interface CallContext {
  readonly instance: Instance;
  readonly caller: Principal;
  /** The caller's account: new resources belong to it. */
  readonly accountId: string;
  readonly region: string;
  /** The id of this call. */
  readonly requestId: string;
  /** The id of the request that came over the wire and led to this call; decisions are kept under it. */
  readonly wireRequestId: string;
  readonly origin: CallOrigin;
  /** State of the caller's account in the call's region. */
  readonly state: RegionState;
  readonly account: AccountState;
  /** The instance's time. */
  readonly now: Date;
  /** The same call, as if somebody else had made it: for questions about what they may do. */
  as(caller: Principal): CallContext;
  /** The services whose resources the Resource Groups Tagging API knows. */
  taggings(): readonly Tagging[];
  /**
   * Calls another service on behalf of the caller, as `service` (`dynamodb`) does when it needs KMS: authorised as the
   * caller, with `kms:ViaService`, and audited. Throws what the other service answers. Default `region`: that of the call.
   */
  callAsCaller<Input, Output extends object>(
    service: string,
    operation: Operation<Input, Output>,
    input: Input,
    region?: string,
  ): Promise<Output>;
  /**
   * Makes another call of the caller's that is part of this one, as BatchGetSecretValue reads each of its secrets: authorised
   * and audited as if the caller had made it. Throws what that call answers.
   */
  callWithin<Input, Output extends object>(operation: Operation<Input, Output>, input: Input): Promise<Output>;
  /**
   * Calls another service as the service itself: only grants and resource policies can allow it. `sourceArn` is the resource
   * that the service works for; it works in the account of that resource, if its ARN names one.
   */
  callAsService<Input, Output extends object>(
    service: string,
    operation: Operation<Input, Output>,
    input: Input,
    sourceArn: string,
  ): Promise<Output>;
  /**
   * Makes a call with credentials of somebody else that a service holds, as Lambda does with those of a function's role:
   * authorised and audited as if their bearer had called from within AWS.
   */
  callAs<Input, Output extends object>(
    bearer: Principal,
    operation: Operation<Input, Output>,
    input: Input,
  ): Promise<Output>;
  /** Finds an operation by name, for callers that can do without it: the service may not be there. */
  findOperation(service: string, name: string): Operation<unknown, object> | undefined;
}
