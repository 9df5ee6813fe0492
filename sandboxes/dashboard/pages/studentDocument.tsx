/** @jsxRuntime automatic @jsxImportSource preact */
import type { StudentView } from "../../desk.ts";
import { clientScripts } from "./clientScripts.ts";
import { clockOf } from "./pageClock.ts";
import { pageDocument, type PageDocument } from "./pageDocument.tsx";
import { StudentPage } from "./studentPage.tsx";

/** A student's page as it is sent. The token is what changes have to bring along. */
export function studentDocument(data: { readonly view: StudentView; readonly token: string }): PageDocument {
  const { view } = data;
  return pageDocument({
    title: "Keylab: your sandbox",
    body: <StudentPage view={view} clock={clockOf(view)} connection="connecting" />,
    script: clientScripts.student,
    data,
  });
}
