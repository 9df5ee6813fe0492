import type { RunPlace } from "../../runner/runOptions.ts";
import type { Target } from "../../runner/target.ts";
import { ensurePulumi } from "../../toolchain/ensurePulumi.ts";
import { pulumiHome } from "../../toolchain/pulumiHome.ts";
import type { Context } from "../context.ts";
import { keylabFolder } from "../keylabFolder.ts";

/** Who waits, and where to. */
export interface PlaceOrder {
  readonly openTarget: () => Promise<Target>;
  readonly signal: AbortSignal;
  /** Says what takes its time. */
  readonly say: (line: string) => void;
}

/** Takes care that the Pulumi CLI is there, and opens the target. Throws a UserError where either cannot be. */
export async function preparePlace({ openTarget, signal, say }: PlaceOrder, context: Context): Promise<RunPlace> {
  const { environment } = context;
  const { root } = await ensurePulumi({ environment, report: say, signal });
  const target = await openTarget();
  return { target, pulumiRoot: root, pulumiHome: pulumiHome(environment), folder: keylabFolder(context), signal };
}
