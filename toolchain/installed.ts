/** How a tool came to be on this machine. */
export type Source = "KEYLAB_PULUMI" | "PATH" | "beside the Pulumi CLI" | "cache" | "installer" | "built from source";

/** A tool that was found, ran, and said its version. */
export interface Found {
  /** Absolute path of the executable. */
  readonly path: string;
  /** The version that the tool itself states, without a leading `v`. */
  readonly version: string;
  readonly source: Source;
}

/** The Pulumi CLI, ready for the Automation API. */
export interface Installed extends Found {
  /** A folder in which the CLI is `bin/pulumi`: what `PulumiCommand.get({ root })` expects. */
  readonly root: string;
}
