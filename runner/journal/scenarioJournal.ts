import type { EngineResource } from "../engine.ts";
import { administratorOf } from "../marks/administratorOf.ts";
import { suffixOf, type Mark } from "../marks/mark.ts";
import type { JournalledScenario } from "./journalledRun.ts";
import { Journal } from "./journal.ts";

/** What the run of one scenario writes into the journal of the run. */
export class ScenarioJournal {
  readonly #journal: Journal;
  readonly #suffix: string;

  /** @param folder of the run */
  constructor(folder: string, mark: Mark) {
    this.#journal = new Journal(folder);
    this.#suffix = suffixOf(mark);
  }

  /** Before anything is made. */
  began(mark: Mark, place: Pick<JournalledScenario, "folder" | "regions">): void {
    const administrator = administratorOf(mark);
    this.#journal.write({ type: "scenario began", suffix: this.#suffix, mark, administrator, ...place });
  }

  accountKnown(accountId: string, region: string): void {
    this.#journal.write({ type: "account known", suffix: this.#suffix, accountId, region });
  }

  readonly intended = (resource: string, name: string): void => {
    this.#journal.write({ type: "resource intended", suffix: this.#suffix, resource, name });
  };

  readonly made = ({ type, id, arn }: EngineResource): void => {
    this.#journal.write({ type: "resource made", suffix: this.#suffix, resource: type, id, arn });
  };

  destructionBegan(): void {
    this.#journal.write({ type: "destruction began", suffix: this.#suffix });
  }

  ended(left: JournalledScenario["left"]): void {
    this.#journal.write({ type: "scenario ended", suffix: this.#suffix, left });
    this.#journal.close();
  }
}
