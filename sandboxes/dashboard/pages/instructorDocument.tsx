/** @jsxRuntime automatic @jsxImportSource preact */
import type { ClassView } from "../../desk.ts";
import { clientScripts } from "./clientScripts.ts";
import { InstructorPage } from "./instructorPage.tsx";
import { clockOf } from "./pageClock.ts";
import { pageDocument, type PageDocument } from "./pageDocument.tsx";

/** The instructor's page as it is sent. The token is what changes have to bring along. */
export function instructorDocument(data: { readonly view: ClassView; readonly token: string }): PageDocument {
  const { view } = data;
  return pageDocument({
    title: `${view.name}: sandboxes`,
    body: <InstructorPage view={view} clock={clockOf(view)} connection="connecting" />,
    script: clientScripts.instructor,
    data,
  });
}
