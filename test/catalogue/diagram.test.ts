import { expect } from "chai";
import { componentsOf } from "../../catalogue/components.ts";
import { diagram } from "../../catalogue/diagram.ts";
import type { RecordedResource, ScenarioRecord } from "../../catalogue/scenarioRecord.ts";

const resource = (
  type: string,
  name: string,
  { parent, uses = [] }: Partial<Pick<RecordedResource, "parent" | "uses">> = {},
): RecordedResource => ({ type, name, parent, uses, states: [] });
const record: ScenarioRecord = {
  resources: [
    resource("aws:kms/key:Key", "key", { parent: "keylab:infra:EncryptionKey::key" }),
    resource("aws:kms/alias:Alias", "key-alias", {
      parent: "keylab:infra:EncryptionKey::key",
      uses: ["aws:kms/key:Key::key"],
    }),
    resource("keylab:infra:EncryptionKey", "key"),
    resource("aws:dynamodb/table:Table", "table", {
      parent: "keylab:infra:EncryptedTable::table",
      uses: ["aws:kms/key:Key::key", "pulumi:providers:aws::second"],
    }),
    resource("keylab:infra:EncryptedTable", "table"),
    resource("pulumi:providers:aws", "second"),
    resource("aws:iam/user:User", "lonely"),
  ],
  attempts: [],
  seconds: 1,
  fates: [],
};

describe("What a scenario deploys", () => {
  it("is told component by component, with what each is made of and uses", () => {
    const told = componentsOf(record).map(({ key, parts, uses }) => [key, parts.map(({ name }) => name), uses]);
    expect(told).to.deep.equal([
      ["keylab:infra:EncryptionKey::key", ["key", "key-alias"], []],
      ["keylab:infra:EncryptedTable::table", ["table"], ["keylab:infra:EncryptionKey::key"]],
      ["aws:iam/user:User::lonely", [], []],
    ]);
  });

  it("is drawn as a Mermaid flowchart", () => {
    expect(diagram(record)).to.equal(
      [
        "flowchart LR",
        '  n0["<b>key</b><br/>EncryptionKey<br/>Key, Alias"]',
        '  n1["<b>table</b><br/>EncryptedTable<br/>Table"]',
        '  n2["<b>lonely</b><br/>User"]',
        "  n1 --> n0",
      ].join("\n"),
    );
  });
});
