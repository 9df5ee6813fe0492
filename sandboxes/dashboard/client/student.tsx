/** @jsxRuntime automatic @jsxImportSource preact */
import type { StudentView } from "../../desk.ts";
import { StudentPage } from "../pages/studentPage.tsx";
import { CredentialsDialog } from "./credentialsDialog.tsx";
import { openDialog } from "./dialogs.ts";
import { livePage } from "./livePage.ts";
import { pageData } from "./pageData.ts";
import { post } from "./post.ts";

const { view: first, token } = pageData();
if (!isStudentView(first)) throw new Error("The page came without a sandbox.");
const page = livePage({
  first,
  isView: isStudentView,
  draw: (drawn) => <StudentPage {...drawn} />,
  events: "/student/events",
  session: "/student/session",
  act: (act) => {
    if (act === "leave") return void leave();
    if (act === "credentials") showCredentials(page.now().view.wasHandedOut);
  },
});

/** The server that made the page made the view, too: one look tells it from anything else. */
function isStudentView(told: unknown): told is StudentView {
  return typeof told === "object" && told !== null && "signInUrl" in told && "checkpoints" in told;
}

async function leave(): Promise<void> {
  await post("/student/leave", {}, token);
  location.replace("/join");
}

function showCredentials(again: boolean): void {
  openDialog(
    <CredentialsDialog
      title="Your credentials"
      before={
        again
          ? "They were shown before. That they are shown again is recorded, and your instructor sees it."
          : "Passwords and access keys will stand on your screen. Look who can see it. They are shown once."
      }
      shown="That they were shown is recorded. Keep them where only you can read them; they are gone from this page when you close this."
      ask={() => post("/student/credentials", { again }, token)}
    />,
  );
}
