import { useRef, useState } from "preact/hooks";
import type { Acting } from "./act.ts";
import { closeDialog } from "./dialogs.ts";
import type { Refused } from "./post.ts";

/** What a dialog knows when it has asked the server. */
export interface Asking {
  readonly refused?: Refused;
  /** Asks, and closes the dialog if it was done. While it asks, further calls do nothing: buttons stay as they are, with the focus. */
  readonly carryOut: (body: object, done: string) => Promise<void>;
}

/** Asks the server on behalf of a dialog, which stays open where it refuses, and says why. */
export function useAsking({ ask, say }: Acting): Asking {
  const [refused, setRefused] = useState<Refused | undefined>();
  const isBusy = useRef(false);
  const carryOut = async (body: object, done: string) => {
    if (isBusy.current) return;
    isBusy.current = true;
    const answer = await ask(body);
    isBusy.current = false;
    setRefused(answer.isGood ? undefined : answer);
    if (!answer.isGood) return;
    closeDialog();
    say(done);
  };
  return { refused, carryOut };
}
