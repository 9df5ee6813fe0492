import type { CreateFunctionCommandInput, UpdateFunctionConfigurationCommandInput } from "@aws-sdk/client-lambda";
import type { Input } from "../../operation.ts";
import type { FunctionSettings } from "./functionVersion.ts";
import { invalidParameterValue, notCarried } from "./lambdaError.ts";

/** In seconds and MB. Source: Lambda Developer Guide, "Lambda quotas". */
const limits = { timeout: 900, memorySize: 10_240 };

/** Source: Lambda API Reference, CreateFunction. */
const defaults = { description: "", timeout: 3, memorySize: 128, ephemeralStorage: 512 };

const carriedRuntime = /^(nodejs(20|22|24)\.x|python3\.\d+)$/;

/**
 * The settings of a new function. Throws InvalidParameterValueException for values that Lambda does not take, and for what the
 * embedded AWS does not carry.
 */
export function newSettings(input: Input<CreateFunctionCommandInput>, name: string): FunctionSettings {
  if (input.PackageType === "Image") throw notCarried("functions that are container images");
  if (input.Runtime === undefined || input.Handler === undefined) {
    throw invalidParameterValue(
      "Runtime and Handler are mandatory parameters for functions created with deployment packages.",
    );
  }
  const { Role: role, Runtime: runtime, Handler: handler, Architectures: architectures = ["x86_64"] } = input;
  return changedSettings(
    { ...defaults, role, runtime, handler, architectures, logGroup: `/aws/lambda/${name}` },
    { ...input, Role: role },
  );
}

/** Settings with the changes that a request states. Throws as {@link newSettings}. */
export function changedSettings(
  before: FunctionSettings,
  input: Omit<Input<UpdateFunctionConfigurationCommandInput>, "FunctionName">,
): FunctionSettings {
  const { TracingConfig, LoggingConfig, KMSKeyArn } = input;
  if (TracingConfig?.Mode === "Active") throw notCarried("tracing with X-Ray");
  if (LoggingConfig?.LogFormat === "JSON") throw notCarried("logs in the format JSON");
  const runtime = input.Runtime ?? before.runtime;
  if (!carriedRuntime.test(runtime)) throw notCarried(`the runtime '${runtime}'`);
  return {
    ...before,
    ...changedLimits(before, input),
    runtime,
    role: input.Role ?? before.role,
    handler: input.Handler ?? before.handler,
    description: input.Description ?? before.description,
    logGroup: LoggingConfig?.LogGroup ?? before.logGroup,
    // An empty key means the default one again.
    kmsKeyArn: KMSKeyArn === "" ? undefined : (KMSKeyArn ?? before.kmsKeyArn),
  };
}

/** The messages are not recorded anywhere. */
function changedLimits(
  before: FunctionSettings,
  { Timeout, MemorySize, EphemeralStorage }: Omit<Input<UpdateFunctionConfigurationCommandInput>, "FunctionName">,
): Pick<FunctionSettings, "timeout" | "memorySize" | "ephemeralStorage"> {
  const timeout = Timeout ?? before.timeout;
  const memorySize = MemorySize ?? before.memorySize;
  if (timeout > limits.timeout) throw invalidParameterValue(`Timeout must be at most ${limits.timeout} seconds.`);
  if (memorySize > limits.memorySize) {
    throw invalidParameterValue(
      `'MemorySize' value failed to satisfy constraint: Member must have value less than or equal to ${limits.memorySize}`,
    );
  }
  return { timeout, memorySize, ephemeralStorage: EphemeralStorage?.Size ?? before.ephemeralStorage };
}
