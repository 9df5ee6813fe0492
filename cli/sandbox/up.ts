import { basename, dirname, join } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { readAccounts } from "../../sandboxes/accounts/readAccounts.ts";
import type { SandboxAccount } from "../../sandboxes/accounts/sandboxAccount.ts";
import { wantedOrders, type Wish } from "../../sandboxes/accounts/wantedOrders.ts";
import { ClassFolder, classNames } from "../../sandboxes/classes/classFolder.ts";
import { putAwayEnded } from "../../sandboxes/classes/putAwayEnded.ts";
import type { ClassRecord } from "../../sandboxes/classes/classRecord.ts";
import { workshopNames } from "../../sandboxes/blueprint/sandboxSettings.ts";
import type { Site } from "../../sandboxes/places/site.ts";
import { readRoster } from "../../sandboxes/roster/readRoster.ts";
import { seats } from "../../sandboxes/roster/seats.ts";
import type { Blueprint, Roster } from "../../sandboxes/student.ts";
import { defaultPort } from "../aws/defaults.ts";
import type { Context } from "../context.ts";
import { makePrivateFolder } from "../keylabFolder.ts";
import { applyRoster, standingOrders } from "./applyRoster.ts";
import type { ClassOptions } from "./classOptions.ts";
import { classesFolder } from "./classesFolder.ts";
import { otherPlaces, type OtherPlace } from "./otherPlaces.ts";
import { readEnd } from "./readEnd.ts";
import { readGivenFile } from "./readGivenFile.ts";
import { withWorkplace } from "./withWorkplace.ts";

/** What `keylab sandbox up` was told. */
export interface UpOptions extends ClassOptions {
  /** A file. */
  readonly roster?: string;
  /** How many anonymous seats, instead of a roster. */
  readonly seats?: number;
  /** A file with the accounts that students get. */
  readonly accounts?: string;
  readonly workshop?: string;
  readonly blueprint?: Blueprint;
  readonly until?: string;
  readonly for?: string;
  readonly keys?: number;
  readonly tables?: number;
  readonly requests?: number;
  readonly yes?: boolean;
}

/** What a sandbox may have, if nobody says otherwise. */
const defaultLimits = { keys: 5, tables: 5, requests: 20_000 };

/**
 * Gives everybody on a roster a sandbox, or what is missing to that: goes on where it was interrupted, makes new ones for new students, ends those of
 * students who are gone, and leaves the others as they are. Then proves that they are isolated, and writes the credentials.
 *
 * Sets the exit code: 0 if all stand and are isolated, 1 if not.
 *
 * @throws UserError for wrong usage, before anything is created.
 */
export async function up(options: UpOptions, context: Context): Promise<void> {
  const roster = await readWho(options, context);
  const given = await readWhere(options, context);
  const path = join(classesFolder(context), classNameOf(options));
  const before = recordAt(path);
  checkWishes(options, before);
  const target = options.target ?? before?.target ?? `http://127.0.0.1:${defaultPort}`;
  const accounts = () => new ClassFolder(path).accounts ?? [];
  const asks = placesOf({ roster, accounts: given }, before, options, path);
  await withWorkplace({ target, options, asks, accounts }, context, async (places) => {
    const now = await places.home.place.target.now();
    const record = before ?? newRecord({ options, target, now, path }, places.home);
    refuseOtherPlace(record, places.home);
    // Whoever cannot deploy hears of it once, and not for each sandbox.
    await places.home.place.pulumi();
    await makePrivateFolder(path);
    const folder = new ClassFolder(path);
    const change = { folder, record, places };
    await applyRoster({ roster, accounts: given ?? folder.accounts }, { change, yes: options.yes === true }, context);
  });
}

/** Where the sandboxes will be beside the target's own: what is wrong with that is told before anything is entered. */
function placesOf(
  wish: Wish,
  before: ClassRecord | undefined,
  options: UpOptions,
  path: string,
): readonly OtherPlace[] {
  const folder = before && new ClassFolder(path);
  const { blueprint = "ready-made" } = before ?? options;
  const accounts = wish.accounts ?? folder?.accounts;
  const known = folder ? standingOrders(folder) : [];
  return otherPlaces(wantedOrders({ ...wish, accounts }, { name: basename(path), blueprint }, known));
}

