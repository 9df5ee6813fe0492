/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { Acting } from "./acting.ts";
import { closeDialog } from "./dialogs.ts";
import { Modal } from "./modal.tsx";
import { ProgressText } from "./progressText.tsx";
import { useAsking } from "./useAsking.ts";

/** What is to be confirmed. */
export interface Confirmation extends Acting {
  readonly title: string;
  /** What will happen. */
  readonly text: string;
  readonly button: string;
  /** What is said once it was done. */
  readonly done: string;
}

/** Asks whether something is really meant that cannot be undone. */
export function ConfirmDialog({ title, text, button, done, ...acting }: Confirmation): VNode {
  const { isBusy, refused, carryOut } = useAsking(acting);
  return (
    <Modal title={title}>
      <p>{text}</p>
      <ProgressText isBusy={isBusy} refused={refused} />
      <div class="choices">
        <button type="button" autofocus onClick={closeDialog}>
          Cancel
        </button>
        <button type="button" class="grave" onClick={() => void carryOut({}, done)}>
          {button}
        </button>
      </div>
    </Modal>
  );
}
