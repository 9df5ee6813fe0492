import type { EnvironmentResponse, FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { CallContext } from "../../callContext.ts";
import { shownEnvironment } from "./environmentEncryption.ts";
import type { FunctionVersion } from "./functionVersion.ts";

/** Whether a version was only just made or changed: answers to such requests say so, and all later ones do not. */
export type Progress = "creating" | "updating" | "settled";

interface Shown {
  /** The ARN, with the qualifier by which it was asked for. */
  readonly arn: string;
  readonly environment?: EnvironmentResponse;
  readonly progress?: Progress;
}

const reason = "The function is being created.";

/**
 * How waiters see that something is under way. The update's reason is the recorded one, odd as it is.
 * Source: recorded answers.
 */
const states: Readonly<Record<Progress, Partial<FunctionConfiguration>>> = {
  creating: { State: "Pending", StateReason: reason, StateReasonCode: "Creating" },
  updating: { State: "Active", LastUpdateStatus: "InProgress", LastUpdateStatusReason: reason },
  settled: { State: "Active", LastUpdateStatus: "Successful" },
};

/** A version as answers show it, without asking KMS. */
export function configurationOf(
  version: FunctionVersion,
  { arn, environment, progress = "settled" }: Shown,
): FunctionConfiguration {
  const { settings, code } = version;
  return {
    FunctionName: version.functionName,
    FunctionArn: arn,
    Runtime: settings.runtime,
    Role: settings.role,
    Handler: settings.handler,
    CodeSize: code.zip.length,
    Description: settings.description,
    Timeout: settings.timeout,
    MemorySize: settings.memorySize,
    LastModified: version.lastModified.toISOString().replace("Z", "+0000"),
    CodeSha256: code.sha256,
    Version: version.version,
    Environment: environment,
    KMSKeyArn: settings.kmsKeyArn,
    TracingConfig: { Mode: "PassThrough" },
    RevisionId: version.revisionId,
    PackageType: "Zip",
    Architectures: [...settings.architectures],
    EphemeralStorage: { Size: settings.ephemeralStorage },
    SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
    LoggingConfig: { LogFormat: "Text", LogGroup: settings.logGroup },
    ...states[progress],
  };
}

/** A version as answers show it, with the environment variables as far as the caller may decrypt them. */
export async function shownConfiguration(
  context: CallContext,
  version: FunctionVersion,
  shown: Omit<Shown, "environment">,
): Promise<FunctionConfiguration> {
  return configurationOf(version, { ...shown, environment: await shownEnvironment(context, version) });
}
