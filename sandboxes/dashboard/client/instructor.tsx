/** @jsxRuntime automatic @jsxImportSource preact */
import type { ClassView, LeaseView } from "../../desk.ts";
import { InstructorPage } from "../pages/instructorPage.tsx";
import { leaseName } from "../pages/leaseName.ts";
import { ConfirmDialog } from "./confirmDialog.tsx";
import { CredentialsDialog } from "./credentialsDialog.tsx";
import { openDialog } from "./dialogs.ts";
import { ExtendDialog } from "./extendDialog.tsx";
import { FreezeDialog } from "./freezeDialog.tsx";
import { livePage } from "./livePage.ts";
import { pageData } from "./pageData.ts";
import { post } from "./post.ts";
import { takeFromFragment } from "./takeFromFragment.ts";

// Whoever is signed in already needs no token, and it is not to stay in the address.
takeFromFragment("token");
addEventListener("hashchange", () => takeFromFragment("token"));
const { view: first, token } = pageData();
if (!isClassView(first)) throw new Error("The page came without a class.");
const page = livePage({
  first,
  isView: isClassView,
  draw: (drawn) => <InstructorPage {...drawn} />,
  events: "/events",
  session: "/session",
  act: (act, button) => {
    if (act === "leave") return void leave();
    const lease = page.now().view.leases.find(({ id }) => id === button.dataset.lease);
    if (lease !== undefined) begin(act, lease);
  },
});

/** The server that made the page made the view, too: one look tells it from anything else. */
function isClassView(told: unknown): told is ClassView {
  return typeof told === "object" && told !== null && "leases" in told && Array.isArray(told.leases);
}

async function leave(): Promise<void> {
  await post("/sign-out", {}, token);
  location.replace("/");
}

/** Begins what a button of a lease is for. */
function begin(act: string, lease: LeaseView): void {
  const name = leaseName(lease);
  const ask = (body: object) => post(`/leases/${encodeURIComponent(lease.id)}/${act}`, body, token);
  const acting = { ask, say: page.say };
  if (act === "thaw") return void thaw(name, ask);
  if (act === "extend") return openDialog(<ExtendDialog name={name} {...lease} clock={page.now().clock} {...acting} />);
  if (act === "freeze") return openDialog(<FreezeDialog name={name} {...acting} />);
  if (act === "reset") {
    const text = "It goes back to the start of the workshop. What was made in it is lost, and so is the progress.";
    return openDialog(
      <ConfirmDialog title={`Reset ${name}`} text={text} button="Reset" done={`${name}: being reset.`} {...acting} />,
    );
  }
  if (act === "end") {
    const text = "It is removed with all that is in it, and cannot be opened again.";
    return openDialog(
      <ConfirmDialog title={`End ${name}`} text={text} button="End" done={`${name}: being ended.`} {...acting} />,
    );
  }
  openDialog(
    <CredentialsDialog
      title={`Credentials of ${name}`}
      before="Passwords and access keys will stand on your screen. That they were shown to you is recorded."
      shown="That they were shown to you is recorded. They are gone from this page when you close this."
      ask={() => ask({})}
    />,
  );
}

async function thaw(name: string, ask: (body: object) => ReturnType<typeof post>): Promise<void> {
  const answer = await ask({});
  if (answer.isGood) page.say(`${name}: thawed.`);
  else page.say(`${name}: ${answer.message} ${answer.nextStep}`, true);
}
