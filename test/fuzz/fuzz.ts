import { Registry } from "../../emulator/registry.ts";
import { services } from "../../emulator/services/services.ts";
import { startEmulator } from "../../emulator/startEmulator.ts";
import { send, type RawAnswer, type RawRequest } from "../support/signedRequest.ts";
import { anyRequest } from "./anyRequest.ts";
import { makeThings } from "./makeThings.ts";
import { Randomness } from "./randomness.ts";

/** How long an answer may take, in milliseconds: making an RSA key takes a while on a busy machine. */
const patienceMs = 30_000;

/** What a fuzz run has found. */
export interface FuzzResult {
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests that were not answered as AWS would: by a bug, with a status of 5xx, in no form of AWS's, or not at all. */
  readonly findings: readonly string[];
}

/** Sends requests that a seed repeats to a fresh embedded AWS, `parallel` at a time. */
export async function fuzz(seed: number, requests: number, parallel = 8): Promise<FuzzResult> {
  const bugs: unknown[] = [];
  const emulator = await startEmulator({ reportBug: (error) => bugs.push(error) });
  const [first, ...others] = new Registry(services).services();
  if (!first) throw new Error("There are no services.");
  const random = new Randomness(seed);
  const statuses: Record<string, number> = {};
  const findings: string[] = [];
  let sent = 0;
  const work = async (): Promise<void> => {
    while (sent < requests) {
      sent++;
      const request = anyRequest(random, [first, ...others]);
      const answer = await answerTo(() => send(emulator, request));
      const problem = answer instanceof Error ? answer.message : problemOf(answer, request);
      if (problem !== undefined) findings.push(`${problem}: ${shown(request)}`);
      const status = answer instanceof Error ? "none" : String(answer.status);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  try {
    await makeThings(emulator);
    await Promise.all(Array.from({ length: parallel }, work));
  } finally {
    await emulator.stop();
  }
  return {
    statuses,
    findings: [...findings, ...bugs.map((bug) => `bug: ${String(bug instanceof Error ? bug.stack : bug)}`)],
  };
}

async function answerTo(ask: () => Promise<RawAnswer>): Promise<RawAnswer | Error> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Error>((resolve) => {
    timer = setTimeout(() => resolve(new Error("no answer")), patienceMs);
  });
  try {
    return await Promise.race([ask(), timeout]);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** AWS answers 5xx itself: DynamoDB to a key of the wrong kind (see the recorded answers), S3 to what it does not have. */
function problemOf({ status, headers, text }: RawAnswer, { method }: RawRequest): string | undefined {
  const isAnswerOfAws =
    (status === 500 && text.includes("InternalServerError")) ||
    (status === 501 && (method === "HEAD" || text.includes("NotImplemented")));
  if (status >= 500 && !isAnswerOfAws) return `status ${status}`;
  const namesItsError = headers.has("x-amzn-errortype") || /"__type":"\w+"|<Code>[\w.]+<\/Code>/.test(text);
  // The answer to HEAD has no body that could.
  if (status >= 400 && method !== "HEAD" && !namesItsError) return `an error of no form of AWS's: ${text.slice(0, 80)}`;
  return undefined;
}

function shown({ service, method, path, headers, body }: RawRequest): string {
  return JSON.stringify({ service, method, path, headers, body: body?.toString("utf8").slice(0, 600) });
}
