import type { CallContext } from "../emulator/callContext.ts";
import { Dispatcher } from "../emulator/dispatcher.ts";
import { Endpoint } from "../emulator/endpoint.ts";
import { defaultAccountId, Instance } from "../emulator/instance.ts";
import { operation, type Operation } from "../emulator/operation.ts";
import { rootUser } from "../emulator/principal.ts";
import type { HttpRequest } from "../emulator/protocols/protocol.ts";
import { Registry } from "../emulator/registry.ts";
import { createTable } from "../emulator/services/dynamodb/operations/createTable.ts";
import { putItem } from "../emulator/services/dynamodb/operations/putItem.ts";
import { createAccessKey } from "../emulator/services/iam/operations/createAccessKey.ts";
import { createUser } from "../emulator/services/iam/operations/createUser.ts";
import { putUserPolicy } from "../emulator/services/iam/operations/putUserPolicy.ts";
import { createKey } from "../emulator/services/kms/operations/createKey.ts";
import { createSecret } from "../emulator/services/secretsmanager/operations/createSecret.ts";
import { services } from "../emulator/services/services.ts";
import type { Credentials } from "../test/support/emulator.ts";
import { signedHeaders, type RawRequest } from "../test/support/signedRequest.ts";

const region = "us-east-1";
const policy = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } };
const origin = { sourceIp: "127.0.0.1", userAgent: "bench" };

/** Hands out the context that it is called with. */
const look = operation<object, { readonly context: CallContext }>({
  service: "sts",
  name: "GetCallerIdentity",
  documentation: "",
  readOnly: true,
  audit: { kind: "data" },
  access: () => ({ noneBecause: "it only looks" }),
  run: (context) => ({ context }),
});

/** An embedded AWS without its HTTP server, so that processor time is of its own parts alone. */
export class BenchWorld {
  readonly instance = new Instance("test");
  readonly registry = new Registry(services);
  readonly dispatcher = new Dispatcher(this.instance, this.registry);
  readonly endpoint = new Endpoint(this.instance, this.registry, this.dispatcher);

  /** Calls an operation as the root user of an account. */
  run<Input, Output extends object>(
    called: Operation<Input, Output>,
    input: Input,
    accountId = defaultAccountId,
  ): Promise<Output> {
    const caller = rootUser(accountId);
    return this.dispatcher.invoke(called, input, {
      caller,
      region,
      origin,
      requestId: "bench",
      wireRequestId: "bench",
    });
  }

  /** Makes a user who may do everything, and an access key of theirs. */
  async user(UserName: string): Promise<Credentials> {
    await this.run(createUser, { UserName });
    const PolicyDocument = JSON.stringify(policy);
    await this.run(putUserPolicy, { UserName, PolicyName: "everything", PolicyDocument });
    const { AccessKey } = await this.run(createAccessKey, { UserName });
    return { accessKeyId: AccessKey?.AccessKeyId ?? "", secretAccessKey: AccessKey?.SecretAccessKey ?? "" };
  }

  /** Makes a key, a table and a secret under it, each called `bench`, and returns the key's ARN. */
  async resources(): Promise<string> {
    const { KeyMetadata } = await this.run(createKey, {});
    const KeyId = KeyMetadata?.Arn ?? "";
    await this.run(createTable, {
      TableName: "bench",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
      SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: KeyId },
    });
    await this.run(putItem, { TableName: "bench", Item: { id: { S: "1" }, text: { S: "x".repeat(200) } } });
    const ClientRequestToken = this.instance.random.uuid();
    await this.run(createSecret, { Name: "bench", SecretString: "secret", KmsKeyId: KeyId, ClientRequestToken });
    return KeyId;
  }

  /** A signed request as the HTTP server hands it over. */
  request(raw: RawRequest): HttpRequest {
    const headers = signedHeaders("127.0.0.1", raw);
    const body = Buffer.from(raw.body ?? "");
    return { method: "POST", url: "/", headers, body, sourceIp: "127.0.0.1" };
  }

  /** Answers a request. Throws unless it is answered with 200. */
  async answer(request: HttpRequest): Promise<void> {
    const { status, body } = await this.endpoint.handle(request);
    if (status !== 200) throw new Error(`${status}: ${String(body)}`);
  }

  /** Runs an operation without anything around it. */
  bare<Input, Output extends object>(
    operation: Operation<Input, Output>,
    context: CallContext,
    input: Input,
  ): Output | Promise<Output> {
    return operation.run(context, input, operation.find?.(context, input));
  }

  /** The context of a call by this caller. */
  async contextOf(caller: CallContext["caller"]): Promise<CallContext> {
    const call = { caller, region, origin, requestId: "bench", wireRequestId: this.instance.random.uuid() };
    return (await this.dispatcher.invoke(look, {}, call)).context;
  }
}
