import { AwsError } from "../../../emulator/awsError.ts";
import type { CallContext } from "../../../emulator/callContext.ts";
import { Dispatcher } from "../../../emulator/dispatcher.ts";
import { Instance } from "../../../emulator/instance.ts";
import { operation, type Access, type Operation } from "../../../emulator/operation.ts";
import { Registry } from "../../../emulator/registry.ts";
import { putUserPolicy } from "../../../emulator/services/iam/operations/putUserPolicy.ts";
import { services } from "../../../emulator/services/services.ts";
import { SampleInputs } from "./samples/sampleInputs.ts";
import { caller, region, type Invoke } from "./samples/serviceSamples.ts";

const origin = { sourceIp: "192.0.2.1", userAgent: "test" };
const registry = new Registry(services);

/** What a policy allows, and nothing else. */
export interface Permission {
  readonly action: string;
  readonly resource: string;
}

/** How a call ended: with `Success`, or the code of its error; and the action that was denied, if one was. */
export interface Ending {
  readonly ending: string;
  readonly denied?: string;
}

/** An embedded AWS with one of everything, which can be asked what its operations need. */
export class DeclaredAccess {
  readonly #context: CallContext;
  readonly #invoke: Invoke;
  readonly #inputs: SampleInputs;
  #attempts = 0;

  private constructor(context: CallContext, invoke: Invoke, inputs: SampleInputs) {
    this.#context = context;
    this.#invoke = invoke;
    this.#inputs = inputs;
  }

  static async start(): Promise<DeclaredAccess> {
    const dispatcher = new Dispatcher(new Instance("test"), registry);
    const invoke: Invoke = (called, input, by = caller, id = "1") =>
      dispatcher.invoke(called, input, { caller: by, region, requestId: id, wireRequestId: id, origin });
    const contexts: CallContext[] = [];
    const probe = operation<object, object>({
      service: "kms",
      name: "ListKeys",
      documentation: "",
      readOnly: true,
      access: (context) => {
        contexts.push(context);
        return [];
      },
      run: () => ({}),
    });
    await invoke(probe, {});
    const [context] = contexts;
    if (!context) throw new Error("The call never came.");
    const made = await SampleInputs.make(registry, invoke);
    // Not the root user: it may not assume roles.
    const alice = context.account.iam.users.find("Alice")?.principal();
    return new DeclaredAccess(context.as(alice ?? caller), invoke, made);
  }

  /**
   * What an operation needs for a request that states as much as it can, and these members; throws for required members without
   * a sample.
   */
  async of(asked: Operation<unknown, object>, members: object = {}): Promise<Access> {
    const input = { ...this.#inputs.of(asked), ...members };
    return asked.access(this.#context, input, asked.find?.(this.#context, input));
  }

  /** The ARN of the key that `alias/mine` names. */
  get keyArn(): string {
    return String(this.#inputs.ofService("kms").KeyId);
  }

  /** Makes the call that {@link of} is about, as a user with one inline policy that allows this alone. */
  async attempt(asked: Operation<unknown, object>, permissions: readonly Permission[]): Promise<Ending> {
    const { caller: alice, instance } = this.#context;
    // A policy must have a statement; nothing here is about EC2.
    const Statement = [{ action: "ec2:DescribeVpcs", resource: "*" }, ...permissions].map(({ action, resource }) => ({
      Effect: "Allow",
      Action: action,
      Resource: resource,
    }));
    const PolicyDocument = JSON.stringify({ Statement });
    await this.#invoke(putUserPolicy, { UserName: "Alice", PolicyName: "exact", PolicyDocument });
    const requestId = `attempt ${++this.#attempts}`;
    const ending = await this.#invoke(asked, this.#inputs.of(asked), alice, requestId).then(
      () => "Success",
      (error: unknown) => {
        if (error instanceof AwsError) return error.code;
        throw error;
      },
    );
    const denied = instance.decisions
      .of(requestId)
      .find(({ result, layer }) => result !== "Allowed" && layer !== "key state");
    return denied ? { ending, denied: denied.action } : { ending };
  }
}
