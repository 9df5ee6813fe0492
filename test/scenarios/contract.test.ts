import { expect } from "chai";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { getItem } from "../../scenarios/contract/actions/getItem.ts";
import { getSecretValue } from "../../scenarios/contract/actions/getSecretValue.ts";
import { credentialsFileOf } from "../../scenarios/contract/credentialsFile.ts";
import { can } from "../../scenarios/contract/expectation.ts";
import { accessKeyOf, administrator } from "../../scenarios/contract/principal.ts";
import { scenario } from "../../scenarios/contract/scenario.ts";

const description = {
  id: "area/name",
  title: "Try",
  lesson: "One. Two.",
  workshop: "W1",
  billed: {},
  needs: [],
  limits: [],
};

const program = {
  ...description,
  parameters: { open: false },
  deploy: () => ({
    table: new EncryptedTable("table", { tableName: "t", encryption: "owned" }),
    user: new UnprivilegedUser("user", { userName: "u" }),
  }),
  principals: { admin: administrator() },
};

describe("a scenario", () => {
  it("compiles with actions on what it deploys, by principals that it names", () => {
    const made = scenario({
      ...program,
      principals: { admin: administrator(), user: accessKeyOf("user") },
      phases: [{ name: "one", set: { open: true }, expect: [can("user", getItem("table", { id: "1" }))] }],
    });
    expect(made.phases).to.have.length(1);
    expect(made.credentialsFiles).to.deep.equal([]);
  });

  it("does not compile with an action on what is not deployed", () => {
    // @ts-expect-error the scenario deploys no resource of this name
    scenario({ ...program, phases: [{ name: "one", expect: [can("admin", getItem("tabel", { id: "1" }))] }] });
  });

  it("does not compile with an action on a resource of another kind", () => {
    // @ts-expect-error a table is no secret
    scenario({ ...program, phases: [{ name: "one", expect: [can("admin", getSecretValue("table"))] }] });
  });

  it("does not compile with a principal that it does not name", () => {
    // @ts-expect-error there is no such principal
    scenario({ ...program, phases: [{ name: "one", expect: [can("nobody", getItem("table", { id: "1" }))] }] });
  });

  it("does not compile with a parameter that it does not have", () => {
    // @ts-expect-error there is no such parameter
    scenario({ ...program, phases: [{ name: "one", set: { opne: true }, expect: [] }] });
  });

  it("does not compile with the access key of what has none", () => {
    // @ts-expect-error a table has no access key
    scenario({ ...program, principals: { admin: accessKeyOf("table") }, phases: [] });
  });
});

describe("a credentials file", () => {
  const user = { userName: "u", password: 'a,"b', signInUrl: "https://111122223333.signin.aws.amazon.com/console" };

  it("is the console's: a header, and the user's sign-in details", () => {
    expect(credentialsFileOf("user").write({ user })).to.deep.equal({
      name: "u_credentials.csv",
      content:
        'User name,Password,Console sign-in URL\r\nu,"a,""b",https://111122223333.signin.aws.amazon.com/console\r\n',
    });
  });
});
