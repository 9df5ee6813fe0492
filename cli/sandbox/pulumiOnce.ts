import { PulumiCommand } from "@pulumi/pulumi/automation/index.js";
import type { Workplace } from "../../sandboxes/workplace.ts";
import { ensurePulumi } from "../../toolchain/ensurePulumi.ts";
import type { Context } from "../context.ts";

/** Who waits for the Pulumi CLI. */
export interface PulumiWish {
  readonly signal: AbortSignal;
  /** Says what takes its time. */
  readonly say: (line: string) => void;
}

/** The Pulumi CLI, looked for when it is first asked for, and once, unless it cannot be had: much of what is done with sandboxes needs none. */
export function pulumiOnce({ signal, say }: PulumiWish, { environment }: Context): Workplace["pulumi"] {
  let found: Promise<PulumiCommand> | undefined;
  const find = async () => {
    try {
      const { root } = await ensurePulumi({ environment, report: say, signal });
      return await PulumiCommand.get({ root });
    } catch (error) {
      found = undefined;
      throw error;
    }
  };
  return async () => (found ??= find());
}
