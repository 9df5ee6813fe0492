import { AwsError } from "../../awsError.ts";
import type { Dispatcher } from "../../dispatcher.ts";
import type { Instance } from "../../instance.ts";
import { invoke } from "../lambda/operations/invoke.ts";
import { beginDueRotations, hasDueRotations } from "./beginDueRotations.ts";
import { endRotation } from "./endRotation.ts";
import type { BegunRotation } from "./rotationStarts.ts";

/** How often schedules are looked at, in milliseconds. */
const interval = 60_000;

/** In this order. Source: Secrets Manager User Guide, "Lambda rotation functions", the four steps. */
const steps = ["createSecret", "setSecret", "testSecret", "finishSecret"] as const;

/** Runs the functions that rotate secrets, when a rotation has begun, and begins those that are due. */
export class RotationRuns {
  readonly #instance: Instance;
  readonly #dispatcher: Dispatcher;
  readonly #timer: NodeJS.Timeout;
  /** The secrets whose function runs. */
  readonly #running = new Set<string>();

  /** @param reportBug hears of errors that are no answer of AWS */
  constructor(instance: Instance, dispatcher: Dispatcher, reportBug: (error: unknown) => void) {
    this.#instance = instance;
    this.#dispatcher = dispatcher;
    const { rotationStarts, clock, tape } = instance;
    rotationStarts.onBegin((begun) => tape.onItsOwn(() => void this.#run(begun).catch(reportBug)));
    const beginDue = (): void => tape.onItsOwn(() => void this.#beginDue().catch(reportBug));
    clock.onAdvance(beginDue);
    this.#timer = setInterval(beginDue, interval);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #beginDue(): Promise<void> {
    if (!hasDueRotations(this.#instance)) return;
    await this.#instance.step({ kind: "rotations due" }, async () =>
      Promise.resolve(beginDueRotations(this.#instance)),
    );
  }

  async #run(begun: BegunRotation): Promise<void> {
    const { secretArn, accountId, region, token } = begun;
    if (this.#running.has(secretArn)) return;
    this.#running.add(secretArn);
    const succeeded = await this.#succeeds(begun).finally(() => this.#running.delete(secretArn));
    const ended = { secretArn, accountId, region, token, succeeded };
    await this.#instance.step({ kind: "rotation ended", ...ended }, async () =>
      Promise.resolve(endRotation(this.#instance, ended)),
    );
  }

  async #succeeds(begun: BegunRotation): Promise<boolean> {
    for (const step of steps) if (!(await this.#stepSucceeds(begun, step))) return false;
    return true;
  }

  async #stepSucceeds(
    { accountId, region, secretArn, lambdaArn, token }: BegunRotation,
    step: string,
  ): Promise<boolean> {
    const event = { Step: step, SecretId: secretArn, ClientRequestToken: token };
    const input = { FunctionName: lambdaArn, Payload: Buffer.from(JSON.stringify(event)) };
    const wireRequestId = this.#instance.random.fleeting.uuid();
    const work = { accountId, region, sourceArn: secretArn, wireRequestId };
    try {
      const { FunctionError } = await this.#dispatcher.invokeAsService("secretsmanager", invoke, input, work);
      return FunctionError === undefined;
    } catch (error) {
      if (error instanceof AwsError) return false;
      throw error;
    }
  }
}
