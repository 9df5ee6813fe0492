import { AwsError } from "../awsError.ts";
import type { Operation } from "../operation.ts";
import { rootUser } from "../principal.ts";
import { validate } from "../protocols/validate.ts";
import type { World } from "../world.ts";
import { SeedError } from "./seedError.ts";

/** Calls operations as the root user of an account, as a request from outside would: checked, authorised and recorded. */
export class SeedCaller {
  readonly accountId: string;
  readonly region: string;
  readonly world: World;

  constructor(world: World, accountId: string, region: string) {
    this.world = world;
    this.accountId = accountId;
    this.region = region;
  }

  /** Throws a SeedError with what AWS answers, and the place in the seed that asked for it. */
  async call<Input, Output extends object>(
    path: readonly (string | number)[],
    operation: Operation<Input, Output>,
    input: Input,
  ): Promise<Output> {
    const { instance, registry, dispatcher } = this.world;
    const { model, service } = registry.described(operation);
    const requestId = instance.random.fleeting.uuid();
    try {
      const { errorCodes, patternSentences } = service;
      validate(model, model.input(operation.name), input, errorCodes.validation, patternSentences);
      return await dispatcher.invoke(operation, input, {
        caller: rootUser(this.accountId),
        region: service.globalRegion ?? this.region,
        requestId,
        wireRequestId: requestId,
        origin: { sourceIp: "127.0.0.1", userAgent: "keylab seed" },
      });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      throw new SeedError(path, `${service.name}:${operation.name} is refused: ${error.code}: ${error.message}`);
    }
  }
}
