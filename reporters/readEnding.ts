import { open } from "node:fs/promises";
import { runEvent, type RunEnded } from "./events.ts";

/** More than the last event of a run takes. */
const tailBytes = 65_536;

/**
 * How a run ended, read from the end of its events, however many they are. Nothing for a run that goes on, was cut short, or
 * whose last event cannot be read.
 *
 * @param path of an `events.jsonl`.
 */
export async function readEnding(path: string): Promise<RunEnded | undefined> {
  const lines = (await tailOf(path)).trimEnd().split("\n");
  const { data } = runEvent.safeParse(parsed(lines.at(-1) ?? ""));
  return data?.type === "run ended" ? data : undefined;
}

async function tailOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, tailBytes));
    await file.read(buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString("utf8");
  } finally {
    await file.close();
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
