import type { InvokeCommandInput, InvokeCommandOutput } from "@aws-sdk/client-lambda";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { routedVersion } from "../alias.ts";
import { findFunction, findVersion } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress, qualifiedArn, type FunctionAddress } from "../functionAddress.ts";
import { latest, type FunctionVersion } from "../functionVersion.ts";
import { tailOf } from "../invocationLog.ts";
import { invokeLater } from "../invokeLater.ts";
import { invokeVersion } from "../invokeVersion.ts";
import { lambdaError } from "../lambdaError.ts";

/** The SDK gives blobs more forms than they have once they are parsed. */
interface InvokeInput extends Omit<Input<InvokeCommandInput>, "Payload"> {
  readonly Payload?: Uint8Array;
}
interface InvokeOutput extends Omit<Output<InvokeCommandOutput>, "Payload"> {
  readonly Payload?: Uint8Array;
}

/** In bytes. Source: Lambda Developer Guide, "Lambda quotas". */
const maximumPayload = { RequestResponse: 6_291_456, Event: 1_048_576, DryRun: 6_291_456 };

/** Runs a function: waits for its answer, only sees that it is started, or only whether the caller may. */
export const invoke = operation<InvokeInput, InvokeOutput>({
  service: "lambda",
  name: "Invoke",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html",
  readOnly: false,
  leavesNothing: true,
  unsupported: ["DurableExecutionName", "TenantId"],
  audit: { kind: "data" },
  access: (context, { FunctionName, Qualifier }) => [
    functionAccess(context, "InvokeFunction", functionAddress(context, FunctionName, Qualifier)),
  ],
  run: async (context, input) => {
    const { InvocationType: type = "RequestResponse", ClientContext, LogType } = input;
    const address = functionAddress(context, input.FunctionName, input.Qualifier);
    const found = findFunction(context, address);
    const version = invokedVersion(context, address);
    const payload = payloadOf(input, maximumPayload[type]);
    if (type === "DryRun") return { StatusCode: 204 };
    const clientContext = ClientContext && Buffer.from(ClientContext, "base64").toString("utf8");
    const request = { found, version, payload, clientContext, invokedFunctionArn: qualifiedArn(address) };
    if (type === "Event") {
      invokeLater(context, request, found.eventInvokeConfigs.get(address.qualifier ?? latest));
      return { StatusCode: 202 };
    }
    const { payload: answer, isError, log } = await invokeVersion(context, request);
    return {
      StatusCode: 200,
      ...(isError && { FunctionError: "Unhandled" }),
      ...(LogType === "Tail" && { LogResult: tailOf(log) }),
      Payload: Buffer.from(answer),
      ExecutedVersion: version.version,
    };
  },
});

function invokedVersion(context: CallContext, address: FunctionAddress): FunctionVersion {
  const alias = findFunction(context, address).aliases.get(address.qualifier ?? "");
  if (!alias) return findVersion(context, address);
  const draw = context.instance.random.fleeting.bytes(4).readUInt32BE() / 2 ** 32;
  return findVersion(context, { ...address, qualifier: routedVersion(alias, draw) });
}

/** An event is JSON; without one, it is an empty object. Source of the messages: public transcripts. */
function payloadOf({ Payload }: InvokeInput, maximum: number): string {
  if (!Payload || Payload.length === 0) return "{}";
  if (Payload.length > maximum) {
    throw lambdaError(
      "RequestTooLargeException",
      `Request must be smaller than ${maximum} bytes for the InvokeFunction operation`,
    );
  }
  const text = Buffer.from(Payload).toString("utf8");
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw lambdaError("InvalidRequestContentException", `Could not parse request body into json: ${why}`);
  }
}
