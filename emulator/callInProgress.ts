import type { Call, MakeCall } from "./call.ts";
import { withinAws, type CallContext, type CallOrigin } from "./callContext.ts";
import type { AccountState, Instance, RegionState } from "./instance.ts";
import type { Operation } from "./operation.ts";
import { servicePrincipal, type Principal } from "./principal.ts";
import type { Registry } from "./registry.ts";
import type { Tagging } from "./tagging.ts";

/** What a call works with, beside itself. */
export interface CallSurroundings {
  readonly instance: Instance;
  readonly registry: Registry;
  /** Makes the calls that it leads to. */
  readonly make: MakeCall;
}

/** What a service that acts for itself works on. */
export interface ServiceWork {
  readonly region: string;
  readonly accountId: string;
  /** The resource that the service works for. */
  readonly sourceArn: string;
  /** The request that led to the call, or an id of its own. */
  readonly wireRequestId: string;
}

/** The context of a call that the dispatcher makes. A class: there is one for each call, and the decisions keep it for a while. */
export class CallInProgress implements CallContext {
  readonly instance: Instance;
  readonly caller: Principal;
  readonly accountId: string;
  readonly region: string;
  readonly requestId: string;
  readonly wireRequestId: string;
  readonly origin: CallOrigin;
  readonly state: RegionState;
  readonly account: AccountState;
  readonly now: Date;
  readonly #surroundings: CallSurroundings;

  constructor(surroundings: CallSurroundings, call: Call) {
    const { instance } = surroundings;
    const { caller, region } = call;
    this.instance = instance;
    this.caller = caller;
    this.accountId = caller.accountId;
    this.region = region;
    this.requestId = call.requestId;
    this.wireRequestId = call.wireRequestId;
    this.origin = call.origin;
    this.state = instance.region(caller.accountId, region);
    this.account = instance.account(caller.accountId);
    this.now = instance.clock.now();
    this.#surroundings = surroundings;
  }

  as(caller: Principal): CallContext {
    const { region, requestId, wireRequestId, origin } = this;
    return new CallInProgress(this.#surroundings, { caller, region, requestId, wireRequestId, origin });
  }

  taggings(): readonly Tagging[] {
    return this.#surroundings.registry.taggings();
  }

  callAsCaller<Input, Output extends object>(
    service: string,
    operation: Operation<Input, Output>,
    input: Input,
    region = this.region,
  ): Promise<Output> {
    const { make } = this.#surroundings;
    const origin = { ...this.origin, viaService: service };
    return make(operation, input, { ...this.#madeBy(this.caller, origin), region });
  }

  callWithin<Input, Output extends object>(operation: Operation<Input, Output>, input: Input): Promise<Output> {
    return this.#surroundings.make(operation, input, this.#madeBy(this.caller, this.origin));
  }

  callAsService<Input, Output extends object>(
    service: string,
    operation: Operation<Input, Output>,
    input: Input,
    sourceArn: string,
  ): Promise<Output> {
    const { instance, make } = this.#surroundings;
    const { region, wireRequestId } = this;
    const accountId = accountOf(sourceArn) ?? this.accountId;
    return make(operation, input, serviceCall(instance, service, { region, accountId, sourceArn, wireRequestId }));
  }

  callAs<Input, Output extends object>(
    bearer: Principal,
    operation: Operation<Input, Output>,
    input: Input,
  ): Promise<Output> {
    return this.#surroundings.make(operation, input, this.#madeBy(bearer, withinAws));
  }

  findOperation(service: string, name: string): Operation<unknown, object> | undefined {
    return this.#surroundings.registry.operation(service, name);
  }

  /** A call that this one leads to. */
  #madeBy(caller: Principal, origin: CallOrigin): Call {
    const { region, wireRequestId } = this;
    return { caller, region, requestId: newRequestId(this.instance), wireRequestId, origin };
  }
}

/** A call of a service that acts for itself. */
export function serviceCall(instance: Instance, service: string, work: ServiceWork): Call {
  const { region, accountId, sourceArn, wireRequestId } = work;
  const caller = servicePrincipal(service, region, accountId, sourceArn);
  const origin = { sourceIp: caller.invokedBy, userAgent: caller.invokedBy, viaService: service };
  return { caller, region, requestId: newRequestId(instance), wireRequestId, origin };
}

function newRequestId({ random }: Instance): string {
  return random.fleeting.uuid();
}

function accountOf(arn: string): string | undefined {
  return /^arn:aws:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1];
}
