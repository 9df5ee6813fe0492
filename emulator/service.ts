import type { Decision } from "./authorization/decision.ts";
import type { CallContext } from "./callContext.ts";
import type { Operation } from "./operation.ts";
import type { RequestQuota } from "./requestQuotas.ts";
import type { Tagging } from "./tagging.ts";

/** A service of the embedded AWS: which operations it has, and how it words the errors that all services share. */
export interface Service {
  /** The signing name. */
  readonly name: string;
  /** The name of the API model, and of the folder. Default: the signing name. */
  readonly modelName?: string;
  /** What its actions begin with in policies. Default: the signing name. */
  readonly actionPrefix?: string;
  /** As CloudTrail names it: `kms.amazonaws.com`. */
  readonly eventSource: string;
  /** The one region of a global service: its calls and events belong there, wherever they were signed for. */
  readonly globalRegion?: "us-east-1";
  readonly operations: readonly Operation<unknown, object>[];
  /** Codes of errors that the dispatcher raises for the service. */
  readonly errorCodes: {
    readonly accessDenied: string;
    readonly accessDeniedStatus: number;
    readonly validation: string;
    /**
     * How the service tells of a denial. Default: AWS's sentence alone.
     *
     * @param encoded makes the message that only sts:DecodeAuthorizationMessage can read
     */
    readonly denialMessage?: (sentence: string, decision: Decision, encoded: () => string) => string;
  };
  /** Its resources as the Resource Groups Tagging API sees them. Default: that API does not know the service. */
  readonly tagging?: Tagging;
  /**
   * How CloudTrail calls members of requests where it does not call them as the API does, and whether management events tell the answer.
   * Default: as the API does, and they do.
   */
  readonly recorded?: { readonly names: ReadonlyMap<string, string>; readonly answers: boolean };
  /** What CloudTrail puts before the codes of the service's errors. Default: nothing, and `AccessDenied` for denials. */
  readonly recordedErrorPrefix?: "Client.";
  /** What the service answers to callers that are too fast. Default: what services of its protocol have in common. */
  readonly throttlingError?: { readonly code: string; readonly message: string; readonly status: number };
  /** What the service says of a value that breaks a pattern of its API model, by pattern; else the common sentence. */
  readonly patternSentences?: ReadonlyMap<string, string>;
  /** How often the service may be called. Default: as often as anyone likes. */
  readonly requestQuotas?: {
    /** The quota that a call counts against, if any. */
    quotaOf(context: CallContext, operation: string, input: unknown): RequestQuota | undefined;
  };
}

/** The codes of services that speak AWS JSON. */
export const jsonErrorCodes: Service["errorCodes"] = {
  accessDenied: "AccessDeniedException",
  accessDeniedStatus: 400,
  validation: "ValidationException",
};

/** The codes of services that speak AWS Query. */
export const queryErrorCodes: Service["errorCodes"] = {
  accessDenied: "AccessDenied",
  accessDeniedStatus: 403,
  validation: "ValidationError",
};
