import { setTimeout } from "node:timers/promises";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ClassFolder } from "../../sandboxes/classes/classFolder.ts";
import { Keylab, type Ended } from "../cli/keylab.ts";
import { Randomness } from "../fuzz/randomness.ts";
import { inventory } from "../sweep/inventory.ts";
import type { SharedAws } from "../sweep/withSharedAws.ts";

/** How often a class is led from its roster to its end, and with what luck. */
export interface KillSandboxesOrder extends SharedAws {
  readonly seed: number;
  readonly rounds: number;
}

/** What came of it. */
export interface KillSandboxesReport {
  readonly rounds: number;
  /** How many commands were killed before they ended, by name. */
  readonly killed: Readonly<Record<Victim, number>>;
  /** What was not as promised, in words. */
  readonly broken: readonly string[];
}

/** The commands that are killed. */
export type Victim = "up" | "sweep" | "end";

const roster = "id,name\nada,Ada\nben,Ben\n";

/** About how long each command takes, in milliseconds. */
const durations: Readonly<Record<Victim, number>> = { up: 7_000, sweep: 4_000, end: 4_000 };

/**
 * Leads classes of two students from their roster to their end, and kills `up`, `sweep` (which is what `watch` does once) and `end` with SIGKILL at moments that
 * the seed decides. Afterwards the same command has to bring to an end what was begun: no lease is lost, and nothing is left.
 */
export async function killSandboxes(order: KillSandboxesOrder): Promise<KillSandboxesReport> {
  const random = new Randomness(order.seed);
  const killed = { up: 0, sweep: 0, end: 0 };
  const broken: string[] = [];
  for (let round = 0; round < order.rounds; round++) {
    const told = await killRound(`c${order.seed}-${round}`, order, { random, killed });
    broken.push(...told.map((sentence) => `round ${round}: ${sentence}`));
  }
  return { rounds: order.rounds, killed, broken };
}

interface Luck {
  readonly random: Randomness;
  readonly killed: Record<Victim, number>;
}

async function killRound(name: string, aws: SharedAws, luck: Luck): Promise<string[]> {
  const before = await inventory(aws.url);
  const folder = join(aws.folder, ".keylab", "classes", name);
  await mkdir(aws.folder, { recursive: true });
  await writeFile(join(aws.folder, "roster.csv"), roster);
  const up = [
    "sandbox",
    "up",
    "--roster",
    "roster.csv",
    "--workshop",
    "encrypt-a-database",
    "--class",
    name,
    "--target",
    aws.url,
  ];
  const made = await throughKills("up", [...up, "--for", "1h"], up, aws, luck);
  const broken = made.exitCode === 0 ? [] : [`up failed: ${made.stdout}${made.stderr}`];
  const states = new ClassFolder(folder).leases.list().map(({ state }) => state);
  if (states.join() !== "ready,ready") broken.push(`after up the leases are ${states.join(", ")}`);
  if (luck.random.onceIn(2)) {
    await new Keylab(["aws", "clock", "advance", "2h", "--port", new URL(aws.url).port], aws).ended();
    const sweep = ["sandbox", "sweep", "--class", name];
    const swept = await throughKills("sweep", sweep, sweep, aws, luck);
    if (swept.exitCode !== 0) broken.push(`sweep failed: ${swept.stdout}${swept.stderr}`);
  }
  const end = ["sandbox", "end", "--class", name, "--yes"];
  const ended = await throughKills("end", end, end, aws, luck);
  if (ended.exitCode !== 0) broken.push(`end failed: ${ended.stdout}${ended.stderr}`);
  const left = [...(await inventory(aws.url))].filter((item) => !before.has(item));
  return [...broken, ...left.map((item) => `${item} is left`)];
}

/** Kills the command once or twice, then lets it go on to its end. @param again what is said when it was begun before */
async function throughKills(
  victim: Victim,
  first: readonly string[],
  again: readonly string[],
  aws: SharedAws,
  { random, killed }: Luck,
): Promise<Ended> {
  const kills = 1 + random.below(2);
  let args = first;
  for (let kill = 0; kill < kills; kill++) {
    const running = new Keylab(args, aws);
    const moment = random.below(durations[victim]);
    await Promise.race([setTimeout(moment), running.ended()]);
    running.process.kill("SIGKILL");
    await running.ended();
    if (running.process.signalCode === "SIGKILL") killed[victim]++;
    if (hasBegun(args, aws)) args = again;
  }
  return new Keylab(args, aws).ended();
}

/** Whether the class is known: then the times of its end are. */
function hasBegun(args: readonly string[], { folder }: SharedAws): boolean {
  const name = args[args.indexOf("--class") + 1] ?? "";
  return new ClassFolder(join(folder, ".keylab", "classes", name)).record !== undefined;
}
