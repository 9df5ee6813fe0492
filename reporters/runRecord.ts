import type {
  ExpectationChecked,
  PhaseAudited,
  PhaseDeployed,
  PhaseEnded,
  PhaseStarted,
  RunEnded,
  RunEvent,
  RunStarted,
  ScenarioEnded,
  ScenarioStarted,
  TeardownStarted,
} from "./events.ts";

/** What a phase has told so far. */
export interface PhaseRecord {
  readonly name: string;
  readonly started?: PhaseStarted;
  readonly deployed?: PhaseDeployed;
  readonly checks: readonly ExpectationChecked[];
  readonly audited?: PhaseAudited;
  readonly ended?: PhaseEnded;
}

/** What a scenario has told so far. Phases that have not begun are there by name. */
export interface ScenarioRecord {
  readonly started: ScenarioStarted;
  readonly phases: readonly PhaseRecord[];
  readonly teardown?: TeardownStarted;
  readonly ended?: ScenarioEnded;
}

/** What is told of a phase. */
type PhaseEvent = PhaseStarted | PhaseDeployed | ExpectationChecked | PhaseAudited | PhaseEnded;

/** What a run has told so far, sorted by scenario and phase. */
export class RunRecord {
  #started?: RunStarted;
  #ended?: RunEnded;
  readonly #scenarios: ScenarioRecord[] = [];

  get started(): RunStarted | undefined {
    return this.#started;
  }

  get ended(): RunEnded | undefined {
    return this.#ended;
  }

  /** Every run of a scenario: one that was tried again, or wanted several times, is there several times. */
  get scenarios(): readonly ScenarioRecord[] {
    return this.#scenarios;
  }

  /** The latest run of a scenario. Throws an Error when none of that id has started. */
  scenario(id: string): ScenarioRecord {
    const found = this.#scenarios.findLast(({ started }) => started.scenario === id);
    if (found === undefined) throw new Error(`an event of the scenario ${id} came before its start`);
    return found;
  }

  add(event: RunEvent): void {
    switch (event.type) {
      case "run started":
        this.#started = event;
        break;
      case "run ended":
        this.#ended = event;
        break;
      case "scenario started":
        this.#scenarios.push({ started: event, phases: event.phases.map((name) => ({ name, checks: [] })) });
        break;
      case "teardown started":
        this.#change({ ...this.scenario(event.scenario), teardown: event });
        break;
      case "scenario ended":
        this.#change({ ...this.scenario(event.scenario), ended: event });
        break;
      default:
        this.#addToPhase(event);
    }
  }

  #addToPhase(event: PhaseEvent): void {
    const scenario = this.scenario(event.scenario);
    const phases = scenario.phases.map((phase) => (phase.name === event.phase ? withEvent(phase, event) : phase));
    this.#change({ ...scenario, phases });
  }

  #change(scenario: ScenarioRecord): void {
    const index = this.#scenarios.findLastIndex(({ started }) => started.scenario === scenario.started.scenario);
    this.#scenarios[index] = scenario;
  }
}

function withEvent(phase: PhaseRecord, event: PhaseEvent): PhaseRecord {
  switch (event.type) {
    case "phase started":
      return { ...phase, started: event };
    case "phase deployed":
      return { ...phase, deployed: event };
    case "expectation checked":
      return { ...phase, checks: [...phase.checks, event] };
    case "phase audited":
      return { ...phase, audited: event };
    case "phase ended":
      return { ...phase, ended: event };
  }
}
