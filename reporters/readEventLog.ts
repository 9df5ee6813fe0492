import { createReadStream } from "node:fs";
import * as z from "zod";
import { UserError } from "../errors/userError.ts";
import { runEvent, schemaVersion, type RunEvent } from "./events.ts";
import { readLines } from "./readLines.ts";

/**
 * Reads the events of a run back, one after the other. A last line that is cut off, because the process was killed while it
 * wrote, is left out.
 *
 * @param path of an `events.jsonl`.
 * @throws UserError when the file cannot be read, was written by another version, or holds something else than events.
 */
export async function* readEventLog(path: string): AsyncGenerator<RunEvent> {
  let number = 0;
  for await (const { text, isLast } of linesOf(path)) {
    number += 1;
    const where = `${path}, line ${number}`;
    const document = parsed(text);
    if (document === undefined && isLast && number > 1) return;
    if (document === undefined) throw notAnEvent(where, "it is not JSON");
    if (number === 1) checkBeginning(document, path);
    const { data, error } = runEvent.safeParse(document);
    if (error !== undefined) throw notAnEvent(where, problemOf(error));
    yield data;
  }
  if (number === 0) throw notARun(path);
}

async function* linesOf(path: string): ReturnType<typeof readLines> {
  try {
    yield* readLines(createReadStream(path));
  } catch (error) {
    if (!(error instanceof Error) || !("syscall" in error)) throw error;
    throw new UserError(`Keylab cannot read ${path}: ${error.message}.`, 'Name a folder that "keylab run" wrote.', 1);
  }
}

/** Nothing if it is no JSON. */
function parsed(text: string): unknown {
  try {
    const document: unknown = JSON.parse(text);
    return document;
  } catch {
    return undefined;
  }
}

const beginning = z.object({ type: z.literal("run started"), schemaVersion: z.unknown() });

function checkBeginning(document: unknown, path: string): void {
  const { data } = beginning.safeParse(document);
  if (data === undefined) throw notARun(path);
  if (data.schemaVersion === schemaVersion) return;
  throw new UserError(
    `${path} has version ${String(data.schemaVersion)} of the events; this Keylab reads version ${schemaVersion}.`,
    "Read it with the version of Keylab that wrote it.",
    1,
  );
}

function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const path = issue === undefined ? "" : issue.path.join(".");
  return `${issue?.message ?? "it is something else"}${path === "" ? "" : ` (at ${path})`}`;
}

function notAnEvent(where: string, why: string): UserError {
  return new UserError(
    `${where} is no event of a run: ${why}.`,
    "Mend the line, or run the scenarios again: npx keylab run.",
    1,
  );
}

function notARun(path: string): UserError {
  return new UserError(
    `${path} does not begin with the start of a run.`,
    "Name a folder that npx keylab run wrote, as it stands in .keylab/runs.",
    1,
  );
}
