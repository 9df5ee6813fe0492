/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { clientScripts } from "./clientScripts.ts";
import { pageDocument, type PageDocument } from "./pageDocument.tsx";

const texts = {
  instructor: {
    title: "Sign in",
    label: "Token",
    hint: "Keylab printed it where the class is served. It works once, for 10 minutes.",
    button: "Sign in",
  },
  student: {
    title: "Open your sandbox",
    label: "Join code",
    hint: "Your instructor gave it to you. It is yours alone.",
    button: "Open",
  },
};

/** The page on which a token or a join code is typed. Its field has no name: what is typed gets into no address, script or not. */
export function signInDocument(kind: "instructor" | "student"): PageDocument {
  const { title } = texts[kind];
  return pageDocument({ title: `Keylab: ${title}`, body: <SignInPage kind={kind} />, script: clientScripts.signIn });
}

function SignInPage({ kind }: { readonly kind: "instructor" | "student" }): VNode {
  const { title, label, hint, button } = texts[kind];
  return (
    <main id="top" class="entrance">
      <p class="brand">Keylab</p>
      <h1>{title}</h1>
      <form id="sign-in" method="post" data-kind={kind}>
        <label for="secret">{label}</label>
        <input
          id="secret"
          type="text"
          required
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby="hint"
        />
        <p id="hint" class="quiet">
          {hint}
        </p>
        <p id="problem" class="problem" role="alert" hidden></p>
        <button class="main">{button}</button>
      </form>
    </main>
  );
}