/** What is known of a class that goes on. One that has ended makes room for another of its name. */
function recordAt(path: string): ClassRecord | undefined {
  const isKnown = () => classNames(dirname(path)).includes(basename(path));
  if (isKnown()) putAwayEnded(path);
  return isKnown() ? new ClassFolder(path).record : undefined;
}

async function readWho({ roster: file, seats: count }: UpOptions, context: Context): Promise<Roster> {
  if ((file === undefined) === (count === undefined)) {
    throw new UserError(
      "For whom are the sandboxes?",
      "Give --roster with a file, or --seats with a number, and not both.",
    );
  }
  if (count !== undefined) return seats(count);
  return readRoster(await readGivenFile(file ?? "", { is: "roster", kinds: "CSV or YAML" }, context));
}

/** Nothing where no accounts are given: those that the class has stay. */
async function readWhere({ accounts }: UpOptions, context: Context): Promise<readonly SandboxAccount[] | undefined> {
  if (accounts === undefined) return undefined;
  return readAccounts(await readGivenFile(accounts, { is: "table of accounts", kinds: "CSV" }, context));
}

function classNameOf({ class: name, workshop }: UpOptions): string {
  const named = name ?? workshop ?? "";
  if (/^[a-z0-9][a-z0-9-]{0,40}$/i.test(named)) return named;
  if (named === "") throw new UserError("What do the students learn?", `Give --workshop: ${workshopNames.join(", ")}.`);
  throw new UserError(
    `${JSON.stringify(named)} is no name of a class.`,
    'It has 1 to 41 letters, digits and "-", and begins with a letter or a digit.',
  );
}

function checkWishes({ workshop, blueprint, until, for: time }: UpOptions, before: ClassRecord | undefined): void {
  if (workshop !== undefined && !workshopNames.includes(workshop)) {
    throw new UserError(
      `There is no workshop ${JSON.stringify(workshop)}.`,
      `Give one of ${workshopNames.join(", ")}.`,
    );
  }
  if (before === undefined) {
    if (workshop === undefined) {
      throw new UserError("What do the students learn?", `Give --workshop: ${workshopNames.join(", ")}.`);
    }
    if (until === undefined && time === undefined) {
      throw new UserError("When does it end?", 'Give --until "2026-12-01 18:00 Europe/Berlin", or --for 4h.');
    }
    return;
  }
  if (workshop !== undefined && workshop !== before.workshop) {
    throw new UserError(
      `The class ${before.name} does ${before.workshop}.`,
      "Give --class with another name for a class of its own.",
    );
  }
  if (blueprint !== undefined && blueprint !== before.blueprint) {
    throw new UserError(
      `The class ${before.name} was begun ${before.blueprint}.`,
      "Give --class with another name for a class of its own.",
    );
  }
  if (until !== undefined || time !== undefined) {
    throw new UserError(
      `The class ${before.name} ends ${before.until}.`,
      "Leave --until and --for out; keylab sandbox extend puts off the end.",
    );
  }
}

interface NewClass {
  readonly options: UpOptions;
  readonly target: string;
  readonly now: Date;
  readonly path: string;
}

function newRecord({ options, target, now, path }: NewClass, home: Site): ClassRecord {
  const { workshop = "", blueprint = "ready-made", keys, tables, requests } = options;
  return {
    schemaVersion: 1,
    name: basename(path),
    workshop,
    blueprint,
    target,
    partition: home.partition,
    accountId: home.accountId,
    region: home.region,
    created: now.toISOString(),
    until: readEnd(options, now).toISOString(),
    limits: {
      keys: keys ?? defaultLimits.keys,
      tables: tables ?? defaultLimits.tables,
      requests: requests ?? defaultLimits.requests,
    },
  };
}

/** The same class at two places would be forgotten at one of them. */
function refuseOtherPlace({ name, target, accountId, region }: ClassRecord, home: Site): void {
  if (home.accountId === accountId && home.region === region) return;
  throw new UserError(
    `The class ${name} is at ${target}, in the account ${accountId} and the region ${region}, and not in ${home.accountId}, ${home.region}.`,
    "Give --class with another name for a class of its own.",
  );
}
