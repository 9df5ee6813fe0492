/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Credential } from "../../desk.ts";
import { credentialsOf } from "./credentialsOf.ts";
import { CredentialsList } from "./credentialsList.tsx";
import { closeDialog } from "./dialogs.ts";
import { Modal } from "./modal.tsx";
import type { Answer } from "./post.ts";
import { ProgressText } from "./progressText.tsx";
import type { Refused } from "./refused.ts";

/** Whose credentials are to be shown, and what is said before and with them. */
export interface CredentialsRequest {
  readonly title: string;
  readonly before: string;
  readonly shown: string;
  readonly ask: () => Promise<Answer>;
}

/** What the dialog has to show by now. */
interface Shown {
  readonly credentials?: readonly Credential[];
  readonly refused?: Refused;
}

/** Shows credentials once somebody has said that they want to see them. They are in the page only while it is open. */
export function CredentialsDialog({ title, before, shown, ask }: CredentialsRequest): VNode {
  const [{ credentials, refused }, setShown] = useState<Shown>({});
  const isAsked = useRef(false);
  const said = useRef<HTMLParagraphElement>(null);
  const show = async () => {
    // Each time is recorded.
    if (isAsked.current) return;
    isAsked.current = true;
    const answer = await ask();
    isAsked.current = answer.isGood;
    setShown(answer.isGood ? { credentials: credentialsOf(answer.body) } : { refused: answer });
  };
  // The button that had the focus is gone.
  useLayoutEffect(() => {
    if (credentials !== undefined) said.current?.focus();
  }, [credentials]);
  return (
    <Modal title={title}>
      <p role="status" tabIndex={-1} ref={said}>
        {credentials === undefined ? before : shown}
      </p>
      {credentials !== undefined && <CredentialsList credentials={credentials} />}
      <ProgressText refused={refused} />
      <div class="choices">
        <button type="button" autofocus onClick={closeDialog}>
          {credentials === undefined ? "Cancel" : "Close"}
        </button>
        {credentials === undefined && (
          <button type="button" class="main" onClick={() => void show()}>
            Show
          </button>
        )}
      </div>
    </Modal>
  );
}
