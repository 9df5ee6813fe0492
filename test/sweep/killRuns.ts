import { readdir, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { Keylab, type Ended } from "../cli/keylab.ts";
import { Randomness } from "../fuzz/randomness.ts";
import { killAt, momentOf, startRun, type Moment } from "./killAt.ts";
import type { SharedAws } from "./withSharedAws.ts";
import { inventory } from "./inventory.ts";

/** Where runs are killed, and how often. */
export interface KillOrder extends SharedAws {
  readonly seed: number;
  readonly rounds: number;
  /** Whether requests meet faults: then runs may fail by themselves. */
  readonly isChaotic?: boolean;
}

/** What came of it. */
export interface KillRunsReport {
  readonly rounds: number;
  /** How many runs were killed: some end before. */
  readonly killed: number;
  /** How often the sweep had something to remove. */
  readonly swept: number;
  /** How many runs were killed while deploying, in phases, and in the teardown. */
  readonly moments: Readonly<Record<Moment, number>>;
  /** What was not as promised, in words. */
  readonly broken: readonly string[];
}

/** They have everything that is hard to remove: an owner's key, replicas, versions, functions, volumes, grants. */
const scenarios = [
  "kms/role-owns-the-key",
  "dynamodb/change-key",
  "kms/multi-region",
  "lambda/encrypts-and-decrypts",
  "s3/bucket-default-encryption",
  "secretsmanager/rotation-keeps-versions",
  "ebs/encrypted-volume",
  "kms/grants",
  "cloudwatch/alarms-go-with-the-table",
  "iam/unprivileged-user",
] as const;

/** About how many lines a run writes, of journal and events together, until it ends. */
const linesOfRun = 60;

/**
 * Runs scenarios on a shared embedded AWS, kills them with SIGKILL at moments that the seed decides, sweeps, and looks whether the
 * account is as it was before. In some rounds the state of the engine is damaged, in some another run goes on beside.
 */
export async function killRuns(order: KillOrder): Promise<KillRunsReport> {
  const random = new Randomness(order.seed);
  const before = await inventory(order.url);
  const moments = { "before deployment": 0, deploying: 0, "in phases": 0, "tearing down": 0 };
  const broken: string[] = [];
  let swept = 0;
  for (let round = 0; round < order.rounds; round++) {
    const done = await killOnce(order, before, random);
    if (done.moment) moments[done.moment]++;
    if (done.hasSwept) swept++;
    broken.push(...done.broken.map((sentence) => `round ${round}, ${sentence}`));
  }
  const killed = Object.values(moments).reduce((sum, count) => sum + count, 0);
  return { rounds: order.rounds, killed, swept, moments, broken };
}

/** What came of one round. */
interface Round {
  /** Absent if the run ended before it was killed. */
  readonly moment?: Moment;
  readonly hasSwept: boolean;
  readonly broken: readonly string[];
}

async function killOnce(order: KillOrder, before: Set<string>, random: Randomness): Promise<Round> {
  const scenario = random.pick(scenarios);
  const bystander = random.onceIn(4) ? startRun("kms/first-key", order) : undefined;
  const { folder, wasKilled } = await killAt(1 + random.below(linesOfRun), random.below(150), scenario, order);
  const moment = folder === undefined ? "before deployment" : await momentOf(folder);
  if (folder !== undefined && random.onceIn(3)) await damage(folder, random);
  const sweep = await sweepNow(order);
  const beside = await bystander?.ended();
  // What chaos has spoilt of the run beside is for the next sweep.
  if (beside) await sweepNow(order);
  const change = await changeSince(before, order);
  const broken = [
    sweep.exitCode === 0 ? [] : `the sweep failed: ${sweep.stdout}${sweep.stderr}`,
    change.length === 0 ? [] : `${change}; the sweep said ${sweep.stdout}`,
    isAsExpected(beside, order) ? [] : `a run beside it did not pass: ${beside?.stdout ?? ""}${beside?.stderr ?? ""}`,
  ].flat();
  return {
    moment: wasKilled ? moment : undefined,
    hasSwept: sweep.stdout.includes("removed "),
    broken: broken.map((sentence) => `${scenario}, ${moment}: ${sentence}`),
  };
}

/** What is not as before, in words; empty if nothing is. What is left is told once. */
async function changeSince(before: Set<string>, { url }: KillOrder): Promise<string> {
  const after = await inventory(url);
  const left = [...after].filter((item) => !before.has(item));
  const lost = [...before].filter((item) => !after.has(item));
  for (const item of left) before.add(item);
  for (const item of lost) before.delete(item);
  return [...left.map((item) => `${item} is left`), ...lost.map((item) => `${item} of others is gone`)].join(", ");
}

/** A run that nobody killed passes, unless it met faults. */
function isAsExpected(beside: Ended | undefined, { isChaotic = false }: KillOrder): boolean {
  return beside === undefined || beside.exitCode === 0 || isChaotic;
}

function sweepNow(order: KillOrder): Promise<Ended> {
  return new Keylab(["sweep", "--target", order.url, "--yes"], order).ended();
}

/** Cuts the engine's state, and the copies of it, at some byte. */
async function damage(folder: string, random: Randomness): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const states = entries.filter((entry) => entry.isFile() && entry.name.startsWith("run.json"));
  for (const { parentPath, name } of states) {
    const path = join(parentPath, name);
    const share = random.fraction();
    // The engine may still be at work, and have removed a copy.
    const size = await stat(path).then(
      (found) => found.size,
      () => undefined,
    );
    if (size !== undefined) await truncate(path, Math.floor(share * size)).catch(() => undefined);
  }
}
