import type { RunPlace } from "../../runner/runOptions.ts";
import type { Target } from "../../runner/target.ts";
import { ensurePulumi } from "../../toolchain/ensurePulumi.ts";
import { pulumiHome } from "../../toolchain/pulumiHome.ts";
import type { Context } from "../context.ts";
import { keylabFolder } from "../keylabFolder.ts";

/** Who waits, and where a run is to work. */
export interface PlaceOrder {
  readonly target: Target;
  readonly signal: AbortSignal;
  /** Says what takes its time. */
  readonly say: (line: string) => void;
}

/** Takes care that the Pulumi CLI is there. Throws a UserError where it cannot be. */
export async function preparePlace({ target, signal, say }: PlaceOrder, context: Context): Promise<RunPlace> {
  const { environment } = context;
  const { root } = await ensurePulumi({ environment, report: say, signal });
  return { target, pulumiRoot: root, pulumiHome: pulumiHome(environment), folder: keylabFolder(context), signal };
}
