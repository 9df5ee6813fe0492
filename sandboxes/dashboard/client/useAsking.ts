import { useEffect, useRef, useState } from "preact/hooks";
import type { Acting } from "./acting.ts";
import { closeDialog } from "./dialogs.ts";
import type { Refused } from "./refused.ts";

/** What a dialog knows of what it asks the server. */
export interface Asking {
  readonly isBusy: boolean;
  readonly refused?: Refused;
  /** Asks, and closes the dialog if it was done. While it asks, further calls do nothing: buttons stay as they are, with the focus. */
  readonly carryOut: (body: object, done: string) => Promise<void>;
}

/**
 * Asks the server on behalf of a dialog, which stays open where it refuses, and says why. Where the dialog was closed in the meantime,
 * the page says how it went.
 */
export function useAsking({ ask, say }: Acting): Asking {
  const [state, setState] = useState<Omit<Asking, "carryOut">>({ isBusy: false });
  const isBusy = useRef(false);
  const isOpen = useRef(true);
  useEffect(
    () => () => {
      isOpen.current = false;
    },
    [],
  );
  const carryOut = async (body: object, done: string) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setState({ isBusy: true });
    const answer = await ask(body);
    isBusy.current = false;
    if (answer.isGood) {
      if (isOpen.current) closeDialog();
      say(done);
    } else if (isOpen.current) setState({ isBusy: false, refused: answer });
    else say(`${answer.message} ${answer.nextStep}`, true);
  };
  return { ...state, carryOut };
}
