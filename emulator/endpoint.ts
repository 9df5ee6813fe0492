import { authenticate, type SignatureKind } from "./authentication/authenticate.ts";
import { checkTemporaryCredentials } from "./authentication/checkTemporaryCredentials.ts";
import { SignatureVerifier } from "./authentication/signatureVerifier.ts";
import { AwsError } from "./awsError.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { Instance } from "./instance.ts";
import type { Operation } from "./operation.ts";
import type { Principal } from "./principal.ts";
import type { HttpRequest, HttpResponse, Protocol } from "./protocols/protocol.ts";
import { validate } from "./protocols/validate.ts";
import type { DescribedService, Registry } from "./registry.ts";
import { findRoute, type Route } from "./route.ts";

/** What answers requests; nothing where the connection is to end without an answer. */
export interface Answering {
  handle(request: HttpRequest): Promise<HttpResponse | undefined>;
  /** Answers a request whose body was not read, for it has more than `limit` bytes; nothing where its protocol has no words. */
  refuseBody(request: HttpRequest, limit: number): HttpResponse | undefined;
}

/**
 * The one endpoint of all services: finds the service, authenticates, parses and validates, hands over to the dispatcher,
 * and writes the answer in the protocol of the request.
 */
export class Endpoint implements Answering {
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
    const requestId = this.#instance.random.fleeting.uuid();
    const route = findRoute(this.#registry, request);
    try {
      return await this.#answer(request, route, requestId);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const { protocol, described } = route;
      return protocol.failure(described?.model, protocol.authenticationError(error), requestId);
    }
  }

  refuseBody(request: HttpRequest, limit: number): HttpResponse | undefined {
    const { protocol, described } = findRoute(this.#registry, request);
    const error = protocol.bodyTooLarge?.(request, limit);
    return error && protocol.failure(described?.model, error, this.#instance.random.uuid());
  }

  async #answer(request: HttpRequest, route: Route, requestId: string): Promise<HttpResponse> {
    const { operationName, described } = route;
    const operation = described && this.#registry.operation(described.service.name, operationName);
    if (described && operation?.authenticate) {
      const input = parseInput(route.protocol, described, operation, request);
      const caller = await operation.authenticate(this.#instance, input);
      return this.#run({ request, route, described, operation, input, caller, region: unsignedRegion, requestId });
    }
    if (!operation && described?.model.isUnsigned(operationName)) throw unknownOperation(route, described.service.name);
    const authenticated = authenticate(this.#instance, this.#verifier, request);
    const { caller, accessKeyId, region, service, signature } = authenticated;
    if (!operation) throw unknownOperation(route, service);
    checkScope(described.service.name, service, region);
    checkTemporaryCredentials(caller, service, operationName);
    const input = parseInput(route.protocol, described, operation, authenticated.request);
    return this.#run({
      request,
      route,
      described,
      operation,
      input,
      caller,
      accessKeyId,
      region,
      signature,
      requestId,
    });
  }

  async #run(known: KnownRequest): Promise<HttpResponse> {
    const { request, route, described, operation, input, caller, accessKeyId, signature, requestId } = known;
    const region = described.service.globalRegion ?? known.region;
    const { "user-agent": userAgent = "", referer } = request.headers;
    const origin = { sourceIp: request.sourceIp, userAgent, referer, accessKeyId, signature };
    const call = { caller, region, requestId, wireRequestId: requestId, origin };
    const output = await this.#dispatcher.invoke(operation, input, call);
    return route.protocol.answer(described.model, operation.name, output, requestId);
  }
}

/** Where a request belongs that no signature says a region for: the global endpoint of STS is there. */
const unsignedRegion = "us-east-1";

/** A request that has been authenticated and parsed. */
interface KnownRequest {
  readonly request: HttpRequest;
  readonly route: Route;
  readonly described: DescribedService;
  readonly operation: Operation<unknown, object>;
  readonly input: Readonly<Record<string, unknown>>;
  readonly caller: Principal;
  /** Absent where the request needs no signature. */
  readonly accessKeyId?: string;
  /** Absent where the request needs none. */
  readonly signature?: SignatureKind;
  readonly region: string;
  readonly requestId: string;
}

/** A signature is good for one service, and for a region that could exist. */
function checkScope(wanted: string, service: string, region: string): void {
  if (service !== wanted) throw wrongScope(`to correct service: '${wanted}'`);
  if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) throw wrongScope(`to a valid region, not '${region}'`);
}

function wrongScope(problem: string): AwsError {
  return new AwsError("SignatureDoesNotMatch", `Credential should be scoped ${problem}.`, { status: 403 });
}

/** Parses the input and checks it against the API model and against what the operation carries. */
function parseInput(
  protocol: Protocol,
  { model, service }: DescribedService,
  operation: Operation<unknown, object>,
  request: HttpRequest,
): Readonly<Record<string, unknown>> {
  const input = protocol.parse(model, operation.name, request);
  validate(model, model.input(operation.name), input, service.errorCodes.validation, service.patternSentences);
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
function unknownOperation({ operationName: name, protocol, described }: Route, service: string): AwsError {
  const { code, status } = protocol.unknownOperation;
  const refusal = (message: string) => new AwsError(code, message, { status });
  if (name === "") return refusal("The request names no operation in the way of the service's protocol.");
  if (!described) return refusal(`The embedded AWS does not have the service '${service}' (operation '${name}').`);
  if (described.model.has(name))
    return refusal(`The embedded AWS does not have the operation ${described.service.name}:${name} yet.`);
  return refusal(`Could not find operation ${name} for version ${described.model.metadata.apiVersion}.`);
}
