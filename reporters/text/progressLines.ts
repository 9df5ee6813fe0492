import type { PhaseRecord, ScenarioRecord } from "../runRecord.ts";
import type { Screen } from "../screen.ts";
import { duration } from "./duration.ts";

/** A scenario that is running: what is done, what is going on and for how long, what is to come. */
export function progressLines(scenario: ScenarioRecord, now: number, screen: Screen): string[] {
  const { started, phases, teardown } = scenario;
  const isOver = teardown !== undefined;
  const lines = [
    `${spinner(now)} ${started.scenario} (${since(started.at, now)})`,
    ...phases.map((phase) => `  ${phaseLine(phase, now, isOver)}`),
    ...(isOver ? [`  ${spinner(now)} teardown (${since(teardown.at, now)})`] : []),
  ];
  // A line that wraps would take more room than the screen expects.
  return lines.map((line) => (line.length < screen.columns ? line : `${line.slice(0, screen.columns - 2)}…`));
}

function phaseLine(phase: PhaseRecord, now: number, isOver: boolean): string {
  const { name, started, deployed, checks, ended } = phase;
  const bad = checks.filter(({ verdict }) => verdict !== "passed").length;
  if (ended !== undefined) return `${bad === 0 ? "✔" : "✘"} ${name}`;
  if (started === undefined) return `· ${name}`;
  if (isOver) return `✘ ${name}`;
  // A phase that changes nothing is not deployed.
  const isTesting = deployed !== undefined || checks.length > 0;
  const what = isTesting ? `access test ${checks.length + 1}` : "preparing";
  return `${spinner(now)} ${name}: ${what} (${since(started.at, now)})`;
}

function since(at: string, now: number): string {
  return duration(Math.max(0, now - Date.parse(at)));
}

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"] as const;

function spinner(now: number): string {
  return frames[Math.floor(now / 100) % frames.length] ?? frames[0];
}
