import { useState } from "preact/hooks";
import type { Acting } from "./act.ts";
import { closeDialog } from "./dialogs.ts";
import type { Refused } from "./post.ts";

/** What a dialog knows while it asks the server. */
export interface Asking {
  readonly isBusy: boolean;
  readonly refused?: Refused;
  /** Asks, and closes the dialog if it was done. */
  readonly carryOut: (body: object, done: string) => Promise<void>;
}

/** Asks the server on behalf of a dialog, which stays open where it refuses, and says why. */
export function useAsking({ ask, say }: Acting): Asking {
  const [state, setState] = useState<Omit<Asking, "carryOut">>({ isBusy: false });
  const carryOut = async (body: object, done: string) => {
    setState({ isBusy: true });
    const answer = await ask(body);
    setState({ isBusy: false, refused: answer.isGood ? undefined : answer });
    if (!answer.isGood) return;
    closeDialog();
    say(done);
  };
  return { ...state, carryOut };
}
