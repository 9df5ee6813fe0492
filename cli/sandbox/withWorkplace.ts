import { UserError } from "../../errors/userError.ts";
import type { SandboxAccount } from "../../sandboxes/accounts/sandboxAccount.ts";
import type { Places } from "../../sandboxes/places/places.ts";
import { remark, type Context } from "../context.ts";
import { interruptible, listenForInterruption } from "../interruption.ts";
import { confirmTarget } from "../run/confirmTarget.ts";
import { openTarget } from "../run/openTarget.ts";
import { readBackend } from "../run/readBackend.ts";
import { readTarget } from "../run/targetChoice.ts";
import { pulumiHome } from "../../toolchain/pulumiHome.ts";
import type { ClassOptions } from "./classOptions.ts";
import { placeText, refuseUnlistedPlaces, type OtherPlace } from "./otherPlaces.ts";
import { openPlaces } from "./openPlaces.ts";
import { pulumiOnce } from "./pulumiOnce.ts";

/** How a place is opened. */
export interface PlaceWish {
  /** As `--target` has it. */
  readonly target: string;
  readonly options: ClassOptions & { readonly yes?: boolean };
  /** Where it works beside the target's own: it is asked before anything is created on an AWS that is not on this machine. Absent: it is not asked. */
  readonly asks?: readonly OtherPlace[];
  /** The accounts beside the target's own, as they are known when one is entered. */
  readonly accounts: () => readonly SandboxAccount[];
}

/** The sandboxes that are worked on at a time: as many engines run. */
const defaultParallel = 2;

/**
 * Works with the sandboxes of a class at the places where they are. Ctrl-C ends the step that is under way.
 *
 * @throws UserError where nothing outlives the process, and where nobody answers.
 */
export async function withWorkplace<Result>(
  { target: text, options, asks, accounts }: PlaceWish,
  context: Context,
  work: (places: Places) => Promise<Result>,
): Promise<Result> {
  const choice = readTarget(text, options);
  const backend = readBackend(options, choice, context.environment);
  const say = (line: string) => remark(context, line);
  const interruption = listenForInterruption(context.signals, () => say("Stopping. The same command goes on with it."));
  const { signal } = interruption;
  try {
    refuseUnlistedPlaces(choice, asks ?? [], context);
    const target = await openTarget(choice, context);
    if (!target.lasting) throw endsWithTheProcess();
    await target.lasting.check();
    if (asks) {
      const where = { choice, target: target.description, others: asks.map(placeText) };
      await confirmTarget(where, { yes: options.yes === true, signal }, context);
    }
    const pulumi = pulumiOnce({ signal, say }, context);
    const home = pulumiHome(context.environment);
    const tools = { pulumi, pulumiHome: home, backend, signal, parallel: options.parallel ?? defaultParallel };
    const places = await openPlaces({ choice, target, tools, accounts }, context);
    try {
      return await interruptible(signal, async () => work(places));
    } finally {
      await places.close();
    }
  } finally {
    interruption.stop();
  }
}

function endsWithTheProcess(): UserError {
  return new UserError(
    "The target local ends with the command: sandboxes need one that stays.",
    "Start the embedded AWS in a terminal of its own with keylab aws start --data <folder>, and leave --target out.",
  );
}
