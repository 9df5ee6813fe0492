import { UserError } from "../errors/userError.ts";
import { administratorName, workshopSettings } from "./blueprint/sandboxSettings.ts";
import type { ClassView, Credential, Desk, StudentView } from "./desk.ts";
import { endAll } from "./end/endAll.ts";
import { checkHandOut } from "./handover/checkHandOut.ts";
import { readCredentials } from "./handover/credentialsRecord.ts";
import type { HandOver } from "./lease/lease.ts";
import { openStates } from "./lease/leaseState.ts";
import { leaseView } from "./progress/leaseView.ts";
import { observeClass, type Observed } from "./progress/observeClass.ts";
import { ClassEvents } from "./progress/classEvents.ts";
import { namesOf } from "./progress/namesOf.ts";
import { extendLease, freezeLease, thawLease, type ChangePlace } from "./terms/changeLease.ts";
import { resetLease } from "./terms/resetLease.ts";

/** How long a look at a class counts. */
const freshMilliseconds = 1_000;

/** The sandboxes of a class at the place where they are. */
export class ClassDesk implements Desk {
  readonly #change: ChangePlace;
  readonly #events = new ClassEvents();
  /** The latest look: everybody who has a page open asks, and all are told the same. Absent when it counts no longer. */
  #latest: Promise<Observed> | undefined;

  constructor(change: ChangePlace) {
    this.#change = change;
  }

  /** Looks how the class stands. Who asks meanwhile, or shortly after, is told the same: a large class takes longer than its pages wait. */
  async observe(): Promise<Observed> {
    this.#latest ??= this.#look();
    return this.#latest;
  }

  async #look(): Promise<Observed> {
    try {
      return await observeClass(this.#change, this.#events);
    } finally {
      setTimeout(() => (this.#latest = undefined), freshMilliseconds).unref();
    }
  }

  async view(): Promise<ClassView> {
    const { folder, record } = this.#change;
    const observed = await this.observe();
    const { isolation, roster } = folder;
    const leases = folder.leases.list();
    const proved = new Set(isolation?.leases);
    const isProved = leases.every(({ id, state }) => !openStates.has(state) || proved.has(id));
    return {
      name: record.name,
      workshop: record.workshop,
      target: record.target,
      now: observed.now.toISOString(),
      isolation:
        isolation && isolation.breaks.length > 0 ? "broken" : isolation && isProved ? "proved" : "not proved yet",
      leases: leases.map((lease) => leaseView(lease, { record, roster, observed })),
      ...(observed.problems.length > 0 && { problems: observed.problems }),
    };
  }

  async studentView(joinCode: string): Promise<StudentView | undefined> {
    const { folder, record } = this.#change;
    const lease = folder.leases.list().find((one) => one.joinCode === joinCode);
    if (!lease) return undefined;
    const observed = await this.observe();
    const view = leaseView(folder.leases.get(lease.id), { record, observed });
    return {
      lease: lease.id,
      workshop: record.workshop,
      now: observed.now.toISOString(),
      state: view.state,
      until: view.until,
      signInUrl: readCredentials(folder.leases.folderOf(lease.id))?.[0]?.signInUrl ?? "",
      region: lease.region ?? record.region,
      names: namesOf(lease, record, workshopSettings(record.workshop), administratorName),
      checkpoints: view.checkpoints,
      denials: view.denials,
      wasHandedOut: lease.handOvers.some(({ to }) => to === "student"),
    };
  }

  async handOut(id: string, to: HandOver["to"]): Promise<readonly Credential[]> {
    const { folder, places } = this.#change;
    const { leases } = folder;
    checkHandOut(id, folder);
    const credentials = readCredentials(leases.folderOf(id));
    if (!credentials) throw new Error(`The credentials of ${id} are not in its folder.`);
    const at = await places.home.place.target.now();
    leases.write(id, { type: "handed over", at: at.toISOString(), to });
    return credentials;
  }

  async extend(id: string, until: Date): Promise<void> {
    await extendLease(this.#known(id), until, this.#change);
  }

  async freeze(id: string, reason: string): Promise<void> {
    await freezeLease(this.#known(id), reason, this.#change);
  }

  async thaw(id: string): Promise<void> {
    await thawLease(this.#known(id), this.#change);
  }

  async reset(id: string): Promise<void> {
    await resetLease(this.#known(id), this.#change);
  }

  async end(id: string): Promise<void> {
    const { folder, record, places } = this.#change;
    const reason = "the instructor has ended it";
    await endAll({ record, folder, ids: [this.#known(id)], reason, hear: () => undefined }, places);
  }

  #known(id: string): string {
    if (this.#change.folder.leases.find(id)) return id;
    throw noLease(id);
  }
}

function noLease(id: string): UserError {
  return new UserError(`The class has no sandbox ${JSON.stringify(id)}.`, "keylab sandbox list names them all.");
}
