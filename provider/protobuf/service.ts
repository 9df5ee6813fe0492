import plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import type * as Messages from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import protobuf from "google-protobuf/google/protobuf/empty_pb.js";
import type { Failure } from "../errors.ts";
import type { Recorded } from "../lifecycle/operations.ts";
import type { Provider, Subject } from "../provider.ts";
import { schema } from "../schema.ts";
import { checkSettings, diffSettings } from "../settings.ts";
import type { Properties } from "../values.ts";
import { VERSION } from "../version.ts";
import { construct } from "./construct.ts";
import { diffResponse } from "./diffResponse.ts";
import { fromStruct, toStruct } from "./struct.ts";
import { method, type Methods } from "./unary.ts";

/**
 * Pulumi's resource provider protocol, spoken for a provider: requests are read, the provider is asked, responses are
 * written, and nothing is decided here. Methods that are not listed are answered as unimplemented, by name.
 * Protocol: `proto/pulumi/provider.proto` of github.com/pulumi/pulumi.
 */
export function service(provider: Provider): Methods {
  return {
    ...plugInMethods(),
    ...settingsMethods(provider),
    ...planningMethods(provider),
    ...changingMethods(provider),
  };
}

function plugInMethods(): Methods {
  return {
    attach: method(() => new protobuf.Empty()),
    cancel: method(() => new protobuf.Empty()),
    getPluginInfo: method(() => new plugin.PluginInfo().setVersion(VERSION)),
    getSchema: method(() => new messages.GetSchemaResponse().setSchema(schema())),
    handshake: method(() => new messages.ProviderHandshakeResponse().setAcceptSecrets(true)),
  };
}

function settingsMethods(provider: Provider): Methods {
  return {
    checkConfig: method((request: Messages.CheckRequest) => {
      const failures = checkSettings(fromStruct(request.getNews()));
      return checkResponse(failures).setInputs(request.getNews());
    }),
    diffConfig: method((request: Messages.DiffRequest) =>
      diffResponse(diffSettings(fromStruct(request.getOldInputs()), fromStruct(request.getNews()))),
    ),
    configure: method(async (request: Messages.ConfigureRequest, session) => {
      await provider.configure(session, fromStruct(request.getArgs()));
      return new messages.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),
  };
}

function planningMethods(provider: Provider): Methods {
  return {
    check: method((request: Messages.CheckRequest, session) => {
      const name = { urn: request.getUrn(), randomSeed: request.getRandomseed_asU8() };
      const news = fromStruct(request.getNews());
      const checked = provider.check(subject(request, session), fromStruct(request.getOlds()), news, name);
      return checkResponse(checked.failures).setInputs(toStruct(checked.inputs));
    }),
    diff: method((request: Messages.DiffRequest, session) =>
      diffResponse(provider.diff(subject(request, session), recorded(request), fromStruct(request.getNews()))),
    ),
    invoke: method(async (request: Messages.InvokeRequest, session) => {
      const answer = await provider.invoke(session, request.getTok(), fromStruct(request.getArgs()));
      const response = new messages.InvokeResponse();
      return isFailures(answer)
        ? response.setFailuresList(checkFailures(answer))
        : response.setReturn(toStruct(answer));
    }),
  };
}

function changingMethods(provider: Provider): Methods {
  return {
    construct: method((request: Messages.ConstructRequest) => construct(request)),
    create: method(async (request: Messages.CreateRequest, session) => {
      const inputs = fromStruct(request.getProperties());
      if (request.getPreview()) {
        const state = provider.previewCreate(subject(request, session), inputs);
        return new messages.CreateResponse().setProperties(toStruct(state));
      }
      const { id, state } = await provider.create(subject(request, session), inputs);
      return new messages.CreateResponse().setId(id).setProperties(toStruct(state));
    }),
    read: method(async (request: Messages.ReadRequest, session) => {
      const state = fromStruct(request.getProperties());
      const known = { id: request.getId(), state, inputs: fromStruct(request.getInputs()) };
      const found = await provider.read(subject(request, session), known);
      const response = new messages.ReadResponse();
      return found === undefined
        ? response
        : response.setId(found.id).setProperties(toStruct(found.state)).setInputs(toStruct(found.inputs));
    }),
    update: method(async (request: Messages.UpdateRequest, session) => {
      const about = subject(request, session);
      const news = fromStruct(request.getNews());
      const state = request.getPreview()
        ? provider.previewUpdate(about, fromStruct(request.getOlds()), news)
        : await provider.update(about, recorded(request), news);
      return new messages.UpdateResponse().setProperties(toStruct(state));
    }),
    delete: method(async (request: Messages.DeleteRequest, session) => {
      const state = fromStruct(request.getProperties());
      const known = { id: request.getId(), state, inputs: fromStruct(request.getOldInputs()) };
      await provider.delete(subject(request, session), known);
      return new protobuf.Empty();
    }),
  };
}

/** A URN ends in `::<type>::<name>`; a type inside components is preceded by theirs, separated by `$`. */
function subject(request: { getType(): string; getUrn(): string }, session: string): Subject {
  const qualified = request.getUrn().split("::")[2] ?? "";
  return { session, type: request.getType() || qualified.slice(qualified.lastIndexOf("$") + 1) };
}

function recorded(request: Messages.DiffRequest | Messages.UpdateRequest): Recorded {
  return { id: request.getId(), state: fromStruct(request.getOlds()), inputs: fromStruct(request.getOldInputs()) };
}

function checkResponse(failures: readonly Failure[]): Messages.CheckResponse {
  return new messages.CheckResponse().setFailuresList(checkFailures(failures));
}

function checkFailures(failures: readonly Failure[]): Messages.CheckFailure[] {
  return failures.map(({ property, reason }) => new messages.CheckFailure().setProperty(property).setReason(reason));
}

function isFailures(answer: Properties | readonly Failure[]): answer is readonly Failure[] {
  return Array.isArray(answer);
}
