/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { clockText } from "../pages/clockText.ts";
import type { PageClock } from "../pages/pageClock.ts";
import type { Acting } from "./acting.ts";
import { closeDialog } from "./dialogs.ts";
import { localTime } from "./localTime.ts";
import { Modal } from "./modal.tsx";
import { ProgressText } from "./progressText.tsx";
import { useAsking } from "./useAsking.ts";

/** Whose time is to be extended. */
export interface Extension extends Acting {
  readonly name: string;
  readonly until: string;
  readonly clock: PageClock;
}

const minute = 60_000;
const steps = [
  { label: "+15 min", milliseconds: 15 * minute },
  { label: "+1 h", milliseconds: 60 * minute },
];

/** Asks until when a sandbox is to be open. */
export function ExtendDialog({ name, until, clock, ...acting }: Extension): VNode {
  const [chosen, setChosen] = useState(localTime(until));
  const { isBusy, refused, carryOut } = useAsking(acting);
  const extend = (end: Date) => {
    const at = end.toISOString();
    void carryOut({ until: at }, `${name}: open until ${clockText(at, clock)}.`);
  };
  // What is over already is extended from now on.
  const from = Math.max(Date.parse(until), clock.now);
  return (
    <Modal title={`Extend ${name}`}>
      <p>
        It is open until <time dateTime={until}>{clockText(until, clock)}</time>.
      </p>
      <div class="choices steps">
        {steps.map(({ label, milliseconds }) => (
          <button key={label} type="button" onClick={() => extend(new Date(from + milliseconds))}>
            {label}
          </button>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          extend(new Date(chosen));
        }}
      >
        <label for="until">Or until</label>
        <input
          id="until"
          type="datetime-local"
          required
          value={chosen}
          onInput={(event) => setChosen(event.currentTarget.value)}
        />
        <ProgressText isBusy={isBusy} refused={refused} />
        <div class="choices">
          <button type="button" onClick={closeDialog}>
            Cancel
          </button>
          <button class="main">Extend</button>
        </div>
      </form>
    </Modal>
  );
}
