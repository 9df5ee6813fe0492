import type { ClassicLevel } from "classic-level";
import type { JournalRecord } from "./journalRecord.ts";
import type { JournalStore } from "./journalStore.ts";
import type { RecordCipher } from "./recordCipher.ts";

/** Keys are texts, values bytes. */
export type Database = ClassicLevel<string, Uint8Array>;

interface Put {
  readonly type: "put";
  readonly key: string;
  readonly value: Uint8Array;
}

/** How many events are kept; the oldest are forgotten first. The log in memory keeps as many. */
const eventCapacity = 100_000;

/** The records, in order: their keys end with their kind. */
const records = { gte: "record/", lt: "record0" };
/** The number of the last record that belongs to the start. */
const startKey = "start";

/**
 * Keeps records in LevelDB, encrypted. What is to be kept at the same time is written at once; when something cannot be
 * written, nothing can any more.
 */
export class LevelStore implements JournalStore {
  readonly keepsOn = true;
  readonly #database: Database;
  readonly #cipher: RecordCipher;
  #last = 0;
  #events = 0;
  #waiting: Put[] = [];
  #mustLast = false;
  #written: Promise<void> = Promise.resolve();
  #nextWrite?: Promise<void>;

  private constructor(database: Database, cipher: RecordCipher) {
    this.#database = database;
    this.#cipher = cipher;
  }

  static async open(database: Database, cipher: RecordCipher): Promise<LevelStore> {
    const store = new LevelStore(database, cipher);
    await store.#count();
    return store;
  }

  async *records(): AsyncGenerator<JournalRecord, undefined> {
    for await (const [key, value] of this.#database.iterator(records)) yield this.#cipher.open(key, value);
  }

  append(appended: readonly JournalRecord[], mustLast: boolean): Promise<void> {
    if (appended.length === 0) return this.#nextWrite ?? this.#written;
    for (const record of appended) this.#waiting.push(this.#put(record));
    this.#mustLast ||= mustLast;
    this.#nextWrite ??= this.#written.then(() => this.#write());
    return this.#nextWrite;
  }

  async markStart(): Promise<void> {
    await (this.#nextWrite ?? this.#written);
    if ((await this.#database.get(startKey)) === undefined) await this.#database.put(startKey, bytesOf(this.#last));
  }

  /** All or nothing. */
  async forgetSinceStart(): Promise<void> {
    await (this.#nextWrite ?? this.#written);
    const start = await this.#database.get(startKey);
    const last = start ? Number(Buffer.from(start).toString()) : 0;
    const gone = await this.#database.keys({ gt: `${keyOf(last)}0`, lt: records.lt }).all();
    await this.#database.batch(gone.map(deletionOf), { sync: true });
    await this.#count();
  }

  /** Replaces everything that is kept by what another store keeps; all or nothing. */
  async replaceBy(other: Database): Promise<void> {
    await (this.#nextWrite ?? this.#written);
    const gone = await this.#database.keys(records).all();
    const kept = await other.iterator().all();
    await this.#database.batch(
      [...gone.map(deletionOf), ...kept.map(([key, value]) => ({ type: "put" as const, key, value }))],
      { sync: true },
    );
    await this.#count();
  }

  /** Copies everything that is kept to another store. */
  async copyTo(other: Database): Promise<void> {
    await (this.#nextWrite ?? this.#written);
    const all = await this.#database.iterator().all();
    await other.batch(
      all.map(([key, value]) => ({ type: "put", key, value })),
      { sync: true },
    );
  }

  async close(): Promise<void> {
    await (this.#nextWrite ?? this.#written).catch(() => undefined);
    await this.#database.close();
  }

  #put(record: JournalRecord): Put {
    this.#last += 1;
    if ("event" in record) this.#events += 1;
    const key = `${keyOf(this.#last)}/${Object.keys(record)[0] ?? ""}`;
    return { type: "put", key, value: this.#cipher.seal(key, record) };
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    const sync = this.#mustLast;
    this.#waiting = [];
    this.#mustLast = false;
    this.#nextWrite = undefined;
    this.#written = this.#database.batch(batch, { sync });
    await this.#written;
    if (this.#events > eventCapacity) await this.#forgetEvents();
  }

  /** A tenth at once, so that it seldom happens. */
  async #forgetEvents(): Promise<void> {
    const old: string[] = [];
    for await (const key of this.#database.keys(records)) {
      if (key.endsWith("/event")) old.push(key);
      if (old.length >= eventCapacity / 10) break;
    }
    this.#events -= old.length;
    await this.#database.batch(old.map(deletionOf));
  }

  async #count(): Promise<void> {
    this.#events = 0;
    this.#last = 0;
    for await (const key of this.#database.keys(records)) {
      if (key.endsWith("/event")) this.#events += 1;
      this.#last = Number(key.split("/")[1]);
    }
  }
}

/** Numbers of 16 digits sort as texts. */
function keyOf(number: number): string {
  return `record/${String(number).padStart(16, "0")}`;
}

function deletionOf(key: string): { readonly type: "del"; readonly key: string } {
  return { type: "del", key };
}

function bytesOf(number: number): Uint8Array {
  return Buffer.from(String(number));
}
