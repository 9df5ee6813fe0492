import type { CallContext } from "../../callContext.ts";
import { unpack } from "./deploymentPackage.ts";
import { decryptedForRole } from "./environmentEncryption.ts";
import type { Variables } from "./environmentVariables.ts";
import { ExecutionEnvironment } from "./execution/executionEnvironment.ts";
import type { StartedEnvironment } from "./execution/executionEnvironments.ts";
import { ExecutionFolder } from "./execution/executionFolder.ts";
import { runtimeCommand } from "./execution/runtimeCommand.ts";
import { startSession, type RoleSession } from "./executionRole.ts";
import type { FunctionVersion } from "./functionVersion.ts";

/**
 * Makes an execution environment for a version and loads the function: a session of the execution role, the environment
 * variables decrypted as that role, a process. Throws AccessDeniedException, and Lambda's errors about KMS.
 */
export async function coldStart(context: CallContext, version: FunctionVersion): Promise<StartedEnvironment> {
  const session = await startSession(context, version.settings.role, version);
  const own = await decryptedForRole(context, session.principal, version);
  const folder = await ExecutionFolder.make(unpack(version.code.zip));
  const { runtime, memorySize, handler } = version.settings;
  const command = await runtimeCommand(runtime, memorySize, folder);
  const environment = new ExecutionEnvironment(folder, command, logStreamName(context, version));
  context.instance.executionEnvironments.add(environment);
  const given = givenVariables(context, version, session, environment.logStream, folder);
  await environment.initialize({ ...given, ...own }, handler);
  return { environment, role: session.principal };
}

/** Source: Lambda Developer Guide, "Working with CloudWatch Logs". */
function logStreamName({ instance, now }: CallContext, { version }: FunctionVersion): string {
  const day = now.toISOString().slice(0, 10).replaceAll("-", "/");
  return `${day}/[${version}]${instance.random.fleeting.bytes(16).toString("hex")}`;
}

/**
 * What Lambda sets, and where the AWS SDK finds the embedded AWS. Source: Lambda Developer Guide, "Defined runtime environment
 * variables".
 */
function givenVariables(
  { region, instance }: CallContext,
  { functionName, version, settings }: FunctionVersion,
  session: RoleSession,
  logStream: string,
  { task, home, temporary }: ExecutionFolder,
): Variables {
  return {
    _HANDLER: settings.handler,
    AWS_ACCESS_KEY_ID: session.accessKeyId,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: instance.executionEnvironments.endpointUrl,
    AWS_EXECUTION_ENV: `AWS_Lambda_${settings.runtime}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memorySize),
    AWS_LAMBDA_FUNCTION_NAME: functionName,
    AWS_LAMBDA_FUNCTION_VERSION: version,
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: settings.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    AWS_REGION: region,
    AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
    AWS_SESSION_TOKEN: session.sessionToken,
    HOME: home,
    LAMBDA_TASK_ROOT: task,
    LANG: "en_US.UTF-8",
    PATH: "/usr/local/bin:/usr/bin:/bin",
    TMPDIR: temporary,
    TZ: ":UTC",
  };
}
