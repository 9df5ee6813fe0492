import { browserScript } from "../../../reporters/html/browserScript.ts";

/** The scripts of the pages: the sources in `client/`, each as one text that browsers understand. Made once, for all answers. */
export const clientScripts = {
  instructor: browserScript(new URL("../client/instructor.tsx", import.meta.url)),
  student: browserScript(new URL("../client/student.tsx", import.meta.url)),
  signIn: browserScript(new URL("../client/signIn.ts", import.meta.url)),
};
