/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Acting } from "./acting.ts";
import { closeDialog } from "./dialogs.ts";
import { Modal } from "./modal.tsx";
import { ProgressText } from "./progressText.tsx";
import { useAsking } from "./useAsking.ts";

/** Asks why a sandbox is to be frozen. */
export function FreezeDialog({ name, ...acting }: Acting & { readonly name: string }): VNode {
  const [reason, setReason] = useState("");
  const { isBusy, refused, carryOut } = useAsking(acting);
  return (
    <Modal title={`Freeze ${name}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void carryOut({ reason }, `${name}: frozen.`);
        }}
      >
        <p>Nobody in it can do anything any more. Its data stay, and thawing it undoes this.</p>
        <label for="reason">It is frozen, because …</label>
        <input
          id="reason"
          type="text"
          required
          maxLength={500}
          autocomplete="off"
          autofocus
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        <ProgressText isBusy={isBusy} refused={refused} />
        <div class="choices">
          <button type="button" onClick={closeDialog}>
            Cancel
          </button>
          <button class="main">Freeze</button>
        </div>
      </form>
    </Modal>
  );
}
