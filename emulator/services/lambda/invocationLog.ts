import type { FunctionVersion } from "./functionVersion.ts";
import type { Outcome } from "./execution/executionEnvironment.ts";

/** How much of the log an answer brings, in bytes. Source: Lambda API Reference, Invoke, `LogType`. */
const tailBytes = 4096;

/** The log of an invocation, as Lambda writes it. Source: recorded answers; `Status` is known from public logs. */
export function invocationLog(
  { version, settings }: FunctionVersion,
  requestId: string,
  { printed, milliseconds, initMilliseconds, memory, failure }: Outcome,
): readonly string[] {
  const loading = initMilliseconds ?? 0;
  const report = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${milliseconds.toFixed(2)} ms`,
    `Billed Duration: ${Math.ceil(milliseconds + loading)} ms`,
    `Memory Size: ${settings.memorySize} MB`,
    `Max Memory Used: ${memory} MB`,
    ...(initMilliseconds === undefined ? [] : [`Init Duration: ${initMilliseconds.toFixed(2)} ms`]),
    ...(failure ? [`Status: ${failure.status}`] : []),
    ...(failure?.status === "error" ? [`Error Type: ${failure.errorType}`] : []),
  ];
  return [
    `START RequestId: ${requestId} Version: ${version}\n`,
    ...printed,
    `END RequestId: ${requestId}\n`,
    `${report.join("\t")}\t\n`,
  ];
}

/** The end of a log, in base64. */
export function tailOf(log: readonly string[]): string {
  return Buffer.from(log.join("")).subarray(-tailBytes).toString("base64");
}
