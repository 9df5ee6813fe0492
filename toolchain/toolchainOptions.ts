import type { Installer } from "./officialInstaller.ts";

/** The variables of the environment, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What every part of the toolchain needs from its caller. */
export interface ToolchainOptions {
  readonly environment: Environment;
  /** Receives one sentence at a time: why a step was skipped or failed, and how far a long one is. */
  readonly report: (line: string) => void;
  /** Ends whatever is under way; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Installs the official Pulumi CLI; the Automation API's own installer unless a test says otherwise. */
  readonly installer?: Installer;
}
