import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { fullyQualifiedStackName } from "@pulumi/pulumi/automation/stack.js";
import {
  LocalWorkspace,
  type InlineProgramArgs,
  type LocalWorkspaceOptions,
  type EngineEvent,
  type PulumiCommand,
  type PulumiFn,
  type Stack,
} from "@pulumi/pulumi/automation/index.js";
import type { Backend } from "./backend.ts";
import { EngineError, type EngineProblem } from "./engineError.ts";
import { ProgramClients } from "./programClients.ts";
import { resourcesInState } from "./resourcesInState.ts";
import type { EngineSettings } from "./target.ts";
import { withOwnSignal } from "./withOwnSignal.ts";

/** Where and how the engine works for one scenario run. */
export interface EngineOptions {
  readonly pulumi: PulumiCommand;
  readonly pulumiHome: string;
  /** A folder of the run's own, for the workspace and the state. */
  readonly folder: string;
  readonly settings: EngineSettings;
  /** Default: files in the folder. */
  readonly backend?: Backend;
  /** The default tags of the provider: everything of AWS that takes tags gets them. Default: none. */
  readonly defaultTags?: Readonly<Record<string, string>>;
  /** Hears of each resource that was made. Default: nobody. */
  readonly made?: (resource: EngineResource) => void;
}

/** How many resources were created, updated, replaced, deleted or left as they were. */
export type Changes = Readonly<Record<string, number>>;

/** A resource as the engine knows it. */
export interface EngineResource {
  readonly urn: string;
  /** For example `aws:kms/key:Key`. */
  readonly type: string;
  readonly id: string;
  /** Absent for a resource that has none. */
  readonly arn?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** A resource that stands. */
export interface StandingResource extends EngineResource {
  /** As people know it: `aws:kms/key:Key key`. */
  readonly name: string;
  /** Secrets are masked by the engine. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** The Pulumi engine with one stack: deploys successive versions of a program, and destroys what they made. */
export class Engine {
  readonly #stack: Stack;
  readonly #resources = new Map<string, EngineResource>();
  /** By URN. */
  readonly #standing = new Map<string, StandingResource>();
  readonly #made: EngineOptions["made"];
  readonly #isShared: boolean;

  private constructor(stack: Stack, { made, backend }: EngineOptions) {
    this.#stack = stack;
    this.#made = made;
    this.#isShared = backend?.url !== undefined;
  }

  /** Makes a stack with a state of its own in the folder. */
  static async open(options: EngineOptions): Promise<Engine> {
    const { defaultTags } = options;
    const config = defaultTags && { "aws:defaultTags": { tags: defaultTags } };
    return Engine.#withStack(options, (program, workspace) =>
      LocalWorkspace.createStack(program, {
        ...workspace,
        ...(config && { stackSettings: { [basename(options.folder)]: { config } } }),
      }),
    );
  }

  /** Goes on with the stack that somebody else has made in the folder. Rejects if there is none. */
  static async reopen(options: EngineOptions): Promise<Engine> {
    return Engine.#withStack(options, (...args) => LocalWorkspace.selectStack(...args));
  }

  /** Goes on with the stack in the folder, or makes it where whoever began was killed too early, or nobody has begun. */
  static async openOrReopen(options: EngineOptions): Promise<Engine> {
    return Engine.#withStack(options, (...args) => LocalWorkspace.createOrSelectStack(...args));
  }

  static async #withStack(options: EngineOptions, take: TakeStack): Promise<Engine> {
    const { pulumi, pulumiHome, folder, settings, backend } = options;
    const workDir = join(folder, "workspace");
    const state = join(folder, "state");
    await Promise.all([workDir, state].map((path) => mkdir(path, { recursive: true, mode: 0o700 })));
    const url = backend?.url ?? `file://${state}`;
    const project = { name: "keylab", runtime: "nodejs", backend: { url } } as const;
    const stack = await take(
      {
        projectName: project.name,
        stackName: stackName(url, folder),
        program: nothing,
      },
      {
        workDir,
        pulumiHome,
        pulumiCommand: pulumi,
        projectSettings: project,
        secretsProvider: backend?.secretsProvider ?? settings.secretsProvider,
        envVars: {
          ...backend?.environment,
          ...settings.environment,
          PULUMI_SKIP_UPDATE_CHECK: "true",
          // What is in a run's state is of no use after it.
          PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
          PULUMI_BACKEND_URL: url,
          [engineMark]: folder,
        },
      },
    );
    askNothingMore(stack);
    return new Engine(stack, options);
  }

