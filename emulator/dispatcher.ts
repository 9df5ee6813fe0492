import { record, type EndedCall } from "./audit/record.ts";
import { authorize } from "./authorization/authorize.ts";
import { AwsError } from "./awsError.ts";
import type { Call } from "./call.ts";
import type { CallContext } from "./callContext.ts";
import { CallInProgress, serviceCall, type CallSurroundings, type ServiceWork } from "./callInProgress.ts";
import type { Instance } from "./instance.ts";
import { snapshotOf } from "./journal/callerSnapshot.ts";
import type { StepTask } from "./journal/journalRecord.ts";
import type { Taped } from "./journal/tape.ts";
import type { Access, NeededAccess, Operation } from "./operation.ts";
import type { Registry } from "./registry.ts";
import type { Service } from "./service.ts";
import { throttlingError } from "./throttlingError.ts";

/**
 * The only way to an operation, for requests from outside and for services that call each other:
 * count → authorise → run → audit. A call that no other has led to is a step of the journal, where one is kept. (Authentication and parsing, which only requests from outside need, come before: `endpoint.ts`.)
 */
export class Dispatcher {
  readonly #instance: Instance;
  readonly #registry: Registry;
  /** For calls whose own calls are parts of them. */
  readonly #whole: CallSurroundings;
  /** For calls whose own calls are steps of the journal like any other. */
  readonly #apart: CallSurroundings;

  constructor(instance: Instance, registry: Registry) {
    this.#instance = instance;
    this.#registry = registry;
    this.#whole = { instance, registry, make: (...made) => this.perform(...made) };
    this.#apart = { instance, registry, make: (...made) => this.invoke(...made) };
  }

  invoke<Input, Output extends object>(operation: Operation<Input, Output>, input: Input, call: Call): Promise<Output> {
    const { journal } = this.#instance;
    if (operation.leavesNothing || !journal?.isKept) return this.perform(operation, input, call);
    const perform = (): Promise<Output> => this.perform(operation, input, call);
    return journal.step(taskOf(operation, input, call), perform, (_, taped) => {
      return !operation.readOnly && !isRefusedAtOnce(taped);
    });
  }

  /** Makes a call that is part of a step of the journal, or of none. */
  async perform<Input, Output extends object>(
    operation: Operation<Input, Output>,
    input: Input,
    call: Call,
  ): Promise<Output> {
    const context = new CallInProgress(operation.leavesNothing ? this.#apart : this.#whole, call);
    const { service, model } = this.#registry.described(operation);
    const { name, actionPrefix = name, errorCodes } = service;
    context.account.iam.noteAccess(call.caller, actionPrefix, call.region);
    const { tape } = this.#instance;
    let access: readonly NeededAccess[] = [];
    try {
      tape.gate(() => throttle(context, service, operation.name, input));
      const found = operation.find?.(context, input);
      access = permissions(await operation.access(context, input, found));
      tape.gate(() => authorize(context, access, errorCodes));
      const output = await operation.run(context, input, found);
      if (!operation.readOnly) this.#instance.visibility.wrote(operation.service);
      record({ service, model, operation, context, input, access, outcome: { output } });
      return output;
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      // An error that a nested call ended with has been seen there.
      if (error.requestId === undefined) recordKeyState(context, error);
      error.requestId ??= call.requestId;
      const outcome = outcomeOf(error, errorCodes.accessDenied);
      record({ service, model, operation, context, input, access, outcome });
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
    return this.invoke(operation, input, serviceCall(this.#instance, service, work));
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
