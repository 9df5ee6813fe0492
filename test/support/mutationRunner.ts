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
/** Need the whole embedded AWS, or look at its operations or at the cases instead of at decisions. */
const leftOut = [
  "caseCoverage.test.ts",
  "conditions/serviceConditions.test.ts",
  "everyOperation.test.ts",
  "iamData.test.ts",
];

/** Tables first: they find most changes faster than properties, which try hundreds of requests. */
function testFiles(): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const judges = paths.filter((path) => path.endsWith(".test.ts") && !leftOut.includes(path));
  const isProperty = (path: string) => path.startsWith("properties");
  const ordered = [...judges.filter((path) => !isProperty(path)), ...judges.filter(isProperty)];
  return ordered.map((path) => resolve(folder, path));
}

/**
 * Runs the engine's tests for Stryker in one process: the files are loaded once, with every change in them, and each run
 * switches one change on. Stryker's own runner does not know mocha 12.
 */
class MutationRunner implements TestRunner {
  readonly #mocha = new Mocha({ timeout: 0 });
  readonly #instrumented: InstrumenterContext = {};
  #isLoaded = false;

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
    setUp(this.#mocha.suite, bail, wanted);
    const tests = await this.#results();
    const { hitCount, hitLimit } = this.#instrumented;
    return determineHitLimitReached(hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests };
  }

  async #load(): Promise<void> {
    if (this.#isLoaded) return;
    await this.#mocha.loadFilesAsync();
    this.#isLoaded = true;
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

/** Skips what is not wanted: faster than a pattern of thousands of names. */
function setUp(suite: Mocha.Suite, bail: boolean, wanted: ReadonlySet<string> | undefined): void {
  suite.bail(bail);
  for (const test of suite.tests) test.pending = wanted !== undefined && !wanted.has(test.fullTitle());
  for (const child of suite.suites) setUp(child, bail, wanted);
}

function described(test: Mocha.Test): { id: string; name: string; timeSpentMs: number } {
  return { id: test.fullTitle(), name: test.fullTitle(), timeSpentMs: test.duration ?? 0 };
}

/** How Stryker finds the runner. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "engine", MutationRunner)];
