import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
} from "@stryker-mutator/api/test-runner";
import fc from "fast-check";
import Mocha from "mocha";

const folder = "test/emulator/authorization";
/**
 * Left out: what needs the whole embedded AWS, what looks at operations or at the cases instead of at decisions, and the
 * properties, which try thousands of requests for every change.
 */
const leftOut = /^(?:caseCoverage|everyOperation|iamData|conditions.serviceConditions|properties.*)\.test\.ts$/;

function testFiles(): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return paths.filter((path) => path.endsWith(".test.ts") && !leftOut.test(path)).map((path) => resolve(folder, path));
}

/**
 * Runs the engine's tests for Stryker in one process: the files are loaded once, with every change in them, and each run
 * switches one change on. Stryker's own runner does not know mocha 12.
 */
class MutationRunner implements TestRunner {
  readonly #mocha = new Mocha({ timeout: 0 });
  readonly #instrumented: InstrumenterContext = {};
  /** Outer suites first; empty until the files are loaded. */
  #contents: readonly [Mocha.Suite, Contents][] = [];

  /** What was imported cannot be imported anew: changes of what runs on loading get a process of their own. */
  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: this.#instrumented });
    // The same requests for every change, and no search for the smallest one that fails.
    fc.configureGlobal({ seed: 1, endOnFailure: true });
    this.#mocha.cleanReferencesAfterRun(false);
    for (const file of testFiles()) this.#mocha.addFile(file);
    const instrumented = this.#instrumented;
    this.#mocha.suite.beforeEach(function () {
      instrumented.currentTestId = this.currentTest?.fullTitle();
    });
  }

  async dryRun({ disableBail }: DryRunOptions): Promise<DryRunResult> {
    const result = await this.#run(!disableBail);
    if (result.status !== DryRunStatus.Complete) return result;
    return { ...result, mutantCoverage: this.#instrumented.mutantCoverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, disableBail, hitLimit, mutantActivation, testFilter } = options;
    this.#instrumented.hitLimit = hitLimit;
    this.#instrumented.hitCount = hitLimit === undefined ? undefined : 0;
    this.#instrumented.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
    const wanted = testFilter && new Set(testFilter);
    return toMutantRunResult(await this.#run(!disableBail, activeMutant.id, wanted));
  }

  async #run(bail: boolean, mutantId?: string, wanted?: ReadonlySet<string>): Promise<DryRunResult> {
    try {
      await this.#load();
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: String(error) };
    }
    this.#instrumented.activeMutant = mutantId;
    this.#leaveOnly(wanted, bail);
    const tests = await this.#results();
    const { hitCount, hitLimit } = this.#instrumented;
    return determineHitLimitReached(hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests };
  }

  async #load(): Promise<void> {
    if (this.#contents.length > 0) return;
    await this.#mocha.loadFilesAsync();
    this.#contents = contentsOf(this.#mocha.suite);
  }

  /** Walking over thousands of tests to skip them would take longer than those that are wanted. */
  #leaveOnly(wanted: ReadonlySet<string> | undefined, bail: boolean): void {
    for (const [suite, { tests, suites }] of [...this.#contents].toReversed()) {
      suite.bail(bail);
      suite.tests = wanted ? tests.filter((test) => wanted.has(test.fullTitle())) : tests;
      suite.suites = suites.filter((child) => child.tests.length + child.suites.length > 0);
    }
  }

  async #results(): Promise<TestResult[]> {
    const tests: TestResult[] = [];
    await new Promise<void>((done) => {
      const runner = this.#mocha.run(() => done());
      runner.on("pass", (test) => tests.push({ ...described(test), status: TestStatus.Success }));
      runner.on("fail", (test, error) => {
        tests.push({ ...described(test), status: TestStatus.Failed, failureMessage: String(error) });
      });
    });
    return tests;
  }
}

/** Everything that a suite holds, before anything is left out. */
type Contents = Pick<Mocha.Suite, "tests" | "suites">;

function contentsOf(suite: Mocha.Suite): [Mocha.Suite, Contents][] {
  const { tests, suites } = suite;
  return [[suite, { tests, suites }], ...suites.flatMap(contentsOf)];
}

function described(test: Mocha.Test): { id: string; name: string; timeSpentMs: number } {
  return { id: test.fullTitle(), name: test.fullTitle(), timeSpentMs: test.duration ?? 0 };
}

/** How Stryker finds the runner. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "engine", MutationRunner)];
