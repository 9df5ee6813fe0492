import { asJsonAuthenticationError, authenticate } from "./authentication/authenticate.ts";
import { SignatureVerifier } from "./authentication/sigV4.ts";
import { AwsError } from "./awsError.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { Instance } from "./instance.ts";
import type { Operation } from "./operation.ts";
import { json } from "./protocols/json.ts";
import type { HttpRequest, HttpResponse, Protocol } from "./protocols/protocol.ts";
import { query } from "./protocols/query.ts";
import type { ServiceModel } from "./protocols/serviceModel.ts";
import { validate } from "./protocols/validate.ts";
import type { DescribedService, Registry } from "./registry.ts";

/** What a request over the wire asks for. */
interface Route {
  readonly protocol: Protocol;
  readonly described?: DescribedService;
  /** The operation's name as sent. */
  readonly operationName: string;
}

/**
 * The one endpoint of all services: finds the service, authenticates, parses and validates, hands over to the dispatcher,
 * and writes the answer in the protocol of the request.
 */
export class Endpoint {
  readonly #verifier = new SignatureVerifier();
  readonly #instance: Instance;
  readonly #registry: Registry;
  readonly #dispatcher: Dispatcher;

  constructor(instance: Instance, registry: Registry, dispatcher: Dispatcher) {
    this.#instance = instance;
    this.#registry = registry;
    this.#dispatcher = dispatcher;
  }

  /** Answers a request. AWS errors become answers; anything else that is thrown is a bug and passes through. */
  async handle(request: HttpRequest): Promise<HttpResponse> {
    const requestId = this.#instance.random.uuid();
    const route = this.#route(request);
    try {
      return await this.#answer(request, route, requestId);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const shaped = route.protocol === json ? asJsonAuthenticationError(error) : error;
      return route.protocol.failure(route.described?.model, shaped, requestId);
    }
  }

  async #answer(request: HttpRequest, route: Route, requestId: string): Promise<HttpResponse> {
    const { caller, accessKeyId, region, service } = authenticate(this.#instance, this.#verifier, request);
    const { protocol, operationName } = route;
    const described = route.described ?? this.#registry.service(service);
    const operation = described && this.#registry.operation(described.service.name, operationName);
    if (!described || !operation) throw unknownOperation(route, service, described);
    if (service !== described.service.name) {
      throw new AwsError(
        "SignatureDoesNotMatch",
        `Credential should be scoped to correct service: '${described.service.name}'.`,
        {
          status: 403,
        },
      );
    }
    const input = parseInput(protocol, described, operation, request);
    const origin = { sourceIp: request.sourceIp, userAgent: request.headers["user-agent"] ?? "", accessKeyId };
    const call = { caller, region, requestId, wireRequestId: requestId, origin };
    const output = await this.#dispatcher.invoke(operation, input, call);
    return protocol.answer(described.model, operationName, output, requestId);
  }

  /** JSON services name the operation in a header; Query services in the body, and the service in the signature. */
  #route(request: HttpRequest): Route {
    const target = request.headers["x-amz-target"];
    if (target !== undefined) {
      const at = target.lastIndexOf(".");
      const described = this.#registry
        .services()
        .find(({ model }) => model.metadata.targetPrefix === target.slice(0, at));
      return { protocol: json, described, operationName: target.slice(at + 1) };
    }
    const operationName = new URLSearchParams(request.body.toString("utf8")).get("Action") ?? "";
    const signingName = /Credential=[^/,]*\/[^/,]*\/[^/,]*\/([^/,]*)\//.exec(request.headers.authorization ?? "")?.[1];
    return { protocol: query, described: this.#registry.service(signingName ?? ""), operationName };
  }
}

/** Parses the input and checks it against the API model and against what the operation carries. */
function parseInput(
  protocol: Protocol,
  { model, service }: DescribedService,
  operation: Operation<unknown, object>,
  request: HttpRequest,
): Readonly<Record<string, unknown>> {
  const input = protocol.parse(model, operation.name, request);
  validate(model, model.input(operation.name), input, service.errorCodes.validation);
  const refused = operation.unsupported?.find((name) => input[name] !== undefined);
  if (refused !== undefined) {
    throw new AwsError(
      service.errorCodes.validation,
      `The embedded AWS does not carry the parameter '${refused}' of ${service.name}:${operation.name} yet.`,
    );
  }
  return input;
}

/** Loud on purpose: says whether AWS has the operation and only the embedded AWS lacks it. */
function unknownOperation(route: Route, service: string, described: DescribedService | undefined): AwsError {
  const { operationName: name, protocol } = route;
  const code = protocol === json ? "UnknownOperationException" : "InvalidAction";
  const model: ServiceModel | undefined = described?.model;
  if (!model)
    return new AwsError(code, `The embedded AWS does not have the service '${service}' (operation '${name}').`);
  if (model.has(name))
    return new AwsError(code, `The embedded AWS does not have the operation ${service}:${name} yet.`);
  return new AwsError(code, `Could not find operation ${name} for version ${model.metadata.apiVersion}.`);
}
