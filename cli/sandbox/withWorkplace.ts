import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { PulumiCommand } from "@pulumi/pulumi/automation/index.js";
import { UserError } from "../../errors/userError.ts";
import { markOf } from "../../runner/marks/mark.ts";
import { AdministratorRecords } from "../../sandboxes/classes/administratorRecords.ts";
import { sessionAs, type Workplace } from "../../sandboxes/workplace.ts";
import type { LastingTarget } from "../../runner/target.ts";
import type { Session } from "../../scenarios/contract/session.ts";
import { remark, type Context } from "../context.ts";
import { interruptible, listenForInterruption } from "../interruption.ts";
import { confirmTarget } from "../run/confirmTarget.ts";
import { openTarget } from "../run/openTarget.ts";
import { preparePlace } from "../run/preparePlace.ts";
import { readBackend } from "../run/readBackend.ts";
import { readTarget } from "../run/targetChoice.ts";
import { classesFolder } from "./classesFolder.ts";
import type { ClassOptions } from "./classOptions.ts";

/** A place that is open, and who works there. */
export interface OpenPlace {
  readonly place: Workplace;
  /** Tries again what is throttled. */
  readonly administrator: Session;
  readonly account: { readonly partition: string; readonly accountId: string; readonly region: string };
}

/** How a place is opened. */
export interface PlaceWish {
  /** As `--target` has it. */
  readonly target: string;
  readonly options: ClassOptions & { readonly yes?: boolean };
  /** Whether it is asked before anything is created on an AWS that is not on this machine. */
  readonly asks: boolean;
}

/** The sandboxes that are worked on at a time: as many engines run. */
const defaultParallel = 2;

/**
 * Works with the sandboxes of a class at the place where they are. Ctrl-C ends the step that is under way.
 *
 * @throws UserError where nothing outlives the process, and where nobody answers.
 */
export async function withWorkplace<Result>(
  { target: text, options, asks }: PlaceWish,
  context: Context,
  work: (open: OpenPlace) => Promise<Result>,
): Promise<Result> {
  const choice = readTarget(text, options);
  const backend = readBackend(options, choice, context.environment);
  const say = (line: string) => remark(context, line);
  const interruption = listenForInterruption(context.signals, () => say("Stopping. The same command goes on with it."));
  const { signal } = interruption;
  try {
    const target = await openTarget(choice, context);
    if (!target.lasting) throw endsWithTheProcess();
    await target.lasting.check();
    if (asks)
      await confirmTarget({ choice, target: target.description }, { yes: options.yes === true, signal }, context);
    const { pulumiRoot, pulumiHome } = await preparePlace({ target, signal, say }, context);
    const administrators = new AdministratorRecords(join(classesFolder(context), ".administrators"));
    await removeDead(administrators, target.lasting);
    const mark = newMark();
    await administrators.write(mark, target.lasting.url);
    const session = await target.open([], mark);
    const pulumi = await PulumiCommand.get({ root: pulumiRoot });
    const place = {
      target: session,
      pulumi,
      pulumiHome,
      backend,
      signal,
      parallel: options.parallel ?? defaultParallel,
    };
    const administrator = sessionAs(place, session.administrator);
    try {
      const account = await accountOf(administrator);
      return await interruptible(signal, async () => work({ place, administrator: administrator.retrying, account }));
    } finally {
      administrator.close();
      await session.close();
      administrators.forget(mark);
    }
  } finally {
    interruption.stop();
  }
}

/** Of the administrator whom the target makes for this command alone. */
function newMark() {
  const began = new Date().toISOString().replace(/[-:]/g, "").slice(0, 15);
  return markOf(`${began}-sandbox`, `kl${randomBytes(4).toString("hex")}`, "sandboxes");
}

async function accountOf(administrator: Session): Promise<OpenPlace["account"]> {
  const { Arn = "", Account: accountId = "" } = await administrator.sts.send(new GetCallerIdentityCommand({}));
  return { partition: Arn.split(":")[1] ?? "aws", accountId, region: administrator.region };
}

function endsWithTheProcess(): UserError {
  return new UserError(
    "The target local ends with the command: sandboxes need one that stays.",
    "Start the embedded AWS in a terminal of its own with keylab aws start --data <folder>, and leave --target out.",
  );
}

/** Whoever was killed could not remove the administrator of their command. */
async function removeDead(administrators: AdministratorRecords, lasting: LastingTarget): Promise<void> {
  for (const mark of await administrators.dead(lasting.url)) {
    await (await lasting.takeOver(mark)).close();
    administrators.forget(mark);
  }
}
