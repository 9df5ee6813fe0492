import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";

const schema = readFileSync(new URL("./junit.xsd", import.meta.url), "utf8");

/** What a validator finds wrong with a JUnit report. */
export async function junitMistakes(report: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: "junit.xml", contents: report },
    schema: { fileName: "junit.xsd", contents: schema },
  });
  return errors.map(({ message }) => message);
}