  /**
   * Brings the stack up to date with a program. Throws an EngineError with the engine's own diagnostics.
   *
   * @param signal ends the engine when it is aborted
   * @param only the URNs of resources: no other is changed. Default: all of them.
   */
  async up(program: PulumiFn, signal?: AbortSignal, only: readonly string[] = []): Promise<Changes> {
    const target = only.length > 0 ? [...only] : undefined;
    const clients = new ProgramClients();
    const known = clients.of(program);
    try {
      return await this.#watch((onEvent) =>
        withOwnSignal(signal, async (own) => this.#stack.up({ program: known, onEvent, signal: own, target })),
      );
    } finally {
      clients.close();
    }
  }

  /**
   * Destroys everything the stack has made. Throws an EngineError.
   *
   * @param signal ends the engine when it is aborted
   * @param spared the URNs of resources that stay
   */
  async destroy(signal?: AbortSignal, spared: readonly string[] = []): Promise<Changes> {
    const exclude = spared.length > 0 ? [...spared] : undefined;
    return this.#watch((onEvent) =>
      withOwnSignal(signal, async (own) => this.#stack.destroy({ onEvent, signal: own, exclude })),
    );
  }

  /** Ends what somebody who is dead has begun on the stack: clears its locks. */
  async unlock(): Promise<void> {
    await this.#stack.cancel();
  }

  /** The resources of AWS that the state knows. */
  async known(): Promise<readonly EngineResource[]> {
    return resourcesInState(await this.#stack.exportStack());
  }

  /** Takes the stack, which has nothing any more, out of a backend that others use as well. */
  async forget(): Promise<void> {
    if (this.#isShared) await this.#stack.workspace.removeStack(this.#stack.name);
  }

  /** Every resource the engine has made, those included that it has deleted since. */
  resources(): readonly EngineResource[] {
    return [...this.#resources.values()];
  }

  /** Every resource of AWS that stands after the latest operation. */
  standing(): readonly StandingResource[] {
    return [...this.#standing.values()];
  }

  async #watch(operate: (onEvent: (event: EngineEvent) => void) => Promise<unknown>): Promise<Changes> {
    const problems: EngineProblem[] = [];
    let changes: Changes = {};
    const onEvent = (event: EngineEvent) => {
      const { diagnosticEvent: told } = event;
      if (told?.severity === "error")
        problems.push({ message: plainText(told.message), resource: resourceOf(told.urn) });
      if (event.summaryEvent) changes = event.summaryEvent.resourceChanges;
      this.#remember(event);
    };
    try {
      await operate(onEvent);
    } catch (error) {
      if (problems.length === 0) throw error;
      // That the whole has failed is no news where something in particular has.
      const particular = problems.filter(({ resource }) => resource !== undefined);
      throw new EngineError(particular.length > 0 ? particular : problems, { cause: error });
    }
    return changes;
  }

  #remember(event: EngineEvent): void {
    const told = event.resOutputsEvent?.metadata;
    if (told?.op === "delete") this.#standing.delete(told.urn);
    const state = told?.new;
    if (!state?.id || !state.type.startsWith("aws:")) return;
    const { type, id, inputs, outputs, urn } = state;
    const arn: unknown = outputs.arn;
    const resource = { urn, type, id, inputs, ...(typeof arn === "string" && { arn }) };
    const key = `${type}::${id}`;
    if (!this.#resources.has(key)) this.#made?.(resource);
    this.#resources.set(key, resource);
    this.#standing.set(urn, { ...resource, outputs, name: resourceOf(urn) ?? type });
  }
}

type TakeStack = (program: InlineProgramArgs, workspace: LocalWorkspaceOptions) => Promise<Stack>;

/** An environment variable of the engine's processes: the folder of the engine. */
export const engineMark = "KEYLAB_ENGINE_FOLDER";

/** Unique in any backend, as folders are named after runs. Pulumi's own service has organisations of its own. */
function stackName(backend: string, folder: string): string {
  const name = basename(folder);
  return /^https?:/.test(backend) ? name : fullyQualifiedStackName("organization", "keylab", name);
}

async function nothing(): Promise<void> {
  // Every `up` brings its own program.
}

/**
 * After each operation a stack asks the CLI for its outputs and its history, a process for each question. The runner
 * reads the engine's events instead and takes what the program hands over in process.
 */
function askNothingMore(stack: Stack): void {
  stack.outputs = async () => ({});
  stack.history = async () => [];
}

/** `urn:pulumi:stack::project::parent$aws:kms/key:Key::key` is `aws:kms/key:Key key`. Nothing for what is about the stack. */
function resourceOf(urn: string | undefined): string | undefined {
  const [, , types = "", name] = urn?.split("::") ?? [];
  const type = types.split("$").at(-1);
  return name === undefined || type === "pulumi:pulumi:Stack" ? undefined : `${type} ${name}`;
}

/** Diagnostics carry colour directives such as `<{%reset%}>`. */
function plainText(message: string): string {
  return message.replaceAll(/<\{%[^%]*%\}>/g, "").trim();
}
