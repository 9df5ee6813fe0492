import { record, type EndedCall } from "./audit/record.ts";
import { authorize } from "./authorization/authorize.ts";
import { AwsError } from "./awsError.ts";
import { withinAws, type CallContext, type CallOrigin } from "./callContext.ts";
import type { Instance } from "./instance.ts";
import { snapshotOf } from "./journal/callerSnapshot.ts";
import type { StepTask } from "./journal/journalRecord.ts";
import type { Taped } from "./journal/tape.ts";
import type { Access, NeededAccess, Operation } from "./operation.ts";
import { servicePrincipal, type Principal } from "./principal.ts";
import type { Registry } from "./registry.ts";
import type { Service } from "./service.ts";
import { throttlingError } from "./throttlingError.ts";

/** One call, authenticated and parsed. */
export interface Call {
  readonly caller: Principal;
  readonly region: string;
  readonly requestId: string;
  readonly wireRequestId: string;
  readonly origin: CallOrigin;
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

/**
 * The only way to an operation, for requests from outside and for services that call each other:
 * count → authorise → run → audit. A call that no other has led to is a step of the journal, where one is kept. (Authentication and parsing, which only requests from outside need, come before: `endpoint.ts`.)
 */
export class Dispatcher {
  readonly #instance: Instance;
  readonly #registry: Registry;

  constructor(instance: Instance, registry: Registry) {
    this.#instance = instance;
    this.#registry = registry;
  }

  async invoke<Input, Output extends object>(
    operation: Operation<Input, Output>,
    input: Input,
    call: Call,
  ): Promise<Output> {
    const perform = (): Promise<Output> => this.perform(operation, input, call);
    if (operation.leavesNothing || !this.#instance.journal?.isKept) return perform();
    return this.#instance.journal.step(taskOf(operation, input, call), perform, (_, taped) => {
      return !operation.readOnly && !isRefusedAtOnce(taped);
    });
  }

  /** Makes a call that is part of a step of the journal, or of none. */
  async perform<Input, Output extends object>(
    operation: Operation<Input, Output>,
    input: Input,
    call: Call,
  ): Promise<Output> {
    const context = this.#context(operation, call);
    const audited = { ...this.#registry.described(operation), operation, context, input };
    const { name, actionPrefix = name } = audited.service;
    context.account.iam.noteAccess(call.caller, actionPrefix, call.region);
    const { tape } = this.#instance;
    let access: readonly NeededAccess[] = [];
    try {
      tape.gate(() => throttle(context, audited.service, operation.name, input));
      access = permissions(await operation.access(context, input));
      tape.gate(() => authorize(context, access, audited.service.errorCodes));
      const output = await operation.run(context, input);
      if (!operation.readOnly) this.#instance.visibility.wrote(operation.service);
      record({ ...audited, access, outcome: { output } });
      return output;
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      // An error that a nested call ended with has been seen there.
      if (error.requestId === undefined) recordKeyState(context, error);
      error.requestId ??= call.requestId;
      record({ ...audited, access, outcome: outcomeOf(error, audited.service.errorCodes.accessDenied) });
      throw error;
    }
  }

  /** A call of a service that acts for itself, without any request, as the clock drives it. */
  invokeAsService<Input, Output extends object>(
    service: string,
    operation: Operation<Input, Output>,
    input: Input,
    work: ServiceWork,
  ): Promise<Output> {
    return this.invoke(operation, input, this.#callOf(service, work));
  }

  #callOf(service: string, { region, accountId, sourceArn, wireRequestId }: ServiceWork): Call {
    const caller = servicePrincipal(service, region, accountId, sourceArn);
    const origin = { sourceIp: caller.invokedBy, userAgent: caller.invokedBy, viaService: service };
    return { caller, region, requestId: this.#newId(), wireRequestId, origin };
  }

  #newId(): string {
    return this.#instance.random.fleeting.uuid();
  }

  #context({ leavesNothing }: Pick<Operation<unknown, object>, "leavesNothing">, call: Call): CallContext {
    const { caller, region } = call;
    const nested = { region, wireRequestId: call.wireRequestId };
    const invoke: Dispatcher["invoke"] = (...made) => (leavesNothing ? this.invoke(...made) : this.perform(...made));
    return {
      ...call,
      instance: this.#instance,
      accountId: caller.accountId,
      state: this.#instance.region(caller.accountId, region),
      account: this.#instance.account(caller.accountId),
      now: this.#instance.clock.now(),
      taggings: () => this.#registry.taggings(),
      callAsCaller: (service, operation, input, elsewhere = region) => {
        const origin = { ...call.origin, viaService: service };
        return invoke(operation, input, { ...nested, region: elsewhere, caller, origin, requestId: this.#newId() });
      },
      callWithin: (operation, input) => invoke(operation, input, { ...call, requestId: this.#newId() }),
      callAsService: (service, operation, input, sourceArn) => {
        const accountId = accountOf(sourceArn) ?? caller.accountId;
        return invoke(operation, input, this.#callOf(service, { ...nested, accountId, sourceArn }));
      },
      callAs: (bearer, operation, input) =>
        invoke(operation, input, { ...nested, caller: bearer, origin: withinAws, requestId: this.#newId() }),
      findOperation: (service, name) => this.#registry.operation(service, name),
    };
  }
}

/** What the journal keeps of a call. */
function taskOf(operation: { service: string; name: string }, input: unknown, { caller, ...call }: Call): StepTask {
  return {
    kind: "call",
    service: operation.service,
    operation: operation.name,
    input,
    caller: snapshotOf(caller),
    ...call,
  };
}

/** Whether a call was refused before it did anything: its quota is asked first, then its permissions. */
function isRefusedAtOnce({ refusals }: Taped): boolean {
  return refusals.some(({ at }) => at <= 1);
}

function accountOf(arn: string): string | undefined {
  return /^arn:aws:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1];
}

/** Counts the call. Throws the service's throttling error beyond the quota of the caller's account in the region. */
function throttle(context: CallContext, service: Service, operation: string, input: unknown): void {
  const { instance, accountId, region } = context;
  const { name, requestQuotas } = service;
  if (!instance.requestQuotas || !requestQuotas) return;
  const quota = requestQuotas.quotaOf(context, operation, input);
  if (!quota || instance.requestQuotas.take(`${accountId} ${region} ${name}`, quota)) return;
  throw throttlingError(service);
}

function permissions(access: Access): readonly NeededAccess[] {
  return "noneBecause" in access ? [] : access;
}

/** A key's state decides as policies do: it is kept among the decisions, so that reports can name it. */
function recordKeyState({ instance, wireRequestId, caller }: CallContext, error: AwsError): void {
  if (!error.keyState) return;
  const { action, resource } = error.keyState;
  instance.decisions.record(wireRequestId, {
    result: "ExplicitlyDenied",
    layer: "key state",
    principal: caller,
    action,
    resource,
  });
}

function outcomeOf(error: AwsError, accessDenied: string): EndedCall["outcome"] {
  return error.code === accessDenied ? { denied: error } : { failed: error };
}
