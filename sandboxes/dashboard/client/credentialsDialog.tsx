/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Credential } from "../../desk.ts";
import { credentialsOf } from "./credentialsOf.ts";
import { CredentialsList } from "./credentialsList.tsx";
import { closeDialog } from "./dialogs.ts";
import { Modal } from "./modal.tsx";
import type { Answer, Refused } from "./post.ts";
import { ProblemText } from "./problemText.tsx";

/** Whose credentials are to be shown, and what is said before and with them. */
export interface CredentialsRequest {
  readonly title: string;
  readonly before: string;
  readonly shown: string;
  readonly ask: () => Promise<Answer>;
}

/** Shows credentials once somebody has said that they want to see them. They are in the page only while it is open. */
export function CredentialsDialog({ title, before, shown, ask }: CredentialsRequest): VNode {
  const [state, setState] = useState<{ credentials?: readonly Credential[]; refused?: Refused; isBusy: boolean }>({
    isBusy: false,
  });
  const show = async () => {
    setState({ isBusy: true });
    const answer = await ask();
    setState({ isBusy: false, ...(answer.isGood ? { credentials: credentialsOf(answer.body) } : { refused: answer }) });
  };
  return (
    <Modal title={title}>
      <p role="status">{state.credentials === undefined ? before : shown}</p>
      {state.credentials !== undefined && <CredentialsList credentials={state.credentials} />}
      <ProblemText refused={state.refused} />
      <div class="choices">
        <button type="button" autofocus onClick={closeDialog}>
          {state.credentials === undefined ? "Cancel" : "Close"}
        </button>
        {state.credentials === undefined && (
          <button type="button" class="main" disabled={state.isBusy} onClick={() => void show()}>
            Show
          </button>
        )}
      </div>
    </Modal>
  );
}
